import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listCompounds } from "@qinghao/db";
import { testPostgres, testTemporal, whyNoTemporal } from "@qinghao/testing";
import { describe, expect, test } from "vitest";
import { createPropertyPredictor } from "../src/property-predictor.ts";
import { createModellingWorker } from "../src/worker.ts";
import { addCompounds, runUntil, setStage } from "./stage.ts";

const weightsDir = fileURLToPath(new URL("../../../datasets/weights/", import.meta.url));
const index = existsSync(`${weightsDir}index.json`)
  ? (JSON.parse(readFileSync(`${weightsDir}index.json`, "utf8")) as { models: { id: string; version: string }[] })
  : { models: [] };
const reason = whyNoTemporal() ?? (index.models.length === 0 ? "no weights under datasets/weights" : null);
if (reason !== null) console.warn(`skipped: ${reason}`);

// Aspirin, caffeine, ibuprofen, ethanol, imatinib, glucose, toluene, and a text that is no molecule.
const smiles = [
  "CC(=O)Oc1ccccc1C(=O)O",
  "Cn1c(=O)c2c(ncn2C)n(C)c1=O",
  "CC(C)Cc1ccc(C(C)C(=O)O)cc1",
  "CCO",
  "Cc1ccc(NC(=O)c2ccc(CN3CCN(C)CC3)cc2)cc1Nc1nccc(-c2cccnc2)n1",
  "OCC1OC(O)C(O)C(O)C1O",
  "Cc1ccccc1",
  "C1CC",
];

describe.skipIf(reason !== null)("with the real models", () => {
  test("a run stores what the predictor says, and why it says nothing", async () => {
    const stage = await setStage(await testPostgres(), await testTemporal());
    await addCompounds(stage.db, stage.projectId, 0, smiles.length, (i) => smiles[i]!);
    const endpoints = index.models.map((model) => model.id);
    const worker = await createModellingWorker({ ...stage.services, weightsDir, threads: 1, backend: "wasm" });
    const running = worker.run();
    const direct = createPropertyPredictor({ weightsDir, threads: 1, backend: "wasm" });
    try {
      const id = await stage.startRun("cpu", { kind: "all" }, endpoints);
      const run = await runUntil(stage.db, id, "ended", (one) => one.state === "completed" || one.state === "failed");
      expect(run).toMatchObject({ state: "completed", done: 7, failed: 1, error: null });
      expect(run.record).toMatchObject({
        backend: "wasm",
        queue: "cpu",
        models: Object.fromEntries(index.models.map((model) => [model.id, model.version])),
        toolkits: { rdkit: expect.stringMatching(/^20/) },
      });
      const molecules = smiles.map((text, i) => ({ id: String(i), smiles: text }));
      const expected = await direct.predict(molecules, endpoints, new AbortController().signal);
      const { rows } = await listCompounds(stage.db, stage.projectId, { offset: 0, limit: 20 });
      for (const endpoint of endpoints) {
        rows.slice(0, 7).forEach((row, i) => {
          const { value, lo, hi } = expected[i]![endpoint] as { value: number; lo: number; hi: number };
          expect(row.predictions[endpoint]).toMatchObject({ value, lo, hi });
          expect(lo).toBeLessThan(value);
        });
        expect(rows[7]?.predictions[endpoint]).toMatchObject({
          failed: { en: expect.any(String), zh: expect.any(String) },
        });
      }
    } finally {
      await Promise.all([worker.shutdown(), direct.close()]);
      await running;
      await stage.close();
    }
  });
});
