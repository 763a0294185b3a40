import { bigint, boolean, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "../../tables/columns.ts";
import { bytes } from "./facts.ts";

/** The hash-chained log; `entry` as `@qinghao/data-space` describes it. Lines are only ever added. */
export const logLine = pgTable("log_line", {
  seq: integer("seq").primaryKey(),
  at: text("at").notNull(),
  previous: text("previous").notNull(),
  entry: jsonb("entry").$type<unknown>().notNull(),
  hash: text("hash").notNull(),
});

/** Sets of people that the release gate answered for, so that it answers alike next time. */
export const rememberedSet = pgTable("remembered_set", {
  seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  people: bytes("people").notNull(),
  released: integer("released").notNull(),
  isAnchor: boolean("is_anchor").notNull(),
  createdAt: createdAt(),
});

/** The last answer to each question. */
export const standingAnswer = pgTable("standing_answer", {
  question: text("question").primaryKey(),
  /** Each set as base64, in the order of the answer. */
  cells: jsonb("cells").$type<string[]>().notNull(),
  release: jsonb("release").$type<unknown>().notNull(),
  at: instant("at").notNull().defaultNow(),
});

/** Every run that asked this site; the release is what left. A repeated request of one run gets the same. */
export const answeredRun = pgTable("answered_run", {
  run: text("run").primaryKey(),
  release: jsonb("release").$type<unknown>().notNull(),
  at: instant("at").notNull().defaultNow(),
});
