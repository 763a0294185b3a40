import path from "node:path";
import { logTail, startProgram } from "@qinghao/services";
import { z } from "zod";
import { launcherErrors } from "./errors.ts";
import type { RunningPart } from "./supervisor.ts";

/** What the worker process reports when it begins to ask for work. */
export const workerReadySchema = z.object({ kind: z.literal("ready"), threads: z.number(), backend: z.string() });
export type WorkerReady = z.infer<typeof workerReadySchema>;
export type RunningWorker = RunningPart & { readonly ready: WorkerReady };

/** Starts the process that executes workflows and activities, and waits until it polls. */
export async function startWorker(options: {
  log: string;
  env: NodeJS.ProcessEnv;
  timeoutMs?: number;
}): Promise<RunningWorker> {
  const isReady = Promise.withResolvers<WorkerReady>();
  const worker = startProgram(process.execPath, [path.join(import.meta.dirname, "worker-process.ts")], options.log, {
    env: {
      ...options.env,
      NODE_OPTIONS: `${options.env.NODE_OPTIONS ?? ""} --disable-warning=ExperimentalWarning`.trim(),
    },
    onMessage: (message) => {
      const parsed = workerReadySchema.safeParse(message);
      if (parsed.success) isReady.resolve(parsed.data);
    },
  });
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), options.timeoutMs ?? 120_000);
  const first = await Promise.race([isReady.promise, worker.exited.then(() => "ended" as const), late.promise]);
  clearTimeout(timer);
  if (first === "ended" || first === "late") {
    await worker.stop("SIGKILL", 0);
    const reason = first === "late" ? "no answer in time" : `it ended: ${logTail(options.log)}`;
    throw launcherErrors.create("part.not_ready", { part: "The worker", reason, log: options.log });
  }
  return { ready: first, pid: worker.pid, exited: worker.exited, stop: () => worker.stop("SIGTERM", 4_000) };
}
