import { activity, type JobWorker, superviseWorkers } from "@qinghao/jobs";
import { Client, Connection, ScheduleAlreadyRunning } from "@temporalio/client";
import { refreshSiteWorkflow, siteScheduleId, siteTaskQueue } from "./names.ts";
import type { SiteActivities } from "./site-activities.ts";

export type { SiteActivities } from "./site-activities.ts";

export type SiteWorkerEnv = { site: string; temporalAddress: string; namespace: string };

/** Work of a node as plain functions with a signal; heartbeats and failures are made here. */
export type SiteWork = {
  [Name in keyof SiteActivities]: (
    input: Parameters<SiteActivities[Name]>[0],
    signal: AbortSignal,
  ) => ReturnType<SiteActivities[Name]>;
};

/** A node's worker: it dials out and polls the queue of its own site. */
export async function createSiteWorker(
  env: SiteWorkerEnv,
  work: SiteWork,
  close: () => Promise<void>,
): Promise<JobWorker> {
  const activities: SiteActivities = {
    admitQuery: activity(work.admitQuery),
    answerQuery: activity(work.answerQuery),
    enlistCandidates: activity(work.enlistCandidates),
    refreshRecords: activity(work.refreshRecords),
  };
  return superviseWorkers({
    address: env.temporalAddress,
    namespace: env.namespace,
    workflowsPath: new URL("./site-workflows/index.ts", import.meta.url),
    queues: [{ taskQueue: siteTaskQueue(env.site), hostsWorkflows: true, activities, concurrency: 2 }],
    close,
  });
}

/** Has the site's records read again at an interval, by a schedule of Temporal; one that is there already stays. */
export async function scheduleRefresh(env: SiteWorkerEnv, everyMinutes: number): Promise<void> {
  const connection = await Connection.connect({ address: env.temporalAddress });
  try {
    const client = new Client({ connection, namespace: env.namespace });
    await client.schedule.create({
      scheduleId: siteScheduleId(env.site),
      spec: { intervals: [{ every: `${everyMinutes} minutes` }] },
      policies: { overlap: "SKIP" },
      action: {
        type: "startWorkflow",
        workflowType: refreshSiteWorkflow,
        taskQueue: siteTaskQueue(env.site),
        args: [],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  } finally {
    await connection.close();
  }
}
