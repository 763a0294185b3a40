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

const dataHashesSchema = z.object({ trainVal: z.string(), test: z.string() });

/** What a peer program prints: its errors on the same files, seed by seed. */
export const peerResultSchema = z.object({
  name: z.string().min(1),
  version: z.string().min(1),
  /** ISO 8601, UTC. */
  date: z.iso.datetime(),
  command: z.string().min(1),
  toolkit: z.record(z.string(), z.string()),
  morgan: z.object({ radius: z.number().int(), bits: z.number().int() }),
  descriptors: z.number().int(),
  trees: z.number().int(),
  perSeed: z.array(z.object({ seed: z.number().int(), mae: z.number().nonnegative() })).min(1),
  /** Of the files that it read. */
  sha256: dataHashesSchema,
});
export type PeerResult = z.infer<typeof peerResultSchema>;

const peerSchema = peerResultSchema.extend({
  features: bilingualSchema,
  meanMae: z.number(),
  sdMae: z.number(),
});
export type Peer = z.infer<typeof peerSchema>;

const candidateSchema = z.object({
  part: z.enum(["kernel", "boosting", "blend"]),
  parameters: z.record(z.string(), z.number()),
  mae: z.number(),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const manifestSchema = z.object({
  schema: z.literal(2),
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
    licence: bilingualSchema,
    split: bilingualSchema,
    trainRows: z.number().int(),
    testRows: z.number().int(),
    sha256: dataHashesSchema,
  }),
  model: z.object({
    kind: z.literal("kernel+boosting"),
    seeds: z.array(z.number().int()),
    kernel: z.object({ gamma: z.number(), base: z.number(), ridge: z.number(), robustDelta: z.number() }),
    boosting: z.object({ trees: z.number().int(), learningRate: z.number(), leaves: z.number().int() }),
    /** Share of the kernel machine in the blend; the rest is the mean of the boosted models. */
    kernelShare: z.number(),
  }),
  interval: z.object({ level: z.number(), quantile: z.number(), method: bilingualSchema }),
  domain: z.object({ minTanimoto: z.number(), method: bilingualSchema }),
  /** Cross-validation on the training rows: what was tried and what it gave. */
  selection: z.object({
    folds: z.number().int(),
    method: bilingualSchema,
    mae: z.number(),
    table: z.array(candidateSchema),
  }),
  test: z.object({
    perSeed: z.array(z.object({ seed: z.number().int(), mae: z.number() })),
    meanMae: z.number(),
    sdMae: z.number(),
    /** The shipped model: all seeds together. */
    ensemble: testMetricsSchema,
  }),
  peer: peerSchema.nullable(),
  licence: bilingualSchema,
  files: z.array(
    z.object({
      role: z.enum(["weights", "evaluation"]),
      path: z.string(),
      size: z.number().int(),
      sha256: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

const scoredRowsSchema = z.object({
  /** Position in the file, the first row being 0; rows that cannot be read are left out. */
  row: z.array(z.number().int()),
  /** In the endpoint's unit, to 0.001, as are value and expected. */
  measured: z.array(z.number()),
  value: z.array(z.number()),
  /** Expected absolute error; an interval reaches this times a quantile to either side. */
  expected: z.array(z.number()),
  /** Tanimoto similarity to the nearest training molecule, 0 to 1. */
  similarity: z.array(z.number()),
});
export type ScoredRows = z.infer<typeof scoredRowsSchema>;

/** Predictions row by row, beside the weights; columns of equal length. Structures stay where the data are. */
export const evaluationSchema = z.object({
  schema: z.literal(1),
  id: endpointIdSchema,
  version: z.string(),
  /** Conformal quantiles by level, from held-out residuals. */
  quantiles: z.array(z.object({ level: z.number(), quantile: z.number() })),
  /** Of test.csv, by the shipped model. */
  test: scoredRowsSchema,
  /** Of train_val.csv, each row by the model of the other folds. */
  heldOut: scoredRowsSchema,
});
export type Evaluation = z.infer<typeof evaluationSchema>;

export const weightsIndexSchema = z.object({
  schema: z.literal(1),
  models: z.array(z.object({ id: z.string(), version: z.string(), manifest: z.string(), sha256: z.string() })),
});
export type WeightsIndex = z.infer<typeof weightsIndexSchema>;
