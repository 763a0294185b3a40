import type { WireError } from "@qinghao/kernel";
import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { ImportMapping, ImportState } from "../schema.ts";
import { count, createdAt, instant } from "./columns.ts";
import { projects } from "./projects.ts";
import { uploads } from "./uploads.ts";

export const imports = pgTable(
  "imports",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    uploadId: text("upload_id")
      .notNull()
      .references(() => uploads.id),
    state: text("state").$type<ImportState>().notNull().default("queued"),
    /** Format as chosen or detected; null: detected when the import starts. */
    format: text("format"),
    mapping: jsonb("mapping").$type<ImportMapping | null>(),
    rowsRead: count("rows_read"),
    added: count("added"),
    present: count("present"),
    rejected: count("rejected"),
    /** The last data row whose outcome is stored; a resumed import goes on behind it. */
    lastRow: count("last_row"),
    /** Bytes of the stored file consumed so far. */
    bytesRead: count("bytes_read"),
    bytesTotal: bigint("bytes_total", { mode: "number" }),
    toolkit: text("toolkit"),
    error: jsonb("error").$type<WireError | null>(),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [index("imports_project").on(table.projectId, table.createdAt)],
);
