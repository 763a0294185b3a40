import { setTimeout as pause } from "node:timers/promises";
import type { ImportView, JobState } from "@qinghao/api/schema";
import { cliErrors } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Sentence } from "../terminal/language.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { fromWire } from "./connection.ts";

export type Job = Pick<ImportView, "id" | "state" | "progress" | "error"> & {
  /** What is shown behind the progress. */
  waiting?: { message: Sentence } | null;
};

const ended: ReadonlySet<JobState> = new Set(["completed", "failed", "cancelled"]);

/** Follows a job to its end with a progress line on stderr; asks the server once a second at most. */
export async function watchJob<J extends Job>(io: Io, read: () => Promise<J>, things?: Sentence): Promise<J> {
  const line = createProgressLine(io.stderr, io.language, io.now, things);
  for (let pauseMs = 200; ; pauseMs = Math.min(1000, pauseMs * 1.5)) {
    const job = await read();
    if (ended.has(job.state)) {
      line.clear();
      return job;
    }
    line.show(job.progress, job.waiting?.message[io.language]);
    await pause(pauseMs, undefined, { signal: io.signal });
  }
}

/** Throws unless the job completed: its own error where it has one. */
export function requireCompleted(job: Job): void {
  if (job.state === "completed") return;
  if (job.error !== null) throw fromWire(job.error);
  throw cliErrors.create("job.not_completed", { id: job.id, state: job.state });
}
