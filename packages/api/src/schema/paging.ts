import { z } from "zod";

/** ISO 8601 moment in UTC. */
export const momentSchema = z
  .string()
  .meta({ description: "ISO 8601 moment in UTC", example: "2026-11-22T08:30:00.000Z" });

export const pageInput = {
  offset: z.number().int().min(0).default(0).meta({ description: "Rows to pass over" }),
  limit: z.number().int().min(1).max(500).default(100).meta({ description: "Rows to return, at most 500" }),
};

/** A page of rows and how many there are in all. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ total: z.number().int().nonnegative(), rows: z.array(row) });

/** How many of the newest to return. */
export const newestInput = { limit: z.number().int().min(1).max(500).default(50) };

/** The newest rows, without a total; `more` says whether there are older ones. */
export const newestOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), more: z.boolean() });

/** The same sentence in both languages. */
export const sentenceSchema = z.object({ en: z.string(), zh: z.string() });
export type Sentence = z.infer<typeof sentenceSchema>;

/** An error as it crosses the wire; `message` carries both languages. */
export const wireErrorSchema = z.object({
  code: z.string().meta({ description: "Stable code, <package>.<name>", example: "db.project.missing" }),
  message: sentenceSchema,
  retry: z.enum(["never", "later", "now"]),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
