import { bigint, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { compounds } from "./compounds.ts";

/** What a compound came from: the text as it was given, its other fields, and what standardising changed. */
export const compoundSources = pgTable("compound_sources", {
  compoundSeq: bigint("compound_seq", { mode: "number" })
    .primaryKey()
    .references(() => compounds.seq, { onDelete: "cascade" }),
  originalText: text("original_text").notNull(),
  fields: jsonb("fields").$type<Record<string, string>>().notNull(),
  inchi: text("inchi"),
  changes: jsonb("changes").$type<string[]>().notNull(),
  /** Data row of the import, from 1; null when drawn or typed. */
  row: bigint("row", { mode: "number" }),
});
