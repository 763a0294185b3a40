import type { WireError } from "@qinghao/kernel";
import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { AcceleratorWish, BilingualText, RunKind, RunRecord, RunScope, RunState } from "../schema.ts";
import { count, createdAt, instant } from "./columns.ts";
import { projects } from "./projects.ts";

/** One execution of a modelling workflow; its id is the workflow's id. */
export const runs = pgTable(
  "runs",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    kind: text("kind").$type<RunKind>().notNull(),
    endpoints: jsonb("endpoints").$type<string[]>().notNull(),
    scope: jsonb("scope").$type<RunScope>().notNull(),
    accelerator: text("accelerator").$type<AcceleratorWish>().notNull(),
    state: text("state").$type<RunState>().notNull().default("queued"),
    /** Molecules in the run; null until planned. */
    total: bigint("total", { mode: "number" }),
    done: count("done"),
    failed: count("failed"),
    shards: count("shards"),
    shardsDone: count("shards_done"),
    /** The newest compound when planning began: later ones are not part of the run. */
    maxSeq: bigint("max_seq", { mode: "number" }),
    waitingReason: jsonb("waiting_reason").$type<BilingualText | null>(),
    /** Backend, device and versions that computed it. */
    record: jsonb("record").$type<RunRecord | null>(),
    /** Artifact key of the merged results. */
    resultsKey: text("results_key"),
    error: jsonb("error").$type<WireError | null>(),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [index("runs_project").on(table.projectId, table.createdAt)],
);
