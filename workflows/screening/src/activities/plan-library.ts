import type { ArtifactStore } from "@qinghao/artifacts";
import {
  campaignPlannedSoFar,
  type Database,
  nextMolecules,
  openCampaignStage,
  planCampaignShard,
  startCampaign,
} from "@qinghao/db";
import type { CampaignPlan } from "@qinghao/db/campaign-schema";
import type { CampaignId } from "@qinghao/kernel";
import type { MethodTraits } from "@qinghao/screening/methods";
import { campaignErrors } from "../errors.ts";
import type { ShardLigand, StageScorer, StageTask } from "../scorer.ts";
import { shardKey, writeLigands } from "./ligand-shards.ts";

export type CampaignTools = { db: Database; artifacts: ArtifactStore; scorer: StageScorer };
export type StagePlan = { shards: number; accelerated: boolean };
export type LibraryPlan = StagePlan & Pick<CampaignPlan, "accelerator" | "budget"> & { stages: number };

/** A method that looks at everything at once gets at most so many ligands, about 100 MB. */
export const mostAtOnce = 100_000;

export const taskOf = (plan: CampaignPlan, stage: number): StageTask => {
  const { method, settings } = plan.stages[stage]!;
  return { method, settings, seed: plan.seed };
};

/** How many ligands a shard of the stage holds. */
export const shardSizeOf = ({ shardSize }: MethodTraits): number => (shardSize === "all" ? mostAtOnce : shardSize);

/** Throws `campaign.stage.too_many` when a method that looks at everything at once would get more than one shard. */
export function checkWhole(task: StageTask, traits: MethodTraits, shards: number, count: number): void {
  if (traits.shardSize === "all" && shards > 1) {
    throw campaignErrors.create("stage.too_many", { method: task.method, most: mostAtOnce, count });
  }
}

/**
 * Divides the library of a campaign into shards, each an artifact. Called again after a crash, it goes on behind the
 * last planned shard; compounds registered after the campaign's start are not part of it. Every stage's method and
 * settings are checked before the first shard.
 */
export async function planLibrary(
  { db, artifacts, scorer }: CampaignTools,
  { campaignId }: { campaignId: CampaignId },
  signal: AbortSignal,
): Promise<LibraryPlan> {
  const { plan, projectId, maxSeq } = await startCampaign(db, campaignId);
  const traits = await Promise.all(plan.stages.map((_, stage) => scorer.traits(taskOf(plan, stage))));
  const scope = { projectId, scope: plan.library, maxSeq, endpoints: [] };
  const size = shardSizeOf(traits[0]!);
  const stage = 0;
  for (let planned = await campaignPlannedSoFar(db, { campaignId, stage }); ; ) {
    signal.throwIfAborted();
    const molecules = await nextMolecules(db, scope, {}, planned.lastSeq, size);
    const last = molecules.at(-1);
    if (last === undefined) break;
    const key = shardKey(campaignId, stage, planned.shards);
    const ligands = molecules.map((molecule): ShardLigand => ({ ...molecule, scores: {} }));
    await writeLigands(artifacts, key, ligands);
    const shard = { campaignId, stage, shard: planned.shards, key, lastSeq: last.seq, size: molecules.length };
    await planCampaignShard(db, shard);
    planned = { shards: planned.shards + 1, lastSeq: last.seq };
  }
  const { shards, incoming } = await openCampaignStage(db, { campaignId, stage });
  checkWhole(taskOf(plan, stage), traits[0]!, shards, incoming);
  const { accelerator, budget, stages } = plan;
  return { shards, accelerated: traits[0]!.accelerated, accelerator, budget, stages: stages.length };
}
