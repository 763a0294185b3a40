import { createFolderStore } from "@qinghao/artifacts/node";
import { type Campaign, createReceptor, listCampaignFailures, listCampaignHits, preparedKey } from "@qinghao/db";
import type { SearchBox } from "@qinghao/db/receptor-schema";
import { writeReceptorRecord } from "@qinghao/docking/formats";
import { webgpuDocking } from "@qinghao/docking/node";
import { openReceptor } from "@qinghao/docking/prepare";
import { type ReceptorId, unwrap } from "@qinghao/kernel";
import { madeUpPocket, testPostgres, testTemporal, whyNoTemporal } from "@qinghao/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { createMethodScorer } from "../src/method-scorer.ts";
import { createScreeningWorkers } from "../src/screening-workers.ts";
import { createScreeningWorker } from "../src/worker.ts";
import { fillStructures, makeId, type Stage, setStage } from "./stage.ts";

const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

const box: SearchBox = { center: [0, 0, 0], size: [12, 12, 12] };
const { receptor } = unwrap(openReceptor(madeUpPocket(), "pocket.pdb", { drop: ["A:BEN900"] }));
const isOver = ({ state }: Campaign) => state === "completed" || state === "failed";

describe.skipIf(reason !== null)("a campaign that docks", () => {
  let stage: Stage;
  let id: ReceptorId;
  beforeAll(async () => {
    const databaseUrl = await testPostgres();
    stage = await setStage(databaseUrl, await testTemporal());
    await fillStructures(databaseUrl, stage.projectId, ["OC(=O)c1ccccc1", "CC(C)O", "not-a-structure", "Cc1ccncc1"]);
    id = makeId("receptor");
    const bytes = new TextEncoder().encode(writeReceptorRecord(receptor));
    await createFolderStore(stage.services.artifactsDir).put(preparedKey(id), bytes);
    await createReceptor(stage.db, {
      ...{ id, projectId: stage.projectId, name: "made-up pocket", fileName: "pocket.pdb", format: "pdb" },
      ...{ sha256: "", box },
    });
    return () => stage.close();
  });
  const settings = (more: object = {}) => ({ receptor: id, box, exhaustiveness: 1, poses: 2, ...more });
  const hitsOf = async (campaign: Parameters<typeof listCampaignHits>[1]) =>
    (await listCampaignHits(stage.db, campaign, { offset: 0, limit: 10 })).rows;

  test("quickly, then thoroughly, rescores, and keeps the poses of the last stage", async () => {
    const worker = await createScreeningWorker({ ...stage.services, threads: 1 });
    void worker.run();
    const campaign = await stage.start({
      stages: [
        { method: "docking", settings: settings(), keep: { atMost: 2 } },
        { method: "docking", settings: settings({ exhaustiveness: 2, pH: null }), keep: {} },
        { method: "rescoring", settings: { receptor: id, requireValid: false }, keep: {} },
      ],
    });
    const end = await stage.until(campaign, "ended", isOver, 120_000);
    expect(end.error).toBeNull();
    expect(end.stages).toMatchObject([
      { incoming: 4, done: 3, failed: 1, kept: 2, record: { backend: "wasm" } },
      { incoming: 2, done: 2, failed: 0, kept: 2 },
      { incoming: 2, done: 2, failed: 0, kept: 2 },
    ]);
    const failures = await listCampaignFailures(stage.db, campaign, { offset: 0, limit: 10 });
    expect(failures.rows).toMatchObject([{ stage: 0, smiles: "not-a-structure" }]);
    const hits = await hitsOf(campaign);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ scores }) => scores[2]));
    for (const { poses, score, scores } of hits) {
      const file = await createFolderStore(stage.services.artifactsDir).get(poses!.key);
      const sdf = JSON.parse(new TextDecoder().decode(file))[poses!.record];
      expect(Number(/<vinardo_kcal_per_mol>\n(\S+)/.exec(sdf)![1])).toBeCloseTo(score, 2);
      expect(sdf).toContain(`<score_kcal_per_mol>\n${scores[1]!.toFixed(3)}`);
    }

    const learned = await stage.start({
      stages: [
        {
          ...{ method: "docking", settings: settings(), keep: {} },
          selection: { kind: "active-learning", fraction: 0.5, batches: 2 },
        },
      ],
    });
    const half = await stage.until(learned, "ended", isOver, 120_000);
    expect(half).toMatchObject({ error: null, total: 4, stages: [{ picks: { target: 2, batch: 2, picked: 2 } }] });
    expect(half.stages[0]!.done + half.stages[0]!.failed).toBe(2);

    const without = await stage.start({
      stages: [{ method: "docking", settings: { receptor: id }, keep: {} }],
    });
    expect((await stage.until(without, "failed", isOver)).error).toMatchObject({ code: "campaign.docking.no_box" });
    const lost = await stage.start({
      stages: [{ method: "docking", settings: settings({ receptor: makeId("receptor") }), keep: {} }],
    });
    expect((await stage.until(lost, "failed", isOver)).error?.code).toMatch(/^artifacts\./);
    await worker.shutdown();
  });

  test("on the queue of the GPU where a worker has one", async () => {
    const artifacts = createFolderStore(stage.services.artifactsDir);
    const backend = webgpuDocking({ software: true, chains: 16 });
    const parts = { threads: 1, artifacts, backend, device: "software adapter" };
    const scorer = createMethodScorer(parts);
    const worker = await createScreeningWorkers(stage.services, {
      cpu: { scorer, slots: 1, device: "CPU" },
      gpu: { scorer: createMethodScorer(parts), slots: 1, device: "software adapter" },
    });
    void worker.run();
    const campaign = await stage.start({
      accelerator: "gpu-or-wait",
      stages: [{ method: "docking", settings: settings(), keep: { atMost: 1 } }],
    });
    const end = await stage.until(campaign, "ended", isOver, 120_000);
    expect(end.error).toBeNull();
    expect(end.stages[0]).toMatchObject({
      done: 3,
      record: { backend: "webgpu", device: "software adapter", queue: "gpu", fallback: null },
    });
    expect(await hitsOf(campaign)).toHaveLength(1);
    await worker.shutdown();
  });
});
