import { z } from "zod";

/** A concept that a criterion names: an id of the knowledge pack, with the words that a person reads. */
export const conceptRefSchema = z.object({ id: z.string(), en: z.string().optional(), zh: z.string().optional() });
export type ConceptRef = z.infer<typeof conceptRefSchema>;

/** Any of `of` and everything below them, without what stands below `except`. */
export const conceptSetSchema = z.object({
  of: z.array(conceptRefSchema).min(1),
  except: z.array(conceptRefSchema).optional(),
  /** False: only the ids themselves, nothing below. */
  descendants: z.boolean().optional(),
});
export type ConceptSet = z.infer<typeof conceptSetSchema>;

/** An interval of numbers; bounds are inclusive unless marked. At least one bound. */
export const rangeSchema = z
  .object({
    min: z.number().optional(),
    max: z.number().optional(),
    minExclusive: z.boolean().optional(),
    maxExclusive: z.boolean().optional(),
  })
  .refine(({ min, max }) => min !== undefined || max !== undefined, "a range needs a bound");
export type Range = z.infer<typeof rangeSchema>;

export const timeUnits = ["hour", "day", "week", "month", "year"] as const;
/** A signed calendar distance; negative lies before the anchor. */
export const offsetSchema = z.object({ value: z.number(), unit: z.enum(timeUnits) });
export type Offset = z.infer<typeof offsetSchema>;

/**
 * A stretch of time around the index date, bounds inclusive; a missing bound is open. `within 4 weeks before` is
 * `{from: {-4, week}, to: {0, day}}`. `part` says what of an event must lie inside: its start (default for events without
 * an end), its end, or any of it ("overlap", default for conditions and drugs).
 */
export const windowSchema = z.object({
  from: offsetSchema.optional(),
  to: offsetSchema.optional(),
  part: z.enum(["start", "end", "overlap"]).optional(),
});
export type Window = z.infer<typeof windowSchema>;

/** How many distinct events (or distinct days) are asked for; `{min: 1}` when absent. */
export const countSchema = z.object({
  min: z.number().int().nonnegative().optional(),
  max: z.number().int().nonnegative().optional(),
  distinct: z.enum(["event", "day"]).optional(),
});
export type Count = z.infer<typeof countSchema>;

/** Which of several results counts. */
export const picks = ["latest", "first", "any", "all", "lowest", "highest"] as const;
export const pickSchema = z.enum(picks);
export type Pick = z.infer<typeof pickSchema>;

/** Open (default): a silent record is unknown. Closed: silence inside the observed time means no. */
export const worldSchema = z.enum(["open", "closed"]);
