import type { JobState, RunView } from "@qinghao/api/schema";
import type { JobState as ChipState } from "@qinghao/ui";

export const isOver = (state: JobState): boolean =>
  state === "completed" || state === "failed" || state === "cancelled";

/** What the chip says: waiting and partly failed are seen, though the server knows them by other fields. */
export function chipState(run: Pick<RunView, "state" | "waiting" | "progress">): ChipState {
  if (run.waiting !== null && !isOver(run.state)) return "waiting";
  if (run.state === "completed" && run.progress.failed > 0) return "partial";
  return run.state;
}

/** Seconds from start to end, or to `now` while it runs; null before it started. */
export function secondsTaken(run: Pick<RunView, "startedAt" | "finishedAt">, now: number): number | null {
  if (run.startedAt === null) return null;
  const end = run.finishedAt === null ? now : Date.parse(run.finishedAt);
  return Math.max(0, (end - Date.parse(run.startedAt)) / 1000);
}
