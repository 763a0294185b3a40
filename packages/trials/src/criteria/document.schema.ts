import { z } from "zod";
import { treeSchema } from "./tree.schema.ts";

/** How much of a criterion a computer can judge: `partial` when some part of the tree is `text`. */
export const computabilities = ["full", "partial", "none"] as const;

export const criterionSchema = z.object({
  id: z.string(),
  type: z.enum(["inclusion", "exclusion"]),
  /** The words of the source. */
  text: z.string(),
  /** UTF-16 offsets of `text` in the source's text: `source.text.slice(start, end)`. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  computable: z.enum(computabilities),
  tree: treeSchema,
  /** What the reader did and did not understand, for the reviewer. */
  notes: z.array(z.string()),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const criteriaSourceSchema = z.object({
  format: z.enum(["text", "ctgov", "ctgov-xml", "ctml", "circe", "usdm", "fhir", "pdf", "docx"]),
  /** Registry number or the file's own id. */
  id: z.string().optional(),
  title: z.string().optional(),
  language: z.enum(["en", "zh", "mixed"]),
  /** The eligibility text that the offsets point into. */
  text: z.string(),
});
export type CriteriaSource = z.infer<typeof criteriaSourceSchema>;

/** What `qinghao criteria parse` writes and every engine reads. */
export const criteriaDocumentSchema = z.object({
  /** Version of this format; a reader refuses one it does not know. */
  version: z.literal(1),
  source: criteriaSourceSchema,
  criteria: z.array(criterionSchema),
});
export type CriteriaDocument = z.infer<typeof criteriaDocumentSchema>;
