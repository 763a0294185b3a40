import { setTimeout as sleep } from "node:timers/promises";
import {
  getCampaign,
  listCampaignFailures,
  listCampaignHits,
  markCampaignCancelling,
  markCampaignPaused,
  markCampaignResumed,
} from "@qinghao/db";
import type { JobWorker } from "@qinghao/jobs";
import { testPostgres, testTemporal, whyNoTemporal } from "@qinghao/testing";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { pauseSignal, resumeSignal } from "../src/contract.ts";
import { createScreeningWorkers } from "../src/screening-workers.ts";
import { fillLibrary, type Stage, setStage } from "./stage.ts";
import { createTableScorer } from "./table-scorer.ts";

const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

const lastDigits = (settings: { modulo?: number; below?: number }, keep = {}) => ({
  method: "last-digits",
  settings,
  keep,
});

describe.skipIf(reason !== null)("runCampaign", () => {
  let stage: Stage;
  let workers: JobWorker[] = [];
  const ligands = 5000;

  beforeAll(async () => {
    const databaseUrl = await testPostgres();
    stage = await setStage(databaseUrl, await testTemporal());
    await fillLibrary(databaseUrl, stage.projectId, ligands);
    return () => stage.close();
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.shutdown()));
    workers = [];
  });
  const startWorker = async (options: { msPerShard: number; gpu?: boolean; slots?: number }) => {
    const { msPerShard, slots = 2 } = options;
    const scorer = (device: string) => createTableScorer({ shardSize: 100, msPerShard, device });
    const gpu = options.gpu ? { scorer: scorer("GPU"), slots: 1, device: "GPU" } : null;
    const worker = await createScreeningWorkers(stage.services, {
      cpu: { scorer: scorer("CPU"), slots, device: "CPU" },
      gpu,
    });
    workers.push(worker);
    void worker.run();
  };
  const completed = (id: Parameters<Stage["until"]>[0]) =>
    stage.until(id, "ended", ({ state }) => state === "completed" || state === "failed");

  test("sends the best of each stage on, ranks the hits, lists the failed with their reason", async () => {
    await startWorker({ msPerShard: 1 });
    const id = await stage.start({
      stages: [
        lastDigits({ modulo: 1000, below: 100 }),
        lastDigits({ modulo: 100 }, { atMost: 40 }),
        { method: "everything", settings: { modulo: 7 }, keep: { fraction: 0.5 } },
      ],
    });
    const campaign = await completed(id);
    expect(campaign).toMatchObject({ state: "completed", endedBy: "all", error: null, total: ligands, hits: 20 });
    // By hand: 1 to 5,000 without the thousands; of each thousand, 1 to 99 stay.
    expect(campaign.stages).toMatchObject([
      { incoming: 5000, done: 4995, failed: 5, passed: 495, kept: 495, shards: 50, shardsDone: 50 },
      { incoming: 495, done: 495, failed: 0, passed: 495, kept: 40, shards: 5, shardsDone: 5 },
      { incoming: 40, done: 40, failed: 0, passed: 40, kept: 20, shards: 1, shardsDone: 1 },
    ]);
    // The best 40 by the last two digits: 1 to 8 of each of the five thousands. Then modulo 7, ties by registration.
    const expected = [0, 1, 2, 3, 4]
      .flatMap((thousand) => [1, 2, 3, 4, 5, 6, 7, 8].map((n) => thousand * 1000 + n))
      .sort((a, b) => (a % 7) - (b % 7) || a - b)
      .slice(0, 20);
    const { total, rows } = await listCampaignHits(stage.db, id, { offset: 0, limit: 50 });
    expect(total).toBe(20);
    expect(rows.map(({ smiles }) => Number(smiles.slice(3)))).toEqual(expected);
    expect(rows[0]).toMatchObject({
      rank: 1,
      scores: { 0: expected[0]! % 1000, 1: expected[0]! % 100, 2: expected[0]! % 7 },
    });
    expect(rows[0]!.poses).toMatchObject({ key: expect.stringContaining(`${id}/2/poses/`) });
    const failures = await listCampaignFailures(stage.db, id, { offset: 0, limit: 10 });
    expect(failures.total).toBe(5);
    expect(failures.rows[0]).toMatchObject({ stage: 0, smiles: "CCN1000", reason: { zh: "整千。" } });
  });

  test("a pause lets shards under way end, holds the rest, and goes on where it was", async () => {
    await startWorker({ msPerShard: 150 });
    const id = await stage.start({ stages: [lastDigits({}), lastDigits({}, { atMost: 10 })] });
    await stage.until(id, "under way", ({ stages }) => (stages[0]?.shardsDone ?? 0) >= 4);
    await stage.client.workflow.getHandle(id).signal(pauseSignal);
    expect(await markCampaignPaused(stage.db, id)).toBe(true);
    const shardsDone = async () => (await getCampaign(stage.db, id)).stages[0]!.shardsDone;
    // At most 16 shards were offered: they end, and then nothing more does.
    let [before, now] = [-1, await shardsDone()];
    while (now !== before) {
      await sleep(1500);
      [before, now] = [now, await shardsDone()];
    }
    expect(now).toBeLessThan(30);
    expect((await getCampaign(stage.db, id)).state).toBe("paused");
    expect(await markCampaignResumed(stage.db, id)).toBe(true);
    await stage.client.workflow.getHandle(id).signal(resumeSignal);
    expect(await completed(id)).toMatchObject({ state: "completed", hits: 10 });
  });

  test("cancel stops within two seconds, also while paused", async () => {
    await startWorker({ msPerShard: 500 });
    const [running, paused] = await Promise.all([1, 2].map(() => stage.start({ stages: [lastDigits({})] })));
    for (const id of [running!, paused!]) {
      await stage.until(id, "under way", ({ stages }) => (stages[0]?.shardsDone ?? 0) >= 1);
    }
    await stage.client.workflow.getHandle(paused!).signal(pauseSignal);
    await markCampaignPaused(stage.db, paused!);
    for (const id of [running!, paused!]) {
      const asked = Date.now();
      await stage.client.workflow.getHandle(id).cancel();
      await markCampaignCancelling(stage.db, id);
      const end = await stage.until(id, "cancelled", ({ state }) => state === "cancelled");
      expect(Date.now() - asked).toBeLessThan(2000);
      expect(end.stages[0]!.shardsDone).toBeGreaterThanOrEqual(1);
    }
  });

  test("stops at enough hits, and at the end of its hours with what was scored", async () => {
    await startWorker({ msPerShard: 60 });
    const enough = await stage.start({ stages: [lastDigits({ modulo: 10, below: 1 })], budget: { hits: 30 } });
    const byHits = await completed(enough);
    expect(byHits).toMatchObject({ state: "completed", endedBy: "hits" });
    expect(byHits.hits).toBeGreaterThanOrEqual(30);
    expect(byHits.stages[0]!.shardsDone).toBeLessThan(50);

    const short = await stage.start({
      stages: [lastDigits({}), lastDigits({})],
      budget: { hours: 0.7 / 3600 },
    });
    const byHours = await completed(short);
    expect(byHours).toMatchObject({ state: "completed", endedBy: "hours" });
    expect(byHours.stages).toHaveLength(1);
    expect(byHours.stages[0]!.shardsDone).toBeLessThan(50);
    expect(byHours.hits).toBe(byHours.stages[0]!.done);
  });

  test("takes the accelerator's queue where there is one, says so when it waits, falls back when allowed", async () => {
    await startWorker({ msPerShard: 1 });
    const waits = await stage.start({ stages: [lastDigits({})], accelerator: "gpu-or-wait" });
    const falls = await stage.start({ stages: [lastDigits({})], accelerator: "gpu-or-cpu" });
    const waiting = await stage.until(waits, "waiting", ({ waitingReason }) => waitingReason !== null);
    expect(waiting.waitingReason?.en).toMatch(/accelerator/);
    expect((await completed(falls)).stages[0]!.record).toMatchObject({
      queue: "cpu",
      fallback: { en: expect.stringContaining("accelerator") },
    });
    await startWorker({ msPerShard: 1, gpu: true });
    expect((await completed(waits)).stages[0]!.record).toMatchObject({ queue: "gpu", device: "GPU", fallback: null });
  });

  test("a library of nothing ends at once", async () => {
    await startWorker({ msPerShard: 1 });
    const id = await stage.start({
      library: { kind: "ids", ids: ["cmpd_none"] },
      stages: [lastDigits({}), lastDigits({})],
    });
    expect(await completed(id)).toMatchObject({ state: "completed", endedBy: "all", total: 0, hits: 0 });
  });
});
