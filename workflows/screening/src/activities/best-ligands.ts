import type { ArtifactStore } from "@qinghao/artifacts";
import { readScored, type ScoredLigand } from "./ligand-shards.ts";

type Limits = { better: "higher" | "lower"; atMost: number };

/** What a ligand is ranked by: its score, then the order of registration. A smaller pair is better. */
type RankKey = { score: number; seq: number };
const isBefore = (a: RankKey, b: RankKey): boolean => a.score < b.score || (a.score === b.score && a.seq < b.seq);

/**
 * The last pair that is among the best `atMost`, or null when all are. Holds 16 bytes for each ligand that passes.
 * @param keys result files of the stage's shards
 */
async function cutOf(
  artifacts: ArtifactStore,
  keys: readonly string[],
  count: number,
  { better, atMost }: Limits,
): Promise<RankKey | null> {
  if (count <= atMost) return null;
  const scores = new Float64Array(count);
  const seqs = new Float64Array(count);
  let filled = 0;
  for (const key of keys) {
    for (const { score, seq, passes } of await readScored(artifacts, key)) {
      if (!passes) continue;
      scores[filled] = better === "higher" ? -score : score;
      seqs[filled++] = seq;
    }
  }
  const order = Uint32Array.from({ length: filled }, (_, i) => i);
  order.sort((a, b) => scores[a]! - scores[b]! || seqs[a]! - seqs[b]!);
  const last = order[atMost - 1]!;
  return { score: scores[last]!, seq: seqs[last]! };
}

/** The ligands of a stage that pass and are among the best `atMost`, in the order of the shards. */
export async function* bestLigands(
  artifacts: ArtifactStore,
  keys: readonly string[],
  passed: number,
  limits: Limits,
): AsyncIterable<ScoredLigand> {
  if (limits.atMost < 1) return;
  const cut = await cutOf(artifacts, keys, passed, limits);
  for (const key of keys) {
    for (const ligand of await readScored(artifacts, key)) {
      const rank = { score: limits.better === "higher" ? -ligand.score : ligand.score, seq: ligand.seq };
      if (ligand.passes && (cut === null || !isBefore(cut, rank))) yield ligand;
    }
  }
}
