import { importIdSchema, searchIdSchema } from "@qinghao/kernel";
import { z } from "zod";

/**
 * How to start the workflows of this package. A workflow's id is the id of its import or search, so that starting it
 * twice is refused by Temporal; inputs carry ids only, results are read from the database. To stop one, cancel the
 * workflow by its id.
 */
export const compoundsTaskQueue = "compounds";

export const importCompoundsInputSchema = z.object({ importId: importIdSchema });
export type ImportCompoundsInput = z.infer<typeof importCompoundsInputSchema>;
export const importCompoundsWorkflow = "importCompounds";

export const searchSubstructureInputSchema = z.object({ searchId: searchIdSchema });
export type SearchSubstructureInput = z.infer<typeof searchSubstructureInputSchema>;
export const searchSubstructureWorkflow = "searchSubstructure";
