import { z } from "zod";

/** Which property a model predicts. Checked against the registry of @qinghao/properties when a procedure runs. */
export const endpointInput = z
  .string()
  .regex(/^[a-z][a-z0-9-]{2,63}$/, "expected an endpoint such as aqueous-solubility")
  .meta({ description: "Endpoint id, see GET /models", example: "aqueous-solubility" });

export const nearestSchema = z.object({
  smiles: z.string(),
  similarity: z.number().meta({ description: "Tanimoto similarity, 0 to 1" }),
  measured: z.number().meta({ description: "Measured value in the endpoint's unit" }),
});

export const predictionSchema = z.object({
  value: z.number(),
  lo: z.number(),
  hi: z.number(),
  level: z.number().meta({ description: "Coverage that the interval aims at, 0.9" }),
  inDomain: z.boolean(),
  similarity: z.number().meta({ description: "Tanimoto similarity to the nearest training molecule" }),
  nearest: z.array(nearestSchema),
  modelVersion: z.string(),
});
export type PredictionView = z.infer<typeof predictionSchema>;
