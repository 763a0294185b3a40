import type { SurrogateTools } from "../scorer.ts";
import type { LigandAnswer, SurrogateTask } from "./tasks.ts";

type Run = (task: SurrogateTask, signal: AbortSignal) => Promise<LigandAnswer>;

/** Active learning on threads. */
export function createSurrogateTools(run: Run): SurrogateTools {
  async function ask<Kind extends SurrogateTask["kind"]>(
    task: SurrogateTask & { kind: Kind },
    signal: AbortSignal,
  ): Promise<Extract<LigandAnswer, { kind: Kind }>> {
    const answer = await run(task, signal);
    const isOwn = (one: LigandAnswer): one is Extract<LigandAnswer, { kind: Kind }> => one.kind === task.kind;
    if (!isOwn(answer)) throw new Error(`a thread answered ${answer.kind} to ${task.kind}`);
    return answer;
  }
  return {
    features: async (ligands, signal) => (await ask({ kind: "features", ligands }, signal)).features,
    learn: async (features, scores, seed, signal) =>
      (await ask({ kind: "learn", features, scores, seed }, signal)).learned,
    expect: async (learned, features, signal) => (await ask({ kind: "expect", learned, features }, signal)).expected,
  };
}
