import { createThreadPool, type ThreadPool } from "@qinghao/compute/node";
import { ligandMethod, readSettings } from "@qinghao/screening/methods";
import type { StageScorer } from "./scorer.ts";
import type { LigandAnswer, LigandTask } from "./threads/tasks.ts";

/** The methods of `@qinghao/screening` on threads with an RDKit each, started with the first shard. */
export function createMethodScorer({ threads }: { threads: number }): StageScorer {
  let started: ThreadPool<LigandTask, LigandAnswer> | null = null;
  const pool = () => {
    started ??= createThreadPool({
      script: new URL("./threads/ligand.worker.ts", import.meta.url),
      size: threads,
      init: null,
    });
    return started;
  };
  let toolkits: Record<string, string> = {};
  return {
    async traits({ method, settings }) {
      const found = ligandMethod(method);
      readSettings(found, settings);
      return found;
    },
    async score(task, ligands, signal) {
      const smiles = ligands.map((ligand) => ligand.smiles);
      const whole = ligandMethod(task.method).shardSize === "all";
      const chunk = whole ? smiles.length : Math.max(1, Math.ceil(smiles.length / (2 * threads)));
      const parts: LigandTask[] = [];
      for (let at = 0; at < smiles.length; at += chunk) parts.push({ ...task, ligands: smiles.slice(at, at + chunk) });
      const answers = await Promise.all(parts.map((part) => pool().run(part, [], signal)));
      if (answers[0] !== undefined) toolkits = { rdkit: answers[0].toolkit };
      return answers.flatMap(({ outcomes }) => outcomes);
    },
    record: async () => ({ backend: "wasm", device: "CPU", toolkits }),
    close: async () => started?.terminate(),
  };
}
