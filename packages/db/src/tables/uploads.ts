import { bigint, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt } from "./columns.ts";

/** A file that arrived. Its bytes are the artifact `uploads/<id>`. */
export const uploads = pgTable("uploads", {
  id: text("id").primaryKey(),
  fileName: text("file_name").notNull(),
  /** Bytes as stored, compressed where the file is. */
  size: bigint("size", { mode: "number" }).notNull(),
  sha256: text("sha256").notNull(),
  preview: jsonb("preview").$type<Record<string, unknown> | null>(),
  createdAt: createdAt(),
});
