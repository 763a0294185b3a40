import {
  campaignPlannedSoFar,
  openCampaignStage,
  openPoolStage,
  planCampaignShard,
  planPoolPart,
  poolPlannedSoFar,
} from "@qinghao/db";
import type { CampaignPlan } from "@qinghao/db/campaign-schema";
import type { CampaignId } from "@qinghao/kernel";
import { divideShare } from "@qinghao/screening/active-learning";
import type { MethodTraits } from "@qinghao/screening/methods";
import { campaignErrors } from "../errors.ts";
import type { ShardLigand, StageTask } from "../scorer.ts";
import { type ActiveLearning, activeLearningOf } from "../selection.ts";
import { type CampaignTools, taskOf } from "./campaign-tools.ts";
import { poolKey, shardKey, writeLigands } from "./ligand-shards.ts";

export type StageRef = { campaignId: CampaignId; stage: number };
/** What a stage begins with: its shards, or the batches that it chooses its shards in. */
export type StagePlan = { shards: number; batches: number; accelerated: boolean };

/** Takes the ligands that reach a stage, part by part; taking a part again changes nothing. */
export type StageIntake = {
  /** Ligands of a part. */
  size: number;
  /** Parts that were taken, and the newest compound in them. */
  plannedSoFar(): Promise<{ parts: number; lastSeq: number }>;
  add(part: number, ligands: readonly ShardLigand[]): Promise<void>;
  /** Opens the stage. Throws `campaign.stage.too_many` when more came than the method can look at. */
  open(): Promise<StagePlan>;
};

/** A method that looks at everything at once gets at most so many ligands, about 100 MB. */
const mostAtOnce = 100_000;
/** Ligands of a part of a pool: about a second of reading structures. */
const poolPartSize = 1000;

export function openIntake(tools: CampaignTools, plan: CampaignPlan, at: StageRef, traits: MethodTraits): StageIntake {
  const learning = activeLearningOf(plan.stages[at.stage]!);
  return learning === null
    ? shardIntake(tools, taskOf(plan, at.stage), at, traits)
    : poolIntake(tools, learning, at, traits);
}

function shardIntake(
  { db, artifacts }: CampaignTools,
  task: StageTask,
  at: StageRef,
  traits: MethodTraits,
): StageIntake {
  const { shardSize, accelerated } = traits;
  return {
    size: shardSize === "all" ? mostAtOnce : shardSize,
    plannedSoFar: async () => {
      const { shards, lastSeq } = await campaignPlannedSoFar(db, at);
      return { parts: shards, lastSeq };
    },
    async add(shard, ligands) {
      const key = shardKey(at.campaignId, at.stage, shard);
      await writeLigands(artifacts, key, ligands);
      await planCampaignShard(db, { ...at, shard, key, lastSeq: ligands.at(-1)!.seq, size: ligands.length });
    },
    async open() {
      const { shards, incoming } = await openCampaignStage(db, at);
      if (shardSize === "all" && shards > 1)
        throw campaignErrors.create("stage.too_many", { method: task.method, most: mostAtOnce, count: incoming });
      return { shards, batches: 0, accelerated };
    },
  };
}

function poolIntake(
  { db, artifacts }: CampaignTools,
  learning: ActiveLearning,
  at: StageRef,
  { accelerated }: MethodTraits,
): StageIntake {
  return {
    size: poolPartSize,
    plannedSoFar: () => poolPlannedSoFar(db, at),
    async add(part, ligands) {
      const key = poolKey(at.campaignId, at.stage, part);
      await writeLigands(artifacts, key, ligands);
      await planPoolPart(db, { ...at, part, key, lastSeq: ligands.at(-1)!.seq, size: ligands.length });
    },
    async open() {
      const { ligands } = await poolPlannedSoFar(db, at);
      const share = divideShare(ligands, learning);
      await openPoolStage(db, at, { incoming: ligands, ...share });
      return { shards: 0, batches: share.batches, accelerated };
    },
  };
}
