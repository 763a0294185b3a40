import { type Campaign, getCampaign, listDoneCampaignShards, listPoolParts, planCampaignBatch } from "@qinghao/db";
import type { CampaignId } from "@qinghao/kernel";
import { chosenAfter, drawBatch, mostPromising } from "@qinghao/screening/active-learning";
import type { ShardLigand } from "../scorer.ts";
import { type CampaignTools, taskOf } from "./campaign-tools.ts";
import { readLigands, readScored, shardKey, writeLigands } from "./ligand-shards.ts";
import { expectPool } from "./pool-features.ts";
import type { StageRef } from "./stage-intake.ts";

export type ChooseBatchInput = { campaignId: CampaignId; stage: number; batch: number };

/**
 * Chooses the next ligands of a stage and plans their shards, the most promising first: drawn by the campaign's seed
 * while there are too few scores, then what the surrogate expects to be best. Every shard of the batches before has been
 * scored by now, so that calling it again chooses the same.
 * @returns shards of the stage so far
 */
export async function chooseBatch(
  tools: CampaignTools,
  { campaignId, stage, batch }: ChooseBatchInput,
  signal: AbortSignal,
): Promise<{ shards: number }> {
  const { db, artifacts, scorer } = tools;
  const at = { campaignId, stage };
  const { plan, stages } = await getCampaign(db, campaignId);
  const { picks, shards } = openStageOf(stages, stage);
  if (picks.batch > batch) return { shards };
  const { seed } = plan;
  const { better, shardSize } = await scorer.traits(taskOf(plan, stage));
  const keys = (await listPoolParts(db, at)).map(({ key }) => key);
  const pool = await readPool(tools, keys, signal);
  const scores = await readScores(tools, at);
  const open = [...pool.keys()].filter((index) => !scores.has(pool[index]!));
  const size = chosenAfter(picks, batch) - picks.picked;
  const expected = await expectPool(tools, { keys, pool, scores, seed }, signal);
  const chosen =
    expected === null
      ? drawBatch(open, size, seed)
      : mostPromising(open, worthOf(open, expected, better === "higher" ? 1 : -1), size);
  const ligands = await readChosen(tools, keys, new Set(chosen.map((index) => pool[index]!)), signal);
  const planned = [];
  const wide = shardSize === "all" ? size : shardSize;
  for (let from = 0; from < chosen.length; from += wide) {
    const part = chosen.slice(from, from + wide).map((index) => ligands.get(pool[index]!)!);
    const key = shardKey(campaignId, stage, shards + planned.length);
    await writeLigands(artifacts, key, part);
    planned.push({ key, size: part.length, lastSeq: part.reduce((last, { seq }) => Math.max(last, seq), 0) });
  }
  signal.throwIfAborted();
  return { shards: await planCampaignBatch(db, { ...at, batch }, planned) };
}

function openStageOf(stages: Campaign["stages"], stage: number) {
  const found = stages.find((one) => one.stage === stage);
  if (found?.picks == null) throw new Error(`stage ${stage} chooses from no pool`);
  return { picks: found.picks, shards: found.shards };
}

/** Numbers of the ligands to choose from, in order. */
async function readPool({ artifacts }: CampaignTools, keys: readonly string[], signal: AbortSignal) {
  const pool: number[] = [];
  for (const key of keys) {
    signal.throwIfAborted();
    for (const { seq } of await readLigands(artifacts, key)) pool.push(seq);
  }
  return pool;
}

/** Scores of the stage by number of the ligand; null where it has none. */
async function readScores({ db, artifacts }: CampaignTools, at: StageRef): Promise<Map<number, number | null>> {
  const scores = new Map<number, number | null>();
  for (const { key, resultsKey } of await listDoneCampaignShards(db, at)) {
    for (const { seq } of await readLigands(artifacts, key)) scores.set(seq, null);
    if (resultsKey === null) continue;
    for (const { seq, score } of await readScored(artifacts, resultsKey)) scores.set(seq, score);
  }
  return scores;
}

/** What each open ligand is worth, greater for better; a structure that cannot be read is worth least. */
const worthOf = (open: readonly number[], expected: Float64Array, sign: 1 | -1): Float64Array =>
  Float64Array.from(open, (index) => {
    const score = expected[index]!;
    return Number.isNaN(score) ? Number.NEGATIVE_INFINITY : sign * score;
  });

async function readChosen(
  { artifacts }: CampaignTools,
  keys: readonly string[],
  chosen: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<Map<number, ShardLigand>> {
  const ligands = new Map<number, ShardLigand>();
  for (const key of keys) {
    signal.throwIfAborted();
    for (const ligand of await readLigands(artifacts, key)) if (chosen.has(ligand.seq)) ligands.set(ligand.seq, ligand);
  }
  return ligands;
}
