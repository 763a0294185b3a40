/**
 * Records the histories of real runs for the replay test: one that completes, one that is cancelled, one that falls back
 * to the CPU. Ids are synthetic and payloads hold nothing else. Run: node test/record-histories.ts
 */
import { testPostgres, testTemporal } from "@qinghao/testing";
import { recordedHistories } from "@qinghao/testing/histories";
import { createModellingWorkers } from "../src/modelling-workers.ts";
import { addCompounds, runUntil, setStage } from "./stage.ts";
import { createTablePredictor } from "./table-predictor.ts";

const histories = recordedHistories(new URL("./histories/", import.meta.url));
const stage = await setStage(await testPostgres(), await testTemporal());
await addCompounds(stage.db, stage.projectId, 0, 600);
const worker = await createModellingWorkers(stage.services, {
  cpu: createTablePredictor({ msPerShard: 200 }),
  gpu: null,
});
const running = worker.run();

const completed = await stage.startRun("auto");
await runUntil(stage.db, completed, "completed", (run) => run.state === "completed");
await histories.record(stage.client, completed, "completed");

const fallback = await stage.startRun("gpu-or-cpu");
await runUntil(stage.db, fallback, "completed", (run) => run.state === "completed");
await histories.record(stage.client, fallback, "fallback");

const cancelled = await stage.startRun("cpu");
await runUntil(stage.db, cancelled, "under way", (run) => run.shardsDone > 0);
await stage.client.workflow.getHandle(cancelled).cancel();
await runUntil(stage.db, cancelled, "cancelled", (run) => run.state === "cancelled");
await stage.client.workflow
  .getHandle(cancelled)
  .result()
  .catch(() => undefined);
await histories.record(stage.client, cancelled, "cancelled");

await worker.shutdown();
await running;
await stage.close();
process.exit(0);
