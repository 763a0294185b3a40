import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { BilingualText, NearestNeighbour } from "../schema.ts";
import { createdAt } from "./columns.ts";
import { compounds } from "./compounds.ts";
import { projects } from "./projects.ts";

/** One row per compound, endpoint and model version; older versions stay as history, `latest` marks the one shown. */
export const predictions = pgTable(
  "predictions",
  {
    compoundSeq: bigint("compound_seq", { mode: "number" })
      .notNull()
      .references(() => compounds.seq, { onDelete: "cascade" }),
    endpoint: text("endpoint").notNull(),
    modelVersion: text("model_version").notNull(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    latest: boolean("latest").notNull(),
    /** Null where the molecule could not be predicted; then `failureCode` says why. */
    value: doublePrecision("value"),
    lo: doublePrecision("lo"),
    hi: doublePrecision("hi"),
    /** Nominal coverage of [lo, hi], such as 0.9. */
    level: doublePrecision("level"),
    inDomain: boolean("in_domain"),
    /** Tanimoto similarity to the nearest training molecule. */
    similarity: doublePrecision("similarity"),
    nearest: jsonb("nearest").$type<NearestNeighbour[] | null>(),
    failureCode: text("failure_code"),
    failureReason: jsonb("failure_reason").$type<BilingualText | null>(),
    runId: text("run_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.compoundSeq, table.endpoint, table.modelVersion] }),
    uniqueIndex("predictions_latest").on(table.compoundSeq, table.endpoint).where(sql`latest`),
    index("predictions_value")
      .on(table.projectId, table.endpoint, table.value, table.compoundSeq)
      .where(sql`latest and value is not null`),
  ],
);
