import { z } from "zod";
import { endpointInput, predictionSchema } from "./endpoints.ts";
import { wireErrorSchema } from "./paging.ts";

const smiles = z.string().min(1).max(100_000).meta({ description: "SMILES", example: "CC(=O)Oc1ccccc1C(=O)O" });

export const predictNowInput = z.object({
  smiles: z.array(smiles).min(1).max(100),
  endpoints: z.array(endpointInput).min(1).max(50).optional(),
});
export const predictNowSchema = z.object({
  rows: z.array(
    z.discriminatedUnion("ok", [
      z.object({ ok: z.literal(true), smiles: z.string(), values: z.record(z.string(), predictionSchema) }),
      z.object({ ok: z.literal(false), smiles: z.string(), error: wireErrorSchema }),
    ]),
  ),
});

export const explainInput = z.object({ smiles, endpoint: endpointInput });
export const explanationSchema = z.object({
  smiles: z.string().meta({ description: "SMILES whose atom order `atoms` follows" }),
  endpoint: z.string(),
  value: z.number(),
  base: z.number().meta({ description: "Mean measured value of the training molecules" }),
  atoms: z
    .array(z.number())
    .meta({ description: "Contribution of each heavy atom, in the unit, in the order of `smiles`" }),
  unexplained: z.number().meta({ description: "value - base - sum of the atoms: what no single atom carries" }),
  unit: z.string(),
  method: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;
