import type { WireError } from "@qinghao/kernel";
import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { count, instant } from "../../tables/columns.ts";
import type { LoadState } from "../schema.ts";

/** What the last load could not map: every code, unit, date or row, with how often. */
export const unmapped = pgTable(
  "unmapped",
  {
    what: text("what").notNull(),
    system: text("system").notNull(),
    code: text("code").notNull(),
    display: text("display"),
    reason: text("reason").notNull(),
    count: count("count"),
  },
  (table) => [primaryKey({ columns: [table.what, table.system, table.code, table.reason] })],
);

/** What a local code means, decided by a person of this hospital; `concept` null: looked at, and not to be used. */
export const codeMapping = pgTable(
  "code_mapping",
  {
    system: text("system").notNull(),
    code: text("code").notNull(),
    display: text("display"),
    concept: text("concept"),
    person: text("person").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.system, table.code] })],
);

/** The one row that says how far the records are. `version` grows with every change of records. */
export const loadState = pgTable("load_state", {
  id: integer("id").primaryKey(),
  state: text("state").$type<LoadState>().notNull().default("empty"),
  version: integer("version").notNull().default(0),
  /** The version that the columnar extract holds. */
  extractVersion: integer("extract_version").notNull().default(0),
  people: integer("people").notNull().default(0),
  facts: count("facts"),
  error: jsonb("error").$type<WireError | null>(),
  loadedAt: instant("loaded_at"),
});
