import { createFolderStore } from "@qinghao/artifacts/node";
import { openDatabase } from "@qinghao/db";
import { type JobWorker, superviseWorkers } from "@qinghao/jobs";
import { createComputeActivities, createScreeningActivities } from "./activities/screening.activities.ts";
import { BusyMeter } from "./busy-meter.ts";
import { screeningCpuQueue, screeningGpuQueue, screeningTaskQueue } from "./contract.ts";
import { reportLoad } from "./load-reports.ts";
import type { StageScorer } from "./scorer.ts";

export type ScreeningServices = {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  /** Folder of the artifact store. */
  artifactsDir: string;
};

/** A scorer, how many shards its device takes at once, and what the device is called. */
export type Slots = { scorer: StageScorer; slots: number; device: string };

/** Workers on the screening queues; on the GPU's only where there is a scorer for it. */
export async function createScreeningWorkers(
  env: ScreeningServices,
  devices: { cpu: Slots; gpu: Slots | null },
): Promise<JobWorker> {
  const db = openDatabase(env.databaseUrl, { applicationName: "qinghao-screening" });
  const stores = { db, artifacts: createFolderStore(env.artifactsDir) };
  const { cpu, gpu } = devices;
  const reports: ReturnType<typeof reportLoad>[] = [];
  const computeQueue = (taskQueue: string, queue: "cpu" | "gpu", { scorer, slots, device }: Slots) => {
    const meter = new BusyMeter(slots, () => performance.now());
    reports.push(reportLoad(db, { queue: taskQueue, device, slots, meter }));
    return { taskQueue, activities: createComputeActivities({ ...stores, scorer }, queue, meter), concurrency: slots };
  };
  return superviseWorkers({
    address: env.temporalAddress,
    namespace: env.namespace,
    workflowsPath: new URL("./workflows/index.ts", import.meta.url),
    queues: [
      {
        taskQueue: screeningTaskQueue,
        hostsWorkflows: true,
        activities: createScreeningActivities({ ...stores, scorer: cpu.scorer }),
        concurrency: 4,
      },
      computeQueue(screeningCpuQueue, "cpu", cpu),
      ...(gpu === null ? [] : [computeQueue(screeningGpuQueue, "gpu", gpu)]),
    ],
    close: async () => {
      await Promise.all([cpu.scorer.close(), gpu?.scorer.close(), ...reports.map((report) => report.stop())]);
      await db.close();
    },
  });
}
