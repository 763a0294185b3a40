import { z } from "zod";
import * as leaf from "./leaf.schema.ts";
import { countSchema, offsetSchema } from "./ranges.schema.ts";

export const leafSchemas = [
  leaf.ageSchema,
  leaf.sexSchema,
  leaf.conditionSchema,
  leaf.procedureSchema,
  leaf.drugSchema,
  leaf.therapyLinesSchema,
  leaf.measurementSchema,
  leaf.resultSchema,
  leaf.scoreSchema,
  leaf.ctcaeSchema,
  leaf.stageSchema,
  leaf.variantSchema,
  leaf.reproductionSchema,
  leaf.consentSchema,
  leaf.allergySchema,
  leaf.visitSchema,
  leaf.lifeExpectancySchema,
  leaf.textSchema,
] as const;
export const leafSchema = z.discriminatedUnion("kind", leafSchemas);
export type Leaf = z.infer<typeof leafSchema>;
export type LeafKind = Leaf["kind"];

/** Leaves that stand for dated events and may be related in time. */
export const eventSchema = z.discriminatedUnion("kind", [
  leaf.conditionSchema,
  leaf.procedureSchema,
  leaf.drugSchema,
  leaf.measurementSchema,
  leaf.resultSchema,
  leaf.variantSchema,
  leaf.stageSchema,
  leaf.visitSchema,
]);
export type EventLeaf = z.infer<typeof eventSchema>;

/**
 * Two events related in time: some `event` starts `from..to` after the start (or end) of some `anchor`, bounds
 * inclusive, negative offsets before it. `during` asks that the event starts while the anchor lasts.
 */
export const temporalSchema = z.object({
  kind: z.literal("temporal"),
  event: eventSchema,
  anchor: eventSchema,
  anchorPoint: z.enum(["start", "end"]).optional(),
  /** Which anchor counts where there are several. */
  anchorPick: z.enum(["any", "first", "latest"]).optional(),
  relation: z.discriminatedUnion("type", [
    z.object({ type: z.literal("between"), from: offsetSchema.optional(), to: offsetSchema.optional() }),
    z.object({ type: z.literal("during") }),
  ]),
  count: countSchema.optional(),
});
export type Temporal = z.infer<typeof temporalSchema>;

export type All = { kind: "all"; of: Tree[] };
export type Any = { kind: "any"; of: Tree[] };
export type AtLeast = { kind: "at-least"; n: number; of: Tree[] };
export type Not = { kind: "not"; of: Tree };
export type Tree = Leaf | Temporal | All | Any | AtLeast | Not;

export const treeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.union([
    leafSchema,
    temporalSchema,
    z.object({ kind: z.literal("all"), of: z.array(treeSchema) }),
    z.object({ kind: z.literal("any"), of: z.array(treeSchema) }),
    z.object({ kind: z.literal("at-least"), n: z.number().int().nonnegative(), of: z.array(treeSchema) }),
    z.object({ kind: z.literal("not"), of: treeSchema }),
  ]),
);
