import { bigint, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { BilingualText } from "../schema.ts";
import { imports } from "./imports.ts";

/** A row that could not be registered, with its whole text. */
export const importRejects = pgTable(
  "import_rejects",
  {
    importId: text("import_id")
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    row: bigint("row", { mode: "number" }).notNull(),
    line: bigint("line", { mode: "number" }).notNull(),
    text: text("text").notNull(),
    code: text("code").notNull(),
    reason: jsonb("reason").$type<BilingualText>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.row] })],
);
