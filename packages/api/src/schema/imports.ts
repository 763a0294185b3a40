import { importIdSchema, progressSchema, projectIdSchema, uploadIdSchema } from "@qinghao/kernel";
import { z } from "zod";
import { momentSchema, newestInput, newestOf, pageInput, pageOf, sentenceSchema, wireErrorSchema } from "./paging.ts";

export const fileFormatSchema = z.enum(["smiles", "csv", "tsv", "sdf"]);
export type FileFormat = z.infer<typeof fileFormatSchema>;

const column = z.union([z.string(), z.number().int().min(0)]);
/** Which column holds what: by header name, or by 0-based index where there is no header. */
export const mappingSchema = z.object({
  structure: column,
  name: column.optional(),
  fields: z.array(z.string()).optional().meta({ description: "Further columns to keep with each compound" }),
});
export type ImportMapping = z.infer<typeof mappingSchema>;

const pastedText = z.string().min(1).max(20_000_000).meta({ description: "Pasted text, instead of an upload" });
const source = {
  uploadId: uploadIdSchema.optional().meta({ description: "An upload made by POST /uploads" }),
  text: pastedText.optional(),
  fileName: z.string().max(255).optional(),
};
export const previewInput = z.object({
  ...source,
  mapping: mappingSchema.optional(),
  format: fileFormatSchema.optional(),
});
export const startImportInput = z.object({
  projectId: projectIdSchema,
  ...source,
  mapping: mappingSchema.optional(),
  format: fileFormatSchema.optional(),
});

export const previewRowSchema = z.object({
  row: z.number().int(),
  line: z.number().int(),
  text: z.string(),
  name: z.string().nullable(),
  fields: z.record(z.string(), z.string()),
  error: wireErrorSchema.nullable(),
});
export const previewSchema = z.object({
  fileName: z.string().nullable(),
  size: z.number().int().nonnegative().meta({ description: "Bytes" }),
  format: fileFormatSchema,
  gzip: z.boolean(),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "gb18030"]),
  delimiter: z.string().nullable(),
  hasHeader: z.boolean(),
  columns: z.array(
    z.object({
      name: z.string(),
      sample: z.array(z.string()),
      looksLike: z.enum(["smiles", "name", "number", "text"]),
    }),
  ),
  mapping: mappingSchema.nullable().meta({ description: "The mapping that is used unless another is given" }),
  rows: z.array(previewRowSchema).meta({ description: "The first rows, read with that mapping" }),
});
export type ImportPreview = z.infer<typeof previewSchema>;

export const uploadSchema = z.object({
  uploadId: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  preview: previewSchema.nullable(),
  problem: wireErrorSchema.nullable().meta({ description: "Why there is no preview" }),
});
export type UploadView = z.infer<typeof uploadSchema>;

export const jobStateSchema = z.enum(["queued", "running", "cancelling", "completed", "failed", "cancelled"]);
export type JobState = z.infer<typeof jobStateSchema>;

export const importSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  fileName: z.string().nullable(),
  state: jobStateSchema,
  progress: progressSchema,
  counts: z.object({
    read: z.number().int().meta({ description: "Rows read" }),
    added: z.number().int().meta({ description: "Compounds that are new in the project" }),
    existed: z.number().int().meta({ description: "Rows whose structure was registered before" }),
    rejected: z.number().int().meta({ description: "Rows that could not be read" }),
  }),
  repeatOf: z.string().nullable().meta({ description: "An earlier import of the same bytes into the same project" }),
  error: wireErrorSchema.nullable(),
  createdAt: momentSchema,
  startedAt: momentSchema.nullable(),
  finishedAt: momentSchema.nullable(),
});
export type ImportView = z.infer<typeof importSchema>;

export const importIdInput = z.object({ importId: importIdSchema });
export const listImportsInput = z.object({ projectId: projectIdSchema, ...newestInput });
export const importPageSchema = newestOf(importSchema);
export const listRejectsInput = z.object({ importId: importIdSchema, ...pageInput });
export const rejectSchema = z.object({
  row: z.number().int().meta({ description: "Data row, from 1" }),
  line: z.number().int().meta({ description: "Line of the file on which the row begins, from 1" }),
  text: z.string().meta({ description: "The row, at most its first 2,000 characters" }),
  textLength: z.number().int(),
  code: z.string(),
  reason: sentenceSchema,
});
export type RejectView = z.infer<typeof rejectSchema>;
export const rejectPageSchema = pageOf(rejectSchema);
