import { openDatabase } from "@qinghao/db";
import { type JobWorker, superviseWorkers } from "@qinghao/jobs";
import { createRunActivities } from "./activities/run.activities.ts";
import { trialMatchingTaskQueue } from "./names.ts";

export type TrialMatchingWorkerEnv = { databaseUrl: string; temporalAddress: string; namespace: string };

/** The sponsor's worker: asks the sites and writes their releases down. */
export async function createTrialMatchingWorker(env: TrialMatchingWorkerEnv): Promise<JobWorker> {
  const db = openDatabase(env.databaseUrl, { applicationName: "qinghao-trial-matching", maxConnections: 5 });
  return superviseWorkers({
    address: env.temporalAddress,
    namespace: env.namespace,
    workflowsPath: new URL("./workflows/index.ts", import.meta.url),
    queues: [
      {
        taskQueue: trialMatchingTaskQueue,
        hostsWorkflows: true,
        activities: createRunActivities(db),
        concurrency: 8,
      },
    ],
    close: () => db.close(),
  });
}
