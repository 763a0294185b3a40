import { createFolderStore } from "@qinghao/artifacts/node";
import { openDatabase } from "@qinghao/db";
import { type JobWorker, superviseWorkers } from "@qinghao/jobs";
import { createComputeActivities, createModellingActivities } from "./activities/modelling.activities.ts";
import { modellingCpuQueue, modellingGpuQueue, modellingTaskQueue } from "./contract.ts";
import type { ShardPredictor } from "./predictor.ts";

export type ModellingServices = {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  /** Folder of the artifact store. */
  artifactsDir: string;
};

/** Shards of one queue at once in this process: while one computes, the other reads or writes. */
const shardsAtOnce = 2;

/** Workers on the modelling queues; on the GPU's only where there is a predictor for it. */
export async function createModellingWorkers(
  env: ModellingServices,
  predictors: { cpu: ShardPredictor; gpu: ShardPredictor | null },
): Promise<JobWorker> {
  const db = openDatabase(env.databaseUrl, { applicationName: "qinghao-modelling" });
  const stores = { db, artifacts: createFolderStore(env.artifactsDir) };
  const { cpu, gpu } = predictors;
  const computeQueue = (taskQueue: string, queue: "cpu" | "gpu", predictor: ShardPredictor) => ({
    taskQueue,
    activities: createComputeActivities({ ...stores, predictor }, queue),
    concurrency: shardsAtOnce,
  });
  return superviseWorkers({
    address: env.temporalAddress,
    namespace: env.namespace,
    workflowsPath: new URL("./workflows/index.ts", import.meta.url),
    queues: [
      {
        taskQueue: modellingTaskQueue,
        hostsWorkflows: true,
        activities: createModellingActivities({ ...stores, predictor: cpu }),
        concurrency: 4,
      },
      computeQueue(modellingCpuQueue, "cpu", cpu),
      ...(gpu === null ? [] : [computeQueue(modellingGpuQueue, "gpu", gpu)]),
    ],
    close: async () => {
      await Promise.all([cpu.close(), gpu?.close()]);
      await db.close();
    },
  });
}
