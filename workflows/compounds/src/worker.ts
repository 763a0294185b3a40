import { createFolderStore } from "@qinghao/artifacts/node";
import { openDatabase } from "@qinghao/db";
import { type JobWorker, superviseWorkers } from "@qinghao/jobs";
import { createCompoundsActivities } from "./activities/compounds.activities.ts";
import { compoundsTaskQueue } from "./contract.ts";
import { createChemistryPool } from "./threads/chemistry-pool.ts";

export type CompoundsWorkerEnv = {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  /** Folder of the artifact store. */
  artifactsDir: string;
  /** Threads for chemistry. */
  threads: number;
};

/** Jobs of this worker at once; they share its threads. */
const concurrency = 4;

/** A worker on the queue of imports and searches. */
export async function createCompoundsWorker(env: CompoundsWorkerEnv): Promise<JobWorker> {
  const db = openDatabase(env.databaseUrl, { applicationName: "qinghao-compounds" });
  const chemistry = createChemistryPool(env.threads);
  const activities = createCompoundsActivities({ db, artifacts: createFolderStore(env.artifactsDir), chemistry });
  return superviseWorkers({
    address: env.temporalAddress,
    namespace: env.namespace,
    workflowsPath: new URL("./workflows/index.ts", import.meta.url),
    queues: [{ taskQueue: compoundsTaskQueue, hostsWorkflows: true, activities, concurrency }],
    close: async () => {
      await chemistry.close();
      await db.close();
    },
  });
}
