import { rangeSchema, shownPredictionSchema, sortSchema } from "@qinghao/db/schema";
import { compoundIdSchema, projectIdSchema, searchIdSchema } from "@qinghao/kernel";
import { z } from "zod";
import { predictionSchema } from "./endpoints.ts";
import { momentSchema, pageInput, pageOf, sentenceSchema } from "./paging.ts";

/** Descriptors that every compound carries. */
export const descriptorColumns = ["mw", "clogp", "tpsa", "hbd", "hba", "rotatableBonds", "ringCount", "fsp3"] as const;
export type DescriptorColumn = (typeof descriptorColumns)[number];

export const descriptorsSchema = z.object({
  mw: z.number().meta({ description: "Average molecular weight, g/mol" }),
  clogp: z.number().meta({ description: "Crippen log P" }),
  tpsa: z.number().meta({ description: "Topological polar surface area, Å²" }),
  hbd: z.number().meta({ description: "Hydrogen bond donors" }),
  hba: z.number().meta({ description: "Hydrogen bond acceptors" }),
  rotatableBonds: z.number(),
  ringCount: z.number(),
  fsp3: z.number().meta({ description: "Fraction of carbons that are sp3, 0 to 1" }),
});

/** Absent or null: not computed yet. `failed`: computed without a value, and why. */
export const predictionCellSchema = shownPredictionSchema.nullable();
export type PredictionCell = z.infer<typeof predictionCellSchema>;

export const compoundRowSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  smiles: z.string(),
  inchikey: z.string(),
  formula: z.string(),
  molWeight: z.number(),
  heavyAtoms: z.number().int(),
  descriptors: descriptorsSchema,
  predictions: z.record(z.string(), predictionCellSchema),
  createdAt: momentSchema,
});
export type CompoundRow = z.infer<typeof compoundRowSchema>;

export const compoundSchema = compoundRowSchema.extend({
  projectId: z.string(),
  inchi: z.string().nullable(),
  inputText: z.string().nullable().meta({ description: "The structure as it was given" }),
  fields: z.record(z.string(), z.string()).meta({ description: "Further columns of the file it came from" }),
  changes: z.array(z.string()).meta({ description: "What standardising changed" }),
  importId: z.string().nullable(),
  importRow: z.number().int().nullable().meta({ description: "Data row of that import, from 1" }),
  toolkit: z.string().meta({ description: "What standardised it, with its release" }),
});
export type CompoundView = z.infer<typeof compoundSchema>;

/** Conditions of a compound table. Columns of predicted values are named `prediction:<endpoint>`. */
export const compoundConditions = {
  search: z.object({ searchId: searchIdSchema }).optional().meta({ description: "Only the hits of this search" }),
  text: z
    .string()
    .max(500)
    .optional()
    .meta({ description: "Part of a name or of the SMILES, or the beginning of the InChIKey" }),
  ranges: z.array(rangeSchema).max(50).optional(),
};
export const listCompoundsInput = z.object({
  projectId: projectIdSchema,
  ...compoundConditions,
  sort: sortSchema.optional(),
  ...pageInput,
});
export type ListCompoundsInput = z.input<typeof listCompoundsInput>;
export const compoundPageSchema = pageOf(compoundRowSchema);

export const compoundIdInput = z.object({ projectId: projectIdSchema, compoundId: compoundIdSchema });
export const registerCompoundInput = z.object({
  projectId: projectIdSchema,
  structure: z
    .string()
    .min(1)
    .max(1_000_000)
    .meta({ description: "SMILES or a molblock", example: "CC(=O)Oc1ccccc1C(=O)O" }),
  name: z.string().trim().max(200).optional(),
});
export const registeredSchema = z.object({
  compound: compoundSchema,
  existed: z.boolean().meta({ description: "True when the structure was registered before" }),
});
export const lookupCompoundInput = z.object({
  projectId: projectIdSchema,
  inchikey: z.string().regex(/^[A-Z]{14}-[A-Z]{10}-[A-Z]$/, "expected an InChIKey"),
});
export const lookupSchema = z.object({ compound: compoundRowSchema.nullable() });

export const historyEntrySchema = z.object({
  endpoint: z.string(),
  modelVersion: z.string(),
  latest: z.boolean().meta({ description: "Whether this is the result shown in the table" }),
  prediction: z.union([predictionSchema, z.object({ failed: sentenceSchema })]),
  runId: z.string(),
  computedAt: momentSchema,
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export const historySchema = z.object({ entries: z.array(historyEntrySchema) });
