// The process that executes workflows and activities. Started by the launcher; ends with it.
import { availableParallelism } from "node:os";
import { createCompoundsWorker } from "@qinghao/workflow-compounds/worker";
import { createModellingWorker } from "@qinghao/workflow-modelling/worker";
import { createScreeningWorker } from "@qinghao/workflow-screening/worker";
import { createTrialMatchingWorker } from "@qinghao/workflow-trial-matching/worker";
import { z } from "zod";
import type { WorkerReady } from "./worker.ts";

const env = z
  .object({
    DATABASE_URL: z.string().min(1),
    TEMPORAL_ADDRESS: z.string().min(1),
    TEMPORAL_NAMESPACE: z.string().min(1).default("default"),
    QINGHAO_ARTIFACTS: z.string().min(1),
    QINGHAO_WEIGHTS: z.string().min(1),
    QINGHAO_BACKEND: z.enum(["auto", "tensorflow", "webgpu", "wasm", "cpu"]).default("auto"),
    QINGHAO_THREADS: z.coerce.number().int().min(1).default(availableParallelism()),
  })
  .parse(process.env);

const workerEnv = {
  databaseUrl: env.DATABASE_URL,
  temporalAddress: env.TEMPORAL_ADDRESS,
  namespace: env.TEMPORAL_NAMESPACE,
  artifactsDir: env.QINGHAO_ARTIFACTS,
  weightsDir: env.QINGHAO_WEIGHTS,
  threads: env.QINGHAO_THREADS,
  backend: env.QINGHAO_BACKEND,
};

const workers = await Promise.all([
  createCompoundsWorker(workerEnv),
  createModellingWorker(workerEnv),
  createScreeningWorker(workerEnv),
  createTrialMatchingWorker(workerEnv),
]);
const shutdown = () => void Promise.allSettled(workers.map((worker) => worker.shutdown()));
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, shutdown);
process.once("disconnect", shutdown); // The launcher itself was killed.

const working = Promise.all(workers.map((worker) => worker.run()));
const ready: WorkerReady = { kind: "ready", threads: workerEnv.threads, backend: workerEnv.backend };
process.send?.(ready);
try {
  await working;
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
