import { z } from "zod";
import { siteReleaseSchema } from "../query/site-release.schema.ts";

/**
 * What a node writes down. A query and a release are lines of their own; so is what else changed the answers: a load
 * of records, a mapping of local codes. No line holds a patient's number, name or value.
 */
export const logEntrySchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("query"),
    run: z.string(),
    requester: z.string(),
    purpose: z.string(),
    trial: z.string(),
    criteriaHash: z.string(),
    asOf: z.string(),
    /** SHA-256 of the whole query. */
    queryHash: z.string(),
    dataVersion: z.number().int(),
  }),
  z.object({ kind: z.literal("release"), run: z.string(), release: siteReleaseSchema.omit({ logHash: true }) }),
  z.object({ kind: z.literal("refusal"), run: z.string(), requester: z.string(), code: z.string() }),
  z.object({ kind: z.literal("load"), source: z.string(), dataVersion: z.number().int() }),
  z.object({
    kind: z.literal("mapping"),
    system: z.string(),
    code: z.string(),
    concept: z.string().nullable(),
    person: z.string(),
  }),
]);
export type LogEntry = z.infer<typeof logEntrySchema>;

/** `hash` is the SHA-256 of the canonical JSON of the other members: a line cannot change without all after it. */
export const logLineSchema = z.object({
  seq: z.number().int().positive(),
  at: z.string(),
  previous: z.string(),
  entry: logEntrySchema,
  hash: z.string(),
});
export type LogLine = z.infer<typeof logLineSchema>;
