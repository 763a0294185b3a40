/**
 * Records the histories of real campaigns for the replay test: one that completes with two stages, one that scores a share
 * of its ligands in batches, one that is paused, resumed and cancelled. Ids are synthetic and payloads hold nothing else. Run: node test/record-histories.ts
 */
import { markCampaignPaused, markCampaignResumed } from "@qinghao/db";
import { testPostgres, testTemporal } from "@qinghao/testing";
import { recordedHistories } from "@qinghao/testing/histories";
import { pauseSignal, resumeSignal } from "../src/contract.ts";
import { createScreeningWorkers } from "../src/screening-workers.ts";
import { fillLibrary, setStage } from "./stage.ts";
import { createTableScorer } from "./table-scorer.ts";

const histories = recordedHistories(new URL("./histories/", import.meta.url));
const databaseUrl = await testPostgres();
const stage = await setStage(databaseUrl, await testTemporal());
await fillLibrary(databaseUrl, stage.projectId, 1000);
const scorer = createTableScorer({ shardSize: 20, msPerShard: 100 });
const worker = await createScreeningWorkers(stage.services, { cpu: { scorer, slots: 2, device: "CPU" }, gpu: null });
const running = worker.run();
const method = { method: "last-digits", settings: {}, keep: { atMost: 40 } };

const completed = await stage.start({ stages: [method, method], accelerator: "gpu-or-cpu" });
await stage.until(completed, "completed", ({ state }) => state === "completed");
await histories.record(stage.client, completed, "completed");
await histories.record(stage.client, `${completed}-stage-1`, "stage-completed");

const learned = await stage.start({
  stages: [{ ...method, selection: { kind: "active-learning", fraction: 0.1, batches: 3 } }],
});
await stage.until(learned, "completed", ({ state }) => state === "completed");
await histories.record(stage.client, learned, "learned");
await histories.record(stage.client, `${learned}-stage-0`, "stage-learned");

const steered = await stage.start({ stages: [method] });
const handle = stage.client.workflow.getHandle(steered);
await stage.until(steered, "under way", ({ stages }) => (stages[0]?.shardsDone ?? 0) > 0);
await handle.signal(pauseSignal);
await markCampaignPaused(stage.db, steered);
await handle.signal(resumeSignal);
await markCampaignResumed(stage.db, steered);
await handle.cancel();
await stage.until(steered, "cancelled", ({ state }) => state === "cancelled");
await handle.result().catch(() => undefined);
await histories.record(stage.client, steered, "steered");
await histories.record(stage.client, `${steered}-stage-0`, "stage-steered");

await worker.shutdown();
await running;
await stage.close();
process.exit(0);
