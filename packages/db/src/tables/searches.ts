import type { WireError } from "@qinghao/kernel";
import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { SearchKind, SearchState } from "../schema.ts";
import { count, createdAt, instant } from "./columns.ts";
import { projects } from "./projects.ts";

export const searches = pgTable(
  "searches",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    kind: text("kind").$type<SearchKind>().notNull(),
    /** SMARTS, SMILES or molblock, as it was given. */
    query: text("query").notNull(),
    state: text("state").$type<SearchState>().notNull().default("queued"),
    total: bigint("total", { mode: "number" }),
    /** Compounds compared so far, of these hits, and those that could not be read. */
    done: count("done"),
    hits: count("hits"),
    failed: count("failed"),
    /** The last compound whose outcome is stored. */
    lastSeq: count("last_seq"),
    maxSeq: bigint("max_seq", { mode: "number" }),
    error: jsonb("error").$type<WireError | null>(),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [index("searches_project").on(table.projectId, table.createdAt)],
);
