import { bigint, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { RunRecord, ShardState } from "../schema.ts";
import { instant } from "./columns.ts";
import { runs } from "./runs.ts";

export const runShards = pgTable(
  "run_shards",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    shard: integer("shard").notNull(),
    /** Artifact with the compounds of the shard, and the newest of them. */
    key: text("key").notNull(),
    lastSeq: bigint("last_seq", { mode: "number" }).notNull(),
    size: integer("size").notNull(),
    state: text("state").$type<ShardState>().notNull().default("planned"),
    done: integer("done").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    resultsKey: text("results_key"),
    record: jsonb("record").$type<RunRecord | null>(),
    finishedAt: instant("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.runId, table.shard] })],
);
