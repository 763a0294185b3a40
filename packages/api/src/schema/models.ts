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
export const modelInput = z.object({ endpoint: endpointInput });
