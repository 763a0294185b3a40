import { getCampaign, getCampaignShard, storeCampaignShard } from "@qinghao/db";
import type { RunRecord } from "@qinghao/db/schema";
import type { ComputeQueue } from "@qinghao/jobs/workflow";
import type { CampaignId } from "@qinghao/kernel";
import { campaignErrors } from "../errors.ts";
import { type CampaignTools, taskOf } from "./campaign-tools.ts";
import { readLigands, writeScored } from "./ligand-shards.ts";

export type ScoreShardInput = { campaignId: CampaignId; stage: number; shard: number };

/**
 * Scores one shard of a stage and stores its mark, failures and counts in one transaction: however often it is called,
 * each ligand counts once.
 * @returns ligands that pass the method's limits
 */
export async function scoreShard(
  { db, artifacts, scorer }: CampaignTools,
  queue: ComputeQueue,
  at: ScoreShardInput,
  signal: AbortSignal,
): Promise<{ passed: number }> {
  const planned = await getCampaignShard(db, at);
  if (planned.state === "done") return { passed: planned.passed };
  const { plan } = await getCampaign(db, at.campaignId);
  const ligands = await readLigands(artifacts, planned.key);
  const task = taskOf(plan, at.stage);
  const outcomes = await scorer.score(task, ligands, signal);
  if (outcomes.length !== ligands.length) {
    throw campaignErrors.create("shard.incomplete", { asked: ligands.length, got: outcomes.length });
  }
  signal.throwIfAborted();
  const { resultsKey, done, passed } = await writeScored(artifacts, at, ligands, outcomes);
  const failures = outcomes.flatMap((outcome, i) =>
    outcome.ok ? [] : [{ compoundSeq: ligands[i]!.seq, code: outcome.code, reason: outcome.reason }],
  );
  const isFallback = plan.accelerator === "gpu-or-cpu" && queue === "cpu";
  const record: RunRecord = {
    ...(await scorer.record(task)),
    queue,
    fallback: isFallback ? cpuInstead : null,
    models: {},
  };
  await storeCampaignShard(db, at, { done, passed, failures, resultsKey, record });
  return { passed };
}

const cpuInstead = {
  en: "No accelerator answered in time; the CPU computed this stage.",
  zh: "没有加速器及时响应，本阶段由 CPU 完成。",
};
