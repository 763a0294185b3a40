import { listCampaignHits, listWorkerLoads } from "@qinghao/db";
import { testPostgres, testTemporal, whyNoTemporal } from "@qinghao/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { screeningCpuQueue } from "../src/contract.ts";
import { createScreeningWorker } from "../src/worker.ts";
import { fillStructures, type Stage, setStage } from "./stage.ts";

const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== null)("a campaign with real methods", () => {
  let stage: Stage;
  beforeAll(async () => {
    const databaseUrl = await testPostgres();
    stage = await setStage(databaseUrl, await testTemporal());
    await fillStructures(databaseUrl, stage.projectId, [
      "CC(=O)Oc1ccccc1C(=O)O",
      "O=C(O)c1ccccc1O",
      "CC(C)Cc1ccc(C(C)C(=O)O)cc1",
      "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC",
      "not-a-structure",
      "COc1ccc2cc(C(C)C(=O)O)ccc2c1",
    ]);
    return () => stage.close();
  });

  test("filters, compares with actives and picks", async () => {
    const worker = await createScreeningWorker({ ...stage.services, threads: 1 });
    void worker.run();
    const id = await stage.start({
      stages: [
        { method: "property-filter", settings: { ranges: [{ descriptor: "CrippenClogP", max: 5 }] }, keep: {} },
        { method: "similarity", settings: { actives: ["O=C(O)c1ccccc1OC(C)=O"] }, keep: { atMost: 3 } },
        { method: "diversity", settings: { picks: 2 }, keep: {} },
      ],
    });
    const end = await stage.until(id, "ended", ({ state }) => state === "completed" || state === "failed");
    expect(end.error).toBeNull();
    expect(end.stages).toMatchObject([
      { incoming: 6, done: 5, failed: 1, passed: 4 },
      { incoming: 4, kept: 3 },
      { incoming: 3, passed: 2, kept: 2, record: { toolkits: { rdkit: expect.stringContaining("RDKit") } } },
    ]);
    const { rows } = await listCampaignHits(stage.db, id, { offset: 0, limit: 10 });
    expect(rows[0]).toMatchObject({ smiles: "CC(=O)Oc1ccccc1C(=O)O", score: 1, scores: { 0: 0, 1: 1, 2: 1 } });
    // Python RDKit 2026.9.1, Morgan radius 2, 2048 bits, to aspirin: itself; ibuprofen 8 of 41 bits, naproxen 9 of 44.
    const likeAspirin: Record<string, number> = {
      "CC(C)Cc1ccc(C(C)C(=O)O)cc1": 8 / 41,
      "COc1ccc2cc(C(C)C(=O)O)ccc2c1": 9 / 44,
    };
    expect(rows.map(({ nearestKnown }) => nearestKnown)).toEqual([1, expect.closeTo(likeAspirin[rows[1]!.smiles]!, 9)]);
    expect(rows.map(({ cluster }) => cluster)).toEqual([1, 2]);
    const loads = await listWorkerLoads(stage.db, [screeningCpuQueue]);
    expect(loads).toMatchObject([{ queue: screeningCpuQueue, slots: 2, device: expect.any(String) }]);
    expect(loads[0]!.busy).toBeGreaterThanOrEqual(0);

    const wrong = await stage.start({ stages: [{ method: "similarity", settings: { actives: [] }, keep: {} }] });
    const failed = await stage.until(wrong, "failed", ({ state }) => state === "failed");
    expect(failed.error).toMatchObject({
      code: "screening.settings.invalid",
      message: { zh: expect.stringContaining("设置无效") },
    });
    await worker.shutdown();
  });
});
