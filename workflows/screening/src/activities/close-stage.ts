import {
  closeCampaignStage,
  getCampaign,
  listDoneCampaignShards,
  openCampaignStage,
  planCampaignShard,
  storeCampaignHits,
} from "@qinghao/db";
import type { CampaignPlan } from "@qinghao/db/campaign-schema";
import type { CampaignId } from "@qinghao/kernel";
import type { ShardLigand } from "../scorer.ts";
import { bestLigands } from "./best-ligands.ts";
import { type ScoredLigand, shardKey, writeLigands } from "./ligand-shards.ts";
import { type CampaignTools, checkWhole, type StagePlan, shardSizeOf, taskOf } from "./plan-library.ts";

/** Hits that are kept and shown at most; the results files hold every score. */
const mostHits = 50_000;

type StageRef = { campaignId: CampaignId; stage: number };

/** Keeps the best of a stage and plans the next one. Calling it again plans the same shards. */
export async function advanceStage(
  tools: CampaignTools,
  { campaignId, stage }: StageRef,
  signal: AbortSignal,
): Promise<StagePlan> {
  const { db, artifacts, scorer } = tools;
  const { plan } = await getCampaign(db, campaignId);
  const next = stage + 1;
  const traits = await scorer.traits(taskOf(plan, next));
  const size = shardSizeOf(traits);
  let kept = 0;
  let shards = 0;
  let waiting: ShardLigand[] = [];
  const flush = async () => {
    if (waiting.length === 0) return;
    const key = shardKey(campaignId, next, shards);
    await writeLigands(artifacts, key, waiting);
    const lastSeq = waiting.at(-1)!.seq;
    await planCampaignShard(db, { campaignId, stage: next, shard: shards, key, lastSeq, size: waiting.length });
    shards++;
    waiting = [];
  };
  for await (const { score: _score, passes: _passes, ...ligand } of await survivors(tools, plan, {
    campaignId,
    stage,
  })) {
    signal.throwIfAborted();
    kept++;
    if (waiting.push(ligand) === size) await flush();
  }
  await flush();
  await closeCampaignStage(db, { campaignId, stage }, kept);
  checkWhole(taskOf(plan, next), traits, shards, kept);
  const opened = await openCampaignStage(db, { campaignId, stage: next });
  return { shards: opened.shards, accelerated: traits.accelerated };
}

/** Ranks what came out of the last stage that ran, sorts it into clusters and compares it with the known actives. */
export async function rankHits(
  tools: CampaignTools,
  { campaignId, stage }: StageRef,
  signal: AbortSignal,
): Promise<{ hits: number }> {
  const { plan } = await getCampaign(tools.db, campaignId);
  const { better } = await tools.scorer.traits(taskOf(plan, stage));
  const found: ScoredLigand[] = [];
  for await (const ligand of await survivors(tools, plan, { campaignId, stage }, mostHits)) found.push(ligand);
  const sign = better === "higher" ? -1 : 1;
  found.sort((a, b) => sign * (a.score - b.score) || a.seq - b.seq);
  const smiles = found.map((ligand) => ligand.smiles);
  const triage = await tools.scorer.triage(smiles, activesOf(plan), signal);
  const hits = found.map(({ seq, score, scores, poses }, i) => {
    return { rank: i + 1, compoundSeq: seq, score, scores, poses: poses ?? null, ...triage[i] };
  });
  await storeCampaignHits(tools.db, campaignId, hits);
  await closeCampaignStage(tools.db, { campaignId, stage }, hits.length);
  return { hits: hits.length };
}

/** Molecules (SMILES) that any stage of the plan compares with. */
const activesOf = ({ stages }: CampaignPlan): string[] => [
  ...new Set(
    stages.flatMap(({ settings: { actives } }) =>
      Array.isArray(actives) ? actives.filter((one) => typeof one === "string") : [],
    ),
  ),
];

async function survivors(
  { db, artifacts, scorer }: CampaignTools,
  plan: CampaignPlan,
  { campaignId, stage }: StageRef,
  most = Number.POSITIVE_INFINITY,
): Promise<AsyncIterable<ScoredLigand>> {
  const shards = await listDoneCampaignShards(db, { campaignId, stage });
  const { better } = await scorer.traits(taskOf(plan, stage));
  const { keep } = plan.stages[stage]!;
  const passed = shards.reduce((sum, shard) => sum + shard.passed, 0);
  const seen = shards.reduce((sum, { size }) => sum + size, 0);
  const share = keep.fraction === undefined ? most : Math.max(1, Math.round(keep.fraction * seen));
  const atMost = Math.min(most, keep.atMost ?? most, share);
  const keys = shards.flatMap(({ resultsKey }) => resultsKey ?? []);
  return bestLigands(artifacts, keys, passed, { better, atMost });
}
