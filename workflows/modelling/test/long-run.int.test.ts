import { startTestTemporal, type TestTemporal, testPostgres, whyNoTemporal } from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createModellingWorkers } from "../src/modelling-workers.ts";
import { addCompounds, runUntil, type Stage, setStage } from "./stage.ts";
import { createTablePredictor } from "./table-predictor.ts";

const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== null)("a run whose history grows long", () => {
  let temporal: TestTemporal;
  let stage: Stage;
  beforeAll(async () => {
    // Temporal suggests a new execution at 4,096 events; here it does so at 60.
    temporal = await startTestTemporal({ "limit.historyCount.suggestContinueAsNew": 60 });
    stage = await setStage(await testPostgres(), temporal.address);
    await addCompounds(stage.db, stage.projectId, 0, 3000);
  });
  afterAll(async () => {
    await stage?.close();
    await temporal?.stop();
  });

  const executionsOf = async (runId: string) => {
    const statuses: string[] = [];
    for await (const one of stage.client.workflow.list({ query: `WorkflowId = '${runId}'` }))
      statuses.push(one.status.name);
    return statuses;
  };

  test("goes on in new executions, every molecule once", async () => {
    const worker = await createModellingWorkers(stage.services, {
      cpu: createTablePredictor({ msPerShard: 20 }),
      gpu: null,
    });
    const running = worker.run();
    const id = await stage.startRun("cpu");
    const run = await runUntil(stage.db, id, "completed", (one) => one.state === "completed");
    expect(run).toMatchObject({ total: 3000, done: 2997, failed: 3, shards: 40, shardsDone: 40, error: null });
    await stage.client.workflow.getHandle(id).result();
    await expect.poll(async () => (await executionsOf(id)).length, { timeout: 10_000 }).toBeGreaterThan(2);
    const statuses = await executionsOf(id);
    expect(statuses.filter((status) => status === "COMPLETED")).toHaveLength(1);
    expect(statuses.filter((status) => status === "CONTINUED_AS_NEW")).toHaveLength(statuses.length - 1);

    const stopped = await stage.startRun("cpu");
    await expect.poll(async () => (await executionsOf(stopped)).length, { timeout: 30_000 }).toBeGreaterThan(1);
    await stage.client.workflow.getHandle(stopped).cancel();
    const cancelled = await runUntil(stage.db, stopped, "ended", (one) => one.state !== "running", 10_000);
    expect(cancelled.state).toBe("cancelled");
    await worker.shutdown();
    await running;
  });
});
