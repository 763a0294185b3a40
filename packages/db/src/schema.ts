import { z } from "zod";

/** The same sentence in English and simplified Chinese. */
export const bilingualTextSchema = z.object({ en: z.string(), zh: z.string() });
export type BilingualText = z.infer<typeof bilingualTextSchema>;

export const importStateSchema = z.enum(["queued", "running", "cancelling", "cancelled", "completed", "failed"]);
export type ImportState = z.infer<typeof importStateSchema>;
export const runStateSchema = importStateSchema;
export type RunState = z.infer<typeof runStateSchema>;
export const searchStateSchema = importStateSchema;
export type SearchState = z.infer<typeof searchStateSchema>;
export const shardStateSchema = z.enum(["planned", "done"]);
export type ShardState = z.infer<typeof shardStateSchema>;

/** Which column of a file holds what; by heading or by position from 0. */
export const importMappingSchema = z.object({
  structure: z.union([z.string(), z.number().int().nonnegative()]),
  name: z.union([z.string(), z.number().int().nonnegative()]).optional(),
  fields: z.array(z.string()).optional(),
});
export type ImportMapping = z.infer<typeof importMappingSchema>;

export const runKindSchema = z.enum(["predict-properties"]);
export type RunKind = z.infer<typeof runKindSchema>;
export const searchKindSchema = z.enum(["substructure"]);
export type SearchKind = z.infer<typeof searchKindSchema>;

/** `gpu-or-wait` waits for an accelerator, `gpu-or-cpu` takes the CPU when none answers in time, `auto` asks once. */
export const acceleratorWishSchema = z.enum(["auto", "cpu", "gpu-or-wait", "gpu-or-cpu"]);
export type AcceleratorWish = z.infer<typeof acceleratorWishSchema>;

/** What computed a run. */
export const runRecordSchema = z.object({
  backend: z.string(),
  device: z.string(),
  /** `cpu` or `gpu`: the queue that did the work. */
  queue: z.enum(["cpu", "gpu"]),
  /** Present when a wish for a GPU ended on the CPU. */
  fallback: bilingualTextSchema.nullable(),
  toolkits: z.record(z.string(), z.string()),
  models: z.record(z.string(), z.string()),
});
export type RunRecord = z.infer<typeof runRecordSchema>;

export const nearestNeighbourSchema = z.object({ smiles: z.string(), similarity: z.number(), measured: z.number() });
export type NearestNeighbour = z.infer<typeof nearestNeighbourSchema>;

export const compoundTextColumns = ["name", "inchikey", "smiles", "formula"] as const;
/** Numeric columns of a compound; the unit of `molWeight` (also called `mw`) is g/mol, of `tpsa` square angstrom. */
export const compoundNumberColumns = [
  "molWeight",
  "mw",
  "heavyAtoms",
  "clogp",
  "tpsa",
  "hbd",
  "hba",
  "rotatableBonds",
  "ringCount",
  "fsp3",
] as const;
/** A column of predicted values, such as `prediction:aqueous-solubility`. */
const predictionColumnSchema = z.templateLiteral(["prediction:", z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)]);
export const rangeColumnSchema = z.union([z.enum(compoundNumberColumns), predictionColumnSchema]);
export type RangeColumn = z.infer<typeof rangeColumnSchema>;
export const sortColumnSchema = z.union([
  z.enum([...compoundTextColumns, ...compoundNumberColumns, "createdAt"]),
  predictionColumnSchema,
]);
export type SortColumn = z.infer<typeof sortColumnSchema>;

/** Inclusive bounds; a bound that is left out is open. */
export const rangeSchema = z.object({
  column: rangeColumnSchema,
  min: z.number().optional(),
  max: z.number().optional(),
});
export type Range = z.infer<typeof rangeSchema>;
export const sortSchema = z.object({ column: sortColumnSchema, dir: z.enum(["asc", "desc"]) });
export type Sort = z.infer<typeof sortSchema>;

/** Which compounds of a project: every condition must hold. */
export const compoundFilterSchema = z.object({
  /** Part of the name (any case), of the SMILES (exact case) or the beginning of the InChIKey. */
  text: z.string().max(10_000).optional(),
  searchId: z.string().optional(),
  ranges: z.array(rangeSchema).max(50).optional(),
});
export type CompoundFilter = z.infer<typeof compoundFilterSchema>;

/** Which compounds of the project a run covers. `missing`: those without a result of the present model versions. */
export const runScopeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("missing") }),
  z.object({ kind: z.literal("ids"), ids: z.array(z.string()).min(1).max(100_000) }),
  z.object({ kind: z.literal("search"), searchId: z.string() }),
  z.object({ kind: z.literal("filter"), filter: compoundFilterSchema }),
]);
export type RunScope = z.infer<typeof runScopeSchema>;

const descriptorsSchema = z.object({
  mw: z.number(),
  clogp: z.number(),
  tpsa: z.number(),
  hbd: z.number(),
  hba: z.number(),
  rotatableBonds: z.number(),
  ringCount: z.number(),
  fsp3: z.number(),
});

export const shownPredictionSchema = z.union([
  z.object({
    value: z.number(),
    lo: z.number(),
    hi: z.number(),
    inDomain: z.boolean(),
    similarity: z.number(),
    modelVersion: z.string(),
    runId: z.string(),
  }),
  z.object({ failed: bilingualTextSchema }),
]);
export type ShownPrediction = z.infer<typeof shownPredictionSchema>;

/** A compound as the table shows it. An endpoint without an entry in `predictions` was not computed yet. */
export const compoundRowSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  smiles: z.string(),
  inchikey: z.string(),
  formula: z.string(),
  molWeight: z.number(),
  heavyAtoms: z.number(),
  descriptors: descriptorsSchema,
  predictions: z.record(z.string(), shownPredictionSchema),
  createdAt: z.date(),
});
export type CompoundRow = z.infer<typeof compoundRowSchema>;
