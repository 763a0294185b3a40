import type { WireError } from "@qinghao/kernel";
import { bigint, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { CampaignEnd, CampaignPlan, CampaignState, StagePicks } from "../campaign.schema.ts";
import type { BilingualText, RunRecord, ShardState } from "../schema.ts";
import { count, createdAt, instant } from "./columns.ts";
import { compounds } from "./compounds.ts";
import { projects } from "./projects.ts";

/** One screening campaign; its id is the workflow's id. */
export const campaigns = pgTable(
  "campaigns",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    plan: jsonb("plan").$type<CampaignPlan>().notNull(),
    state: text("state").$type<CampaignState>().notNull().default("queued"),
    /** Ligands of the library; null until planned. */
    total: bigint("total", { mode: "number" }),
    /** The newest compound when planning began: later ones are not part of the campaign. */
    maxSeq: bigint("max_seq", { mode: "number" }),
    hits: count("hits"),
    endedBy: text("ended_by").$type<CampaignEnd | null>(),
    waitingReason: jsonb("waiting_reason").$type<BilingualText | null>(),
    error: jsonb("error").$type<WireError | null>(),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [index("campaigns_project").on(table.projectId, table.createdAt)],
);

const ofCampaign = () =>
  text("campaign_id")
    .notNull()
    .references(() => campaigns.id, { onDelete: "cascade" });

/** How far each stage came. `passed`: by the method's own limits; `kept`: sent on to the next stage. */
export const campaignStages = pgTable(
  "campaign_stages",
  {
    campaignId: ofCampaign(),
    stage: integer("stage").notNull(),
    incoming: count("incoming"),
    done: count("done"),
    failed: count("failed"),
    passed: count("passed"),
    kept: bigint("kept", { mode: "number" }),
    shards: integer("shards").notNull().default(0),
    shardsDone: integer("shards_done").notNull().default(0),
    /** Null where every ligand is scored. */
    picks: jsonb("picks").$type<StagePicks | null>(),
    record: jsonb("record").$type<RunRecord | null>(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.stage] })],
);

/** The ligands that a stage chooses from, where it scores a share of them. */
export const campaignPool = pgTable(
  "campaign_pool",
  {
    campaignId: ofCampaign(),
    stage: integer("stage").notNull(),
    part: integer("part").notNull(),
    /** Artifact with the ligands of the part. */
    key: text("key").notNull(),
    lastSeq: bigint("last_seq", { mode: "number" }).notNull(),
    size: integer("size").notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.stage, table.part] })],
);

export const campaignShards = pgTable(
  "campaign_shards",
  {
    campaignId: ofCampaign(),
    stage: integer("stage").notNull(),
    shard: integer("shard").notNull(),
    /** Artifact with the ligands of the shard; for the first stage also the newest compound in it. */
    key: text("key").notNull(),
    lastSeq: bigint("last_seq", { mode: "number" }).notNull(),
    size: integer("size").notNull(),
    state: text("state").$type<ShardState>().notNull().default("planned"),
    passed: integer("passed").notNull().default(0),
    resultsKey: text("results_key"),
    finishedAt: instant("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.stage, table.shard] })],
);

/** A ligand without a result in a stage, and why. */
export const campaignFailures = pgTable(
  "campaign_failures",
  {
    campaignId: ofCampaign(),
    stage: integer("stage").notNull(),
    compoundSeq: bigint("compound_seq", { mode: "number" })
      .notNull()
      .references(() => compounds.seq, { onDelete: "cascade" }),
    code: text("code").notNull(),
    reason: jsonb("reason").$type<BilingualText>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.stage, table.compoundSeq] })],
);

/** What came out at the end, the best first. */
export const campaignHits = pgTable(
  "campaign_hits",
  {
    campaignId: ofCampaign(),
    rank: integer("rank").notNull(),
    compoundSeq: bigint("compound_seq", { mode: "number" })
      .notNull()
      .references(() => compounds.seq, { onDelete: "cascade" }),
    /** Score of the last stage that it went through. */
    score: doublePrecision("score").notNull(),
    /** Scores by number of the stage. */
    scores: jsonb("scores").$type<Record<string, number>>().notNull(),
    /** Artifact key and record number of its poses. */
    poses: jsonb("poses").$type<{ key: string; record: number } | null>(),
    /** Number of its cluster among the hits, from 1 in the order of their best hits. */
    cluster: integer("cluster"),
    /** Largest Tanimoto similarity to the known actives of the plan; null where it names none. */
    nearestKnown: doublePrecision("nearest_known"),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.rank] })],
);
