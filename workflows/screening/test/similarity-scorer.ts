import { setTimeout as sleep } from "node:timers/promises";
import { createFolderStore } from "@qinghao/artifacts/node";
import { wasmDocking } from "@qinghao/docking/node";
import { createMethodScorer } from "../src/method-scorer.ts";
import type { StageScorer } from "../src/scorer.ts";

/**
 * The real methods on one thread, in small shards, each as if it were slow: a cheap score, such as similarity, then stands
 * for one that is worth learning.
 */
export function createSimilarityScorer(options: {
  artifactsDir: string;
  shardSize: number;
  msPerShard: number;
}): StageScorer {
  const { shardSize, msPerShard } = options;
  const artifacts = createFolderStore(options.artifactsDir);
  const scorer = createMethodScorer({ threads: 1, artifacts, backend: wasmDocking({ threads: 1 }), device: "CPU" });
  return {
    ...scorer,
    traits: async (task) => ({ ...(await scorer.traits(task)), shardSize, learnable: true }),
    async score(task, ligands, signal) {
      await sleep(msPerShard, undefined, { signal });
      return scorer.score(task, ligands, signal);
    },
  };
}
