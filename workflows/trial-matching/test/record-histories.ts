/**
 * Records the histories of real runs for the replay test: one that every site answers, one with an unreachable site that
 * answers late, one that is cancelled, and both workflows of a site. Run: node test/record-histories.ts
 */

import { setTimeout as sleep } from "node:timers/promises";
import { testPostgres, testTemporal } from "@qinghao/testing";
import { recordedHistories } from "@qinghao/testing/histories";
import { siteScheduleId, siteTaskQueue } from "../src/contract.ts";
import { createSiteWorker, scheduleRefresh } from "../src/site-worker.ts";
import { createTrialMatchingWorker } from "../src/worker.ts";
import { madeUpSite, runUntil, setStage, statesOf } from "./stage.ts";

const histories = recordedHistories(new URL("./histories/", import.meta.url));
const stage = await setStage(await testPostgres(), await testTemporal());
await stage.sign("Chen");
await stage.sign("Li");
const sponsor = await createTrialMatchingWorker(stage.services);
const running = [sponsor.run()];
const startNode = async (site: string, answerMs = 0) => {
  const node = await createSiteWorker(
    { site, ...stage.services },
    madeUpSite(site, { adults: 100, answerMs }),
    async () => {},
  );
  running.push(node.run());
  return node;
};
const north = await startNode("site_north");
const east = await startNode("site_east", 500);

const late = await stage.startRun({ siteTimeoutSeconds: 3, lateSeconds: 60 });
await runUntil(stage, late, "completed without one", (run) => run.state === "completed");
const south = await startNode("site_south");
await runUntil(stage, late, "answered late", (run) => statesOf(run).site_south === "answered");
await stage.client.workflow.getHandle(late).result();
await histories.record(stage.client, late, "late");

const completed = await stage.startRun();
await stage.client.workflow.getHandle(completed).result();
await histories.record(stage.client, completed, "completed");
await histories.record(stage.client, `${completed}.site_north`, "site-answered");

await south.shutdown();
const cancelled = await stage.startRun();
await runUntil(stage, cancelled, "under way", (run) => statesOf(run).site_north === "answered");
await stage.client.workflow.getHandle(cancelled).cancel();
await stage.client.workflow
  .getHandle(cancelled)
  .result()
  .catch(() => undefined);
await histories.record(stage.client, cancelled, "cancelled");

await scheduleRefresh({ site: "site_north", ...stage.services }, 60);
await stage.client.schedule.getHandle(siteScheduleId("site_north")).trigger();
const query = `TaskQueue = '${siteTaskQueue("site_north")}' and WorkflowType = 'refreshSite' and ExecutionStatus = 'Completed'`;
for (let refreshed: string | null = null; refreshed === null; await sleep(200)) {
  for await (const { workflowId } of stage.client.workflow.list({ query })) refreshed = workflowId;
  if (refreshed !== null) await histories.record(stage.client, refreshed, "site-refreshed");
}

await Promise.all([sponsor, north, east].map((worker) => worker.shutdown()));
await Promise.all(running);
await stage.close();
process.exit(0);
