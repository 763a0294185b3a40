import { setTimeout as sleep } from "node:timers/promises";
import { createFolderStore } from "@qinghao/artifacts/node";
import { createRun, getRun, iterateCompounds, listCompounds, markRunCancelling } from "@qinghao/db";
import type { JobWorker } from "@qinghao/jobs";
import { testPostgres, testTemporal, whyNoTemporal } from "@qinghao/testing";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { createModellingWorkers } from "../src/modelling-workers.ts";
import { addCompounds, makeId, runUntil, type Stage, setStage } from "./stage.ts";
import { createTablePredictor } from "./table-predictor.ts";

const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== null)("predictProperties", () => {
  let stage: Stage;
  let workers: JobWorker[] = [];
  const compounds = 2100;

  beforeAll(async () => {
    stage = await setStage(await testPostgres(), await testTemporal());
    await addCompounds(stage.db, stage.projectId, 0, compounds);
    return () => stage.close();
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.shutdown()));
    workers = [];
  });
  const startWorker = async (options: { msPerShard: number; gpu?: boolean }) => {
    const { msPerShard } = options;
    const worker = await createModellingWorkers(stage.services, {
      cpu: createTablePredictor({ msPerShard }),
      gpu: options.gpu ? createTablePredictor({ msPerShard, device: "GPU" }) : null,
    });
    workers.push(worker);
    void worker.run();
  };

  test("predicts every molecule once, stores results and what computed them", async () => {
    await startWorker({ msPerShard: 5 });
    const id = await stage.startRun("auto");
    const run = await runUntil(stage.db, id, "completed", (one) => one.state === "completed");
    // Numbers 999 and 1999 have no result.
    expect(run).toMatchObject({ done: 2098, failed: 2, total: 2100, shards: 40, shardsDone: 40, error: null });
    expect(run.record).toEqual({
      backend: "table",
      device: "CPU",
      queue: "cpu",
      fallback: null,
      toolkits: { table: "1" },
      models: { "aqueous-solubility": "1", lipophilicity: "1" },
    });
    const page = await listCompounds(stage.db, stage.projectId, { offset: 998, limit: 2 });
    const [known, unknown] = page.rows;
    expect(known?.predictions.lipophilicity).toMatchObject({ value: known!.smiles.length / 10, runId: id });
    expect(unknown?.predictions.lipophilicity).toEqual({ failed: { en: "No, such element.", zh: "没有该元素。" } });

    const store = createFolderStore(stage.services.artifactsDir);
    const lines = new TextDecoder().decode(await store.get(run.resultsKey!)).split("\r\n");
    expect(lines).toHaveLength(compounds + 2);
    expect(lines[0]).toMatch(/^id,smiles,aqueous-solubility,aqueous-solubility_lo,/);
    expect(lines[999]).toBe(
      `${known!.id},${known!.smiles},${-known!.smiles.length},${-known!.smiles.length - 1},${1 - known!.smiles.length},true,0.5,1,,` +
        `${known!.smiles.length / 10},${known!.smiles.length / 10 - 1},${known!.smiles.length / 10 + 1},true,0.5,1,`,
    );
    expect(lines[1000]).toContain('"No, such element."');
  });

  test("a scope of nothing ends at once; `missing` covers new compounds only", async () => {
    await startWorker({ msPerShard: 5 });
    const done = await stage.startRun("cpu", { kind: "missing" });
    await addCompounds(stage.db, stage.projectId, 5000, 5003);
    const run = await runUntil(stage.db, done, "completed", (one) => one.state === "completed");
    expect([0, 3]).toContain(run.total);
    const again = await stage.startRun("cpu", { kind: "missing" });
    const rest = await runUntil(stage.db, again, "completed", (one) => one.state === "completed");
    expect(run.total! + rest.total!).toBe(3);
  });

  test("an unknown endpoint fails with its code, in both languages", async () => {
    await startWorker({ msPerShard: 5 });
    const id = makeId("run");
    const scope = { kind: "all" } as const;
    const { db, projectId, client } = stage;
    await createRun(db, {
      id,
      projectId,
      kind: "predict-properties",
      endpoints: ["melting-point"],
      scope,
      accelerator: "cpu",
    });
    await client.workflow.start("predictProperties", { taskQueue: "modelling", workflowId: id, args: [{ runId: id }] });
    const run = await runUntil(db, id, "failed", (one) => one.state === "failed");
    expect(run.error).toMatchObject({
      code: "modelling.endpoint.unknown",
      message: { zh: expect.stringContaining("模型") },
    });
    expect(JSON.stringify(run.error)).toContain("melting-point");
  });

  test("cancel stops within two seconds and keeps the finished shards", async () => {
    await startWorker({ msPerShard: 700 });
    const id = await stage.startRun("cpu");
    await runUntil(stage.db, id, "under way", (one) => one.shardsDone >= 3);
    const asked = Date.now();
    await stage.client.workflow.getHandle(id).cancel();
    await markRunCancelling(stage.db, id);
    const run = await runUntil(stage.db, id, "cancelled", (one) => one.state === "cancelled");
    const tookMs = Date.now() - asked;
    console.log(`cancelled after ${tookMs} ms with ${run.shardsDone} shards kept`);
    expect(tookMs).toBeLessThan(2000);
    expect(run.shardsDone).toBeGreaterThanOrEqual(3);
    expect(run.done + run.failed).toBeGreaterThanOrEqual(run.shardsDone * 50);
    await sleep(1500);
    expect(await getRun(stage.db, id)).toMatchObject({ done: run.done, shardsDone: run.shardsDone });
    let kept = 0;
    for await (const batch of iterateCompounds(stage.db, stage.projectId)) {
      kept += batch.filter(
        ({ predictions: { lipophilicity: one } }) => one && "runId" in one && one.runId === id,
      ).length;
    }
    expect(kept).toBe(run.done);
  });

  test("a wish to wait for a GPU waits visibly, and goes on when one comes", async () => {
    await startWorker({ msPerShard: 5 });
    const id = await stage.startRun("gpu-or-wait");
    const waiting = await runUntil(stage.db, id, "waiting", (one) => one.waitingReason !== null);
    expect(waiting.waitingReason?.en).toMatch(/accelerator/);
    await sleep(1000);
    expect(await getRun(stage.db, id)).toMatchObject({ state: "running", done: 0 });
    await startWorker({ msPerShard: 5, gpu: true });
    const run = await runUntil(stage.db, id, "completed", (one) => one.state === "completed");
    expect(run.waitingReason).toBeNull();
    expect(run.record).toMatchObject({ queue: "gpu", device: "GPU", fallback: null });
    const auto = await stage.startRun("auto");
    const onGpu = await runUntil(stage.db, auto, "completed", (one) => one.state === "completed");
    expect(onGpu.record?.queue).toBe("gpu");
  });

  test("a waiting run can be cancelled", async () => {
    await startWorker({ msPerShard: 5 });
    const id = await stage.startRun("gpu-or-wait", { kind: "all" });
    await runUntil(stage.db, id, "planned", (one) => one.total !== null);
    await stage.client.workflow.getHandle(id).cancel();
    const run = await runUntil(stage.db, id, "cancelled", (one) => one.state === "cancelled", 5000);
    expect(run.done).toBe(0);
  });

  test("a wish for a GPU or else the CPU falls back and says so", async () => {
    await startWorker({ msPerShard: 5 });
    const id = await stage.startRun("gpu-or-cpu");
    const run = await runUntil(stage.db, id, "completed", (one) => one.state === "completed");
    expect(run.record).toMatchObject({ queue: "cpu", fallback: { en: expect.stringContaining("accelerator") } });
  });
});
