import { createThreadPool, type ThreadPool } from "@qinghao/compute/node";
import type { DockingSettings, LigandForms, LigandOutcome } from "@qinghao/screening/methods";
import type { HitTriage } from "../scorer.ts";
import { createSurrogateTools } from "./surrogate-tools.ts";
import type { LigandAnswer, LigandsTask, LigandTask, RescoreTask, ScoreTask } from "./tasks.ts";

/** Tanimoto similarity of Morgan fingerprints from which two hits may share a cluster. */
const clusterSimilarity = 0.5;

/** Threads with an RDKit each, started with the first task. */
export function openLigandPool(threads: number) {
  let started: ThreadPool<LigandTask, LigandAnswer> | null = null;
  const pool = () => {
    started ??= createThreadPool({ script: new URL("./ligand.worker.ts", import.meta.url), size: threads, init: null });
    return started;
  };
  let toolkits: Record<string, string> = {};
  /** Answers of the parts that ligands are divided into, in order. */
  async function ask<Task extends LigandsTask>(
    task: Task,
    chunk: number,
    signal: AbortSignal,
  ): Promise<LigandAnswer[]> {
    const parts: Task[] = [];
    for (let at = 0; at < task.ligands.length; at += chunk)
      parts.push({ ...task, ligands: task.ligands.slice(at, at + chunk) });
    const answers = await Promise.all(parts.map((part) => pool().run(part, [], signal)));
    if (answers[0] !== undefined) toolkits = { rdkit: answers[0].toolkit };
    return answers;
  }
  return {
    /** @param isWhole the method looks at all ligands at once */
    async score(task: Omit<ScoreTask, "kind">, isWhole: boolean, signal: AbortSignal): Promise<LigandOutcome[]> {
      const count = task.ligands.length;
      const chunk = Math.max(1, isWhole ? count : Math.ceil(count / (2 * threads)));
      const answers = await ask({ kind: "score", ...task }, chunk, signal);
      return answers.flatMap((answer) => (answer.kind === "score" ? answer.outcomes : []));
    },
    /** Makes ligands ready for docking. */
    async forms(
      settings: DockingSettings,
      seed: number,
      ligands: string[],
      signal: AbortSignal,
    ): Promise<LigandForms[]> {
      const answers = await ask({ kind: "forms", settings, seed, ligands }, 4, signal);
      return answers.flatMap((answer) => (answer.kind === "forms" ? answer.forms : []));
    },
    async rescore(task: Omit<RescoreTask, "kind">, signal: AbortSignal): Promise<LigandOutcome[]> {
      const chunk = Math.max(1, Math.ceil(task.ligands.length / threads));
      const answers = await ask({ kind: "rescore", ...task }, chunk, signal);
      return answers.flatMap((answer) => (answer.kind === "score" ? answer.outcomes : []));
    },
    /** Clusters of molecules and how like the actives each is. */
    async triage(ligands: readonly string[], actives: readonly string[], signal: AbortSignal): Promise<HitTriage[]> {
      const task = { kind: "print" as const, ligands: [...ligands], actives: [...actives] };
      const found = (await ask(task, 500, signal)).flatMap((answer) => (answer.kind === "print" ? [answer] : []));
      const prints = found.flatMap((answer) => answer.prints);
      const whole = { kind: "cluster" as const, ligands: prints, threshold: clusterSimilarity };
      const clusters = (await ask(whole, Math.max(1, prints.length), signal)).flatMap((answer) =>
        answer.kind === "cluster" ? answer.clusters : [],
      );
      const nearest = found.flatMap((answer) => answer.nearest);
      return prints.map((_, at) => ({ cluster: clusters[at] ?? null, nearestKnown: nearest[at] ?? null }));
    },
    surrogate: createSurrogateTools((task, signal) => pool().run(task, [], signal)),
    toolkits: () => toolkits,
    close: async () => started?.terminate(),
  };
}
export type LigandPool = ReturnType<typeof openLigandPool>;
