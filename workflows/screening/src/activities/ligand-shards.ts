import type { ArtifactStore } from "@qinghao/artifacts";
import type { CampaignId } from "@qinghao/kernel";
import { type LigandOutcome, type PoseRef, readPoseFile, writePoseFile } from "@qinghao/screening/methods";
import type { ShardLigand } from "../scorer.ts";

/** What a shard's results file holds per ligand that has a result. */
export type ScoredLigand = ShardLigand & { score: number; passes: boolean };

export const shardName = (shard: number): string => String(shard).padStart(6, "0");
export const shardKey = (campaignId: CampaignId, stage: number, shard: number): string =>
  `campaigns/${campaignId}/${stage}/shards/${shardName(shard)}.json`;
/** A part of the ligands that a stage chooses from. */
export const poolKey = (campaignId: CampaignId, stage: number, part: number): string =>
  `campaigns/${campaignId}/${stage}/pool/${shardName(part)}.json`;
export const featuresKeyOf = (part: string): string => part.replace(/\.json$/, ".features");
export const resultsKeyOf = (campaignId: CampaignId, stage: number, shard: number): string =>
  `campaigns/${campaignId}/${stage}/results/${shardName(shard)}.json`;
export const posesKeyOf = (campaignId: CampaignId, stage: number, shard: number): string =>
  `campaigns/${campaignId}/${stage}/poses/${shardName(shard)}.json`;

export const writeLigands = (artifacts: ArtifactStore, key: string, ligands: readonly ShardLigand[]) =>
  artifacts.put(key, new TextEncoder().encode(JSON.stringify(ligands)));

const readJson = async (artifacts: ArtifactStore, key: string): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await artifacts.get(key)));

export const readLigands = async (artifacts: ArtifactStore, key: string): Promise<ShardLigand[]> =>
  (await readJson(artifacts, key)) as ShardLigand[];
export const readScored = async (artifacts: ArtifactStore, key: string): Promise<ScoredLigand[]> =>
  (await readJson(artifacts, key)) as ScoredLigand[];

/** The poses of each ligand, SD records; null where it has none. A file is read once for all ligands of it. */
export async function posesOf(
  artifacts: ArtifactStore,
  ligands: readonly Pick<ShardLigand, "poses">[],
): Promise<(string | null)[]> {
  const texts: (string | null)[] = ligands.map(() => null);
  const byFile = Map.groupBy(ligands.keys(), (at) => ligands[at]!.poses?.key ?? null);
  for (const [key, places] of byFile) {
    if (key === null) continue;
    const records = await readPoseFile(artifacts, key);
    for (const at of places) texts[at] = records[ligands[at]!.poses!.record] ?? null;
  }
  return texts;
}

/** Writes results and poses of a shard; the file of poses has an entry for each ligand that has some. */
export async function writeScored(
  artifacts: ArtifactStore,
  at: { campaignId: CampaignId; stage: number; shard: number },
  ligands: readonly ShardLigand[],
  outcomes: readonly LigandOutcome[],
): Promise<{ resultsKey: string; done: number; passed: number }> {
  const { campaignId, stage, shard } = at;
  const poses: string[] = [];
  const posesKey = posesKeyOf(campaignId, stage, shard);
  const scored = ligands.flatMap((ligand, i): ScoredLigand[] => {
    const outcome = outcomes[i]!;
    if (!outcome.ok) return [];
    const { score, passes } = outcome;
    let ref: { poses?: PoseRef } = {};
    if (outcome.poses !== undefined) ref = { poses: { key: posesKey, record: poses.push(outcome.poses) - 1 } };
    return [{ ...ligand, ...ref, scores: { ...ligand.scores, [stage]: score }, score, passes }];
  });
  if (poses.length > 0) await writePoseFile(artifacts, posesKey, poses);
  const { key: resultsKey } = await writeLigands(artifacts, resultsKeyOf(campaignId, stage, shard), scored);
  return { resultsKey, done: scored.length, passed: scored.filter(({ passes }) => passes).length };
}
