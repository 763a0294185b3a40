import { setTimeout as sleep } from "node:timers/promises";
import type { LigandOutcome } from "@qinghao/screening/methods";
import type { ShardLigand, StageScorer } from "../src/scorer.ts";
import { openLigandPool } from "../src/threads/ligand-pool.ts";

/**
 * Methods whose results are known in advance, for tests of the orchestration alone.
 * `last-digits`: the number at the end of the SMILES, modulo `settings.modulo`; passes below `settings.below`. A number
 * divisible by 1,000 has no result. `everything`: sees the whole stage and passes the even ones.
 */
export function createTableScorer(options: { shardSize: number; msPerShard: number; device?: string }): StageScorer {
  const pool = openLigandPool(1);
  return {
    traits: async ({ method }) => ({
      better: "lower",
      shardSize: method === "everything" ? "all" : options.shardSize,
      accelerated: method === "last-digits",
      ...(method === "last-digits" ? { learnable: true as const } : {}),
    }),
    async score({ settings }, ligands, signal) {
      await sleep(options.msPerShard, undefined, { signal });
      const { modulo = 100, below = Number.POSITIVE_INFINITY } = settings as { modulo?: number; below?: number };
      return ligands.map((ligand) => outcomeOf(ligand, modulo, below));
    },
    record: async () => ({ backend: "table", device: options.device ?? "CPU", toolkits: { table: "1" } }),
    triage: async (ligands) => ligands.map(() => ({ cluster: null, nearestKnown: null })),
    surrogate: pool.surrogate,
    close: pool.close,
  };
}

function outcomeOf({ smiles }: ShardLigand, modulo: number, below: number): LigandOutcome {
  const number = Number(/\d+$/.exec(smiles)![0]);
  if (number % 1000 === 0) return { ok: false, code: "table.unknown", reason: { en: "A thousand.", zh: "整千。" } };
  const score = number % modulo;
  return { ok: true, score, passes: score < below, poses: `pose of ${number}` };
}
