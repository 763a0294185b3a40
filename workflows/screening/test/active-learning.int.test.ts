import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createFolderStore } from "@qinghao/artifacts/node";
import {
  type Campaign,
  getCampaign,
  listCampaignHits,
  listDoneCampaignShards,
  markCampaignCancelling,
  markCampaignPaused,
  markCampaignResumed,
} from "@qinghao/db";
import type { CampaignStage } from "@qinghao/db/campaign-schema";
import type { CampaignId } from "@qinghao/kernel";
import {
  enumerateSmiles,
  startTestPostgres,
  startTestTemporal,
  type TestPostgres,
  type TestTemporal,
  whyNoTemporal,
} from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLigands } from "../src/activities/ligand-shards.ts";
import { pauseSignal, resumeSignal } from "../src/contract.ts";
import { fillStructures, type Stage, setStage } from "./stage.ts";

/** More than one part of a pool holds. */
const readable = enumerateSmiles(1100);
/** Two of the library cannot be read. */
const library = [...readable.slice(0, 300), "not-a-structure", ...readable.slice(300), "nor-this"];
const shardSize = 10;
/** A history is a good hundred events here; a new execution is suggested well before. */
const suggestedEvents = 60;
const mostEvents = 150;
const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

/** Likeness to one of the library: nothing that the surrogate is told of. */
const likeness = (selection?: CampaignStage["selection"], keep = {}): CampaignStage => ({
  method: "similarity",
  settings: { actives: [readable[437]!], fingerprint: "atompair", atLeast: 0 },
  keep,
  ...(selection === undefined ? {} : { selection }),
});
const tenth = { kind: "active-learning", fraction: 0.1, batches: 6 } as const;
const scored = 110;
/** Ligands of the first batch, which is drawn. */
const drawn = 18;
const isOver = ({ state }: Campaign) => state === "completed" || state === "failed";

describe.skipIf(reason !== null)("a stage that scores a share, chosen by active learning", () => {
  let postgres: TestPostgres;
  let temporal: TestTemporal;
  let stage: Stage;
  let worker: ChildProcess;

  const startWorker = (msPerShard: number) => {
    const script = fileURLToPath(new URL("./worker-process.ts", import.meta.url));
    const environment = { ...stage.services, scorer: "similarity", slots: 2, shardSize, msPerShard };
    worker = fork(script, [JSON.stringify(environment)], { stdio: "inherit" });
  };
  const killWorker = async () => {
    const exited = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill("SIGKILL");
    await exited;
  };
  /** Compounds of each shard of a stage, in the order in which they were chosen. */
  const picksOf = async (campaignId: CampaignId, at = 0): Promise<string[]> => {
    const shards = await listDoneCampaignShards(stage.db, { campaignId, stage: at });
    const artifacts = createFolderStore(stage.services.artifactsDir);
    return (await Promise.all(shards.map(({ key }) => readLigands(artifacts, key)))).flat().map(({ id }) => id);
  };
  const hitsOf = async (id: CampaignId) =>
    (await listCampaignHits(stage.db, id, { offset: 0, limit: 2000 })).rows.map(({ compoundId }) => compoundId);
  const learned = (seed: number) => stage.start({ stages: [likeness(tenth)], seed });
  const ended = (id: CampaignId) => stage.until(id, "ended", isOver, 120_000);

  beforeAll(async () => {
    postgres = await startTestPostgres();
    temporal = await startTestTemporal({ "limit.historyCount.suggestContinueAsNew": suggestedEvents });
    const databaseUrl = await postgres.freshDatabase();
    stage = await setStage(databaseUrl, temporal.address);
    await fillStructures(databaseUrl, stage.projectId, library);
    startWorker(0);
  });
  afterAll(async () => {
    worker?.kill("SIGKILL");
    await stage?.close();
    await temporal?.stop();
    await postgres?.stop();
  });

  test("scores so many, each once, finds far more of the best than chance, and the same for the same seed", async () => {
    const whole = await stage.start({ stages: [likeness()] });
    const [first, other] = [await learned(1), await learned(2)];
    const end = await ended(first);
    expect(end).toMatchObject({ state: "completed", endedBy: "all", error: null, total: library.length });
    const [progress] = end.stages;
    expect(progress).toMatchObject({
      incoming: library.length,
      picks: { target: scored, batches: 6, batch: 6, picked: scored },
      shards: 12,
      shardsDone: 12,
    });
    expect(progress!.done + progress!.failed).toBe(scored);
    const picks = await picksOf(first);
    expect(picks).toHaveLength(scored);
    expect(new Set(picks).size).toBe(scored);
    expect(end.hits).toBe(progress!.done);

    expect((await ended(whole)).stages[0]).toMatchObject({ picks: null, done: readable.length, failed: 2 });
    const best = (await hitsOf(whole)).slice(0, 30);
    const found = (ids: readonly string[]) => best.filter((id) => ids.includes(id)).length / best.length;
    // A tenth of the ligands drawn by lot holds a tenth of the best.
    expect(found(picks)).toBeGreaterThan(0.7);
    expect(found(picks.slice(0, drawn))).toBeLessThan(0.3);

    await ended(other);
    expect((await picksOf(other)).slice(0, drawn)).not.toEqual(picks.slice(0, drawn));
    expect(found(await picksOf(other))).toBeGreaterThan(0.7);
  }, 180_000);

  test("loses nothing when its worker is killed while it scores and while it chooses, and histories stay short", async () => {
    const undisturbed = await learned(3);
    await ended(undisturbed);
    await killWorker();
    startWorker(150);
    const id = await learned(3);
    await stage.until(id, "choosing", ({ stages }) => (stages[0]?.shardsDone ?? 0) >= 2);
    await killWorker();
    startWorker(150);
    await stage.until(id, "scoring", ({ stages }) => (stages[0]?.shardsDone ?? 0) >= 5);
    await killWorker();
    startWorker(0);
    const end = await ended(id);
    expect(end.stages).toMatchObject([{ shardsDone: 12, picks: { batch: 6, picked: scored } }]);
    expect(end.stages[0]!.done + end.stages[0]!.failed).toBe(scored);
    expect(await picksOf(id)).toEqual(await picksOf(undisturbed));
    expect(await hitsOf(id)).toEqual(await hitsOf(undisturbed));

    const lengths: number[] = [];
    for await (const { workflowId, runId } of stage.client.workflow.list()) {
      const { raw } = await stage.client.workflow.getHandle(workflowId, runId).describe();
      if (workflowId === `${id}-stage-0`) lengths.push(Number(raw.workflowExecutionInfo?.historyLength ?? 0));
    }
    expect(lengths.length).toBeGreaterThan(1);
    expect(Math.max(...lengths)).toBeLessThan(mostEvents);
  }, 180_000);

  test("pauses, goes on, and sends the best of what was scored to a stage that chooses again", async () => {
    await killWorker();
    startWorker(100);
    const half = { kind: "active-learning", fraction: 0.5, batches: 2 } as const;
    const id = await stage.start({ stages: [likeness(tenth, { fraction: 0.5 }), likeness(half, { atMost: 5 })] });
    const shardsDone = async () => (await getCampaign(stage.db, id)).stages[0]!.shardsDone;
    await stage.until(id, "under way", ({ stages }) => (stages[0]?.shardsDone ?? 0) >= 3);
    await stage.client.workflow.getHandle(id).signal(pauseSignal);
    expect(await markCampaignPaused(stage.db, id)).toBe(true);
    let [before, now] = [-1, await shardsDone()];
    while (now !== before) {
      await sleep(1500);
      [before, now] = [now, await shardsDone()];
    }
    expect(now).toBeLessThan(8);
    expect(await markCampaignResumed(stage.db, id)).toBe(true);
    await stage.client.workflow.getHandle(id).signal(resumeSignal);
    const end = await ended(id);
    const [kept, chosen] = [scored / 2, Math.round(scored / 4)];
    expect(end.stages).toMatchObject([
      { picks: { picked: scored }, kept },
      { incoming: kept, done: chosen, failed: 0, picks: { target: chosen, batches: 2, batch: 2 }, kept: 5 },
    ]);
    const sent = await picksOf(id);
    expect((await picksOf(id, 1)).filter((one) => !sent.includes(one))).toEqual([]);
  }, 180_000);

  test("ends with what was scored when its hours are spent, and stops at once when it is cancelled", async () => {
    await killWorker();
    startWorker(250);
    const short = await stage.start({ stages: [likeness(tenth)], budget: { hours: 2 / 3600 } });
    const byHours = await ended(short);
    expect(byHours).toMatchObject({ state: "completed", endedBy: "hours" });
    const [{ picks, done, failed } = { picks: null, done: 0, failed: 0 }] = byHours.stages;
    expect(picks!.batch).toBeLessThan(6);
    expect(done + failed).toBeLessThan(scored);
    expect(byHours.hits).toBe(done);

    const stopped = await learned(1);
    await stage.until(stopped, "under way", ({ stages }) => (stages[0]?.shardsDone ?? 0) >= 1);
    const asked = Date.now();
    await stage.client.workflow.getHandle(stopped).cancel();
    await markCampaignCancelling(stage.db, stopped);
    await stage.until(stopped, "cancelled", ({ state }) => state === "cancelled");
    expect(Date.now() - asked).toBeLessThan(3000);
  }, 180_000);

  test("refuses a method that scores every ligand, and numbers that make no share", async () => {
    const wrong = { ...likeness(), selection: { ...tenth, fraction: 1 } };
    const end = await ended(await stage.start({ stages: [wrong] }));
    expect(end).toMatchObject({ state: "failed", error: { code: "campaign.selection.fraction" } });
  });
});
