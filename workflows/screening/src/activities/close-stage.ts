import { closeCampaignStage, getCampaign, listDoneCampaignShards, storeCampaignHits } from "@qinghao/db";
import type { CampaignPlan } from "@qinghao/db/campaign-schema";
import type { ShardLigand } from "../scorer.ts";
import { bestLigands } from "./best-ligands.ts";
import { type CampaignTools, taskOf } from "./campaign-tools.ts";
import type { ScoredLigand } from "./ligand-shards.ts";
import { openIntake, type StagePlan, type StageRef } from "./stage-intake.ts";

/** Hits that are kept and shown at most; the results files hold every score. */
const mostHits = 50_000;

/** Keeps the best of a stage and plans the next one. Calling it again plans the same shards. */
export async function advanceStage(
  tools: CampaignTools,
  { campaignId, stage }: StageRef,
  signal: AbortSignal,
): Promise<StagePlan> {
  const { db, scorer } = tools;
  const { plan } = await getCampaign(db, campaignId);
  const next = stage + 1;
  const intake = openIntake(tools, plan, { campaignId, stage: next }, await scorer.traits(taskOf(plan, next)));
  let kept = 0;
  let parts = 0;
  let waiting: ShardLigand[] = [];
  const flush = async () => {
    if (waiting.length === 0) return;
    await intake.add(parts++, waiting);
    waiting = [];
  };
  for await (const { score: _score, passes: _passes, ...ligand } of await survivors(tools, plan, {
    campaignId,
    stage,
  })) {
    signal.throwIfAborted();
    kept++;
    if (waiting.push(ligand) === intake.size) await flush();
  }
  await flush();
  await closeCampaignStage(db, { campaignId, stage }, kept);
  return intake.open();
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
