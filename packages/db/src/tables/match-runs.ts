import type { WireError } from "@qinghao/kernel";
import { date, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { RunState } from "../schema.ts";
import type { MatchPurpose, SiteResultState } from "../trial.schema.ts";
import { createdAt, instant } from "./columns.ts";
import { sites } from "./sites.ts";
import { criteriaVersions, trials } from "./trials.ts";

/** One question put to several sites; its id is the workflow's id. */
export const matchRuns = pgTable(
  "match_runs",
  {
    id: text("id").primaryKey(),
    trialId: text("trial_id")
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    versionId: text("version_id")
      .notNull()
      .references(() => criteriaVersions.id, { onDelete: "cascade" }),
    purpose: text("purpose").$type<MatchPurpose>().notNull(),
    requester: text("requester").notNull(),
    asOf: date("as_of").notNull(),
    /** What is asked, as `@qinghao/data-space` describes it. */
    ask: jsonb("ask").$type<unknown>().notNull(),
    state: text("state").$type<RunState>().notNull().default("queued"),
    error: jsonb("error").$type<WireError | null>(),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [index("match_runs_trial").on(table.trialId, table.createdAt)],
);

/** What became of the question at each site. `release` holds released values only. */
export const siteResults = pgTable(
  "site_results",
  {
    runId: text("run_id")
      .notNull()
      .references(() => matchRuns.id, { onDelete: "cascade" }),
    siteId: text("site_id")
      .notNull()
      .references(() => sites.id),
    state: text("state").$type<SiteResultState>().notNull().default("waiting"),
    release: jsonb("release").$type<unknown>(),
    error: jsonb("error").$type<WireError | null>(),
    askedAt: createdAt(),
    answeredAt: instant("answered_at"),
  },
  (table) => [primaryKey({ columns: [table.runId, table.siteId] })],
);
