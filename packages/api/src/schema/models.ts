import { z } from "zod";
import { endpointInput } from "./endpoints.ts";
import { sentenceSchema } from "./paging.ts";

export const metricSchema = z.object({
  name: z.string().meta({ example: "mae" }),
  value: z.number(),
  lo: z.number().nullable().meta({ description: "95 % interval, where it was computed" }),
  hi: z.number().nullable(),
});

export const modelSchema = z.object({
  endpoint: z.string(),
  name: sentenceSchema,
  description: sentenceSchema,
  unit: z.string(),
  plausible: z.tuple([z.number(), z.number()]),
  version: z.string().nullable().meta({ description: "Null while no weights are here" }),
  available: z.boolean(),
  intervalLevel: z.number(),
  metrics: z.array(metricSchema),
});
export type ModelView = z.infer<typeof modelSchema>;
export const modelListSchema = z.object({ models: z.array(modelSchema) });
export const modelDetailSchema = modelSchema.extend({
  declaration: z.record(z.string(), z.json()).meta({ description: "What the model declares of itself" }),
  manifest: z.record(z.string(), z.json()).nullable().meta({ description: "How these weights were made" }),
});
export type ModelDetail = z.infer<typeof modelDetailSchema>;

const coveragePointSchema = z.object({
  level: z.number().meta({ description: "Share of measured values that the interval is to hold" }),
  observed: z.number(),
  lo: z.number().meta({ description: "95 % interval of the observed share" }),
  hi: z.number(),
});
const coverageCurveSchema = z.object({ n: z.number().int(), points: z.array(coveragePointSchema) });
const errorBinSchema = z.object({
  from: z.number().meta({ description: "Tanimoto similarity to the nearest training molecule" }),
  to: z.number(),
  n: z.number().int(),
  mae: z.number().meta({ description: "In the endpoint's unit, as are lo and hi (95 % interval)" }),
  lo: z.number(),
  hi: z.number(),
});

export const evaluationSetSchema = z
  .enum(["test", "held-out"])
  .meta({ description: "The test set, or the training set with each row predicted by the model of the other folds" });
export type EvaluationSet = z.infer<typeof evaluationSetSchema>;

export const modelEvaluationSchema = z.object({
  endpoint: z.string(),
  unit: z.string(),
  set: evaluationSetSchema,
  level: z.number(),
  minTanimoto: z.number().meta({ description: "Limit of the domain" }),
  /** Columns of equal length; rows whose structure cannot be read are left out. */
  rows: z.object({
    row: z.array(z.number().int()).meta({ description: "Line of the file, the header being line 1" }),
    measured: z.array(z.number()),
    value: z.array(z.number()),
    half: z.array(z.number()).meta({ description: "Half width of the interval" }),
    similarity: z.array(z.number()),
    smiles: z.array(z.string()).nullable().meta({ description: "Null where the structures are not here" }),
    name: z.array(z.string()).nullable(),
  }),
  /** On the test set. */
  coverage: z.object({ all: coverageCurveSchema, inDomain: coverageCurveSchema, outOfDomain: coverageCurveSchema }),
  errorBySimilarity: z.object({ test: z.array(errorBinSchema), heldOut: z.array(errorBinSchema) }),
});
export type ModelEvaluation = z.infer<typeof modelEvaluationSchema>;
export const modelEvaluationInput = z.object({ endpoint: endpointInput, set: evaluationSetSchema.default("test") });
export const modelInput = z.object({ endpoint: endpointInput });
