import { z } from "zod";
import { endpointIds } from "./endpoints/registry.ts";

export const endpointIdSchema = z.enum(endpointIds);
export type EndpointId = z.infer<typeof endpointIdSchema>;

export const nearestSchema = z.object({
  smiles: z.string(),
  /** Tanimoto similarity of Morgan fingerprints (radius 2, 2048 bits), 0 to 1. */
  similarity: z.number(),
  /** In the endpoint's unit. */
  measured: z.number(),
});
export type Nearest = z.infer<typeof nearestSchema>;

export const predictionSchema = z.object({
  /** In the endpoint's unit, as are lo and hi. */
  value: z.number(),
  lo: z.number(),
  hi: z.number(),
  /** Share of molecules whose measured value lies between lo and hi. */
  level: z.number(),
  inDomain: z.boolean(),
  /** To the nearest training molecule. */
  similarity: z.number(),
  nearest: z.array(nearestSchema),
  modelVersion: z.string(),
});
export type Prediction = z.infer<typeof predictionSchema>;

const bilingualSchema = z.object({ en: z.string(), zh: z.string() });
export const wireErrorSchema = z.object({
  code: z.string(),
  message: bilingualSchema,
  retry: z.enum(["never", "later", "now"]),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const predictionRowSchema = z.discriminatedUnion("ok", [
  z.object({ smiles: z.string(), ok: z.literal(true), values: z.partialRecord(endpointIdSchema, predictionSchema) }),
  z.object({ smiles: z.string(), ok: z.literal(false), error: wireErrorSchema }),
]);
export type PredictionRow = z.infer<typeof predictionRowSchema>;

/** A measure with its 95 % bootstrap interval. */
const measureSchema = z.object({ value: z.number(), lo: z.number(), hi: z.number() });

export const testMetricsSchema = z.object({
  n: z.number().int(),
  mae: measureSchema,
  rmse: z.number(),
  r2: z.number(),
  spearman: z.number(),
  /** Of the 90 % interval: share of measured values inside, and its mean width in the endpoint's unit. */
  coverage: z.number(),
  meanWidth: z.number(),
  inDomain: z.object({ n: z.number().int(), mae: z.number(), coverage: z.number() }),
  outOfDomain: z.object({ n: z.number().int(), mae: z.number(), coverage: z.number() }),
  /** Rows whose structure cannot be read; scored with the mean of the training values. */
  unreadable: z.array(z.string()),
});
export type TestMetrics = z.infer<typeof testMetricsSchema>;

export const manifestSchema = z.object({
  schema: z.literal(1),
  id: endpointIdSchema,
  version: z.string(),
  unit: z.string(),
  featureVersion: z.number().int(),
  created: z.string(),
  commit: z.string(),
  command: z.string(),
  trainingSeconds: z.number(),
  toolkit: z.record(z.string(), z.string()),
  dataset: z.object({
    id: z.string(),
    source: z.string(),
    citation: z.string(),
    licence: z.string(),
    split: z.string(),
    trainRows: z.number().int(),
    testRows: z.number().int(),
    sha256: z.object({ trainVal: z.string(), test: z.string() }),
  }),
  model: z.object({
    kind: z.literal("kernel+boosting"),
    seeds: z.array(z.number().int()),
    kernel: z.object({ gamma: z.number(), base: z.number(), ridge: z.number(), robustDelta: z.number() }),
    boosting: z.object({ trees: z.number().int(), learningRate: z.number(), leaves: z.number().int() }),
    /** Share of the kernel machine in the blend; the rest is the mean of the boosted models. */
    kernelShare: z.number(),
  }),
  interval: z.object({ level: z.number(), quantile: z.number(), method: z.string() }),
  domain: z.object({ minTanimoto: z.number(), method: z.string() }),
  /** Cross-validation on the training rows: what was tried and what it gave. */
  selection: z.object({
    folds: z.number().int(),
    method: z.string(),
    mae: z.number(),
    table: z.array(z.object({ candidate: z.string(), mae: z.number() })),
  }),
  test: z.object({
    perSeed: z.array(z.object({ seed: z.number().int(), mae: z.number() })),
    meanMae: z.number(),
    sdMae: z.number(),
    /** The shipped model: all seeds together. */
    ensemble: testMetricsSchema,
  }),
  peer: z
    .object({ name: z.string(), version: z.string(), features: z.string(), meanMae: z.number(), sdMae: z.number() })
    .nullable(),
  licence: z.string(),
  files: z.array(z.object({ path: z.string(), size: z.number().int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const weightsIndexSchema = z.object({
  schema: z.literal(1),
  models: z.array(z.object({ id: z.string(), version: z.string(), manifest: z.string(), sha256: z.string() })),
});
export type WeightsIndex = z.infer<typeof weightsIndexSchema>;
