import type { JobWorker } from "@qinghao/jobs";
import { createMethodScorer } from "./method-scorer.ts";
import { createScreeningWorkers, type ScreeningServices } from "./screening-workers.ts";

/** Shards at once in this process: while one computes, the other reads or writes. */
const cpuSlots = 2;

/** Workers on the screening queues with every method that this machine can run. */
export const createScreeningWorker = ({
  threads,
  ...services
}: ScreeningServices & { threads: number }): Promise<JobWorker> =>
  createScreeningWorkers(services, { cpu: { scorer: createMethodScorer({ threads }), slots: cpuSlots }, gpu: null });
