import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { countCompounds, getCompound, getProject, listCompounds, listRejects, markImportCancelling } from "@qinghao/db";
import type { CompoundId, ProjectId } from "@qinghao/kernel";
import { enumerateSmiles, testPostgres, testTemporal, whyNoTemporal } from "@qinghao/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { hasEnded, type Stage, setStage } from "./stage.ts";

const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== null)("compounds", () => {
  let stage: Stage;
  let worker: ChildProcess;
  const startWorker = () => {
    const script = fileURLToPath(new URL("./worker-process.ts", import.meta.url));
    worker = fork(script, [JSON.stringify(stage.env)], { stdio: "inherit" });
  };
  const killWorker = async () => {
    const exited = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill("SIGKILL");
    await exited;
  };
  beforeAll(async () => {
    stage = await setStage(await testPostgres(), await testTemporal());
    startWorker();
    return async () => {
      await killWorker();
      await stage.close();
    };
  });

  // Seven data rows: aspirin, its sodium salt (same parent), ethanol, junk, ethanol again, empty, a 1,200-atom chain.
  const csv = [
    "Compound,SMILES,pIC50",
    "aspirin,CC(=O)Oc1ccccc1C(=O)O,5.1",
    '"aspirin, sodium",[Na+].CC(=O)Oc1ccccc1C(=O)[O-],5.2',
    "ethanol,OCC,",
    "junk,C1CC,1",
    "alcohol,CCO,",
    "nothing,,2",
    `chain,${"C".repeat(1200)},3`,
  ].join("\n");

  test("registers the good rows, lists the bad ones, keeps what was given", async () => {
    const projectId = await stage.newProject();
    const id = await stage.startImport(projectId, "assay.csv", csv);
    const done = await stage.importUntil(id, "ended", hasEnded);
    expect(done).toMatchObject({
      state: "completed",
      format: "csv",
      rowsRead: 7,
      added: 2,
      present: 2,
      rejected: 3,
      error: null,
    });
    expect(done.toolkit).toMatch(/^RDKit 20\d\d/);
    expect(done.progress).toMatchObject({ done: 4, failed: 3, total: 7 });

    const { rows } = await listCompounds(stage.db, projectId, { offset: 0, limit: 10 });
    // InChIKeys and weights: PubChem CID 2244 and 702.
    expect(rows.map((row) => [row.name, row.inchikey, row.formula, Math.round(row.molWeight * 100) / 100])).toEqual([
      ["aspirin", "BSYNRYMUTXBXSQ-UHFFFAOYSA-N", "C9H8O4", 180.16],
      ["ethanol", "LFQSCWFLJHTTHZ-UHFFFAOYSA-N", "C2H6O", 46.07],
    ]);
    // PubChem: aspirin has 1 donor, XLogP 1.2, TPSA 63.6, 3 rotatable bonds (RDKit's strict count: 2).
    expect(rows[0]?.descriptors).toMatchObject({ hbd: 1, hba: 3, rotatableBonds: 2, ringCount: 1 });
    expect(rows[0]?.descriptors.tpsa).toBeCloseTo(63.6, 1);
    const aspirin = await getCompound(stage.db, projectId, rows[0]!.id as CompoundId);
    expect(aspirin).toMatchObject({ originalText: "CC(=O)Oc1ccccc1C(=O)O", importId: id, importRow: 1, changes: [] });
    expect(aspirin.fields).toMatchObject({ pIC50: "5.1" });

    const rejects = await listRejects(stage.db, id, { offset: 0, limit: 10 });
    expect(rejects.rows.map((reject) => [reject.row, reject.line, reject.code])).toEqual([
      [4, 5, "chemistry.structure.ring_open"],
      [6, 7, "chemistry.row.no_structure"],
      [7, 8, "chemistry.structure.too_large"],
    ]);
    expect(rejects.rows[0]?.reason.zh).toMatch(/环/);

    const again = await stage.startImport(projectId, "assay.csv", csv);
    const repeated = await stage.importUntil(again, "ended", hasEnded);
    expect(repeated).toMatchObject({ state: "completed", added: 0, present: 4, rejected: 3, repeatOf: id });
    expect((await getProject(stage.db, projectId)).compoundCount).toBe(2);
  });

  test("a file that breaks off keeps the rows before, and says why", async () => {
    const projectId = await stage.newProject();
    const whole = gzipSync(enumerateSmiles(300).join("\n"));
    const id = await stage.startImport(projectId, "cut.smi.gz", new Uint8Array(whole.subarray(0, whole.length - 200)));
    const failed = await stage.importUntil(id, "ended", hasEnded);
    expect(failed).toMatchObject({ state: "failed", error: { code: "chemistry.file.gzip_truncated" } });
    expect(failed.added).toBeGreaterThan(0);
    expect((await getProject(stage.db, projectId)).compoundCount).toBe(failed.added);
  });

  test.each([
    ["empty.smi", "", "chemistry.file.empty"],
    ["picture.png", new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]), "chemistry.file.binary"],
  ])("%s fails with its reason", async (name, content, code) => {
    const id = await stage.startImport(await stage.newProject(), name, content);
    expect(await stage.importUntil(id, "ended", hasEnded)).toMatchObject({
      state: "failed",
      added: 0,
      error: { code },
    });
  });

  test("a killed worker's import goes on without a row lost, repeated or counted twice", async () => {
    const projectId = await stage.newProject();
    const count = 3400;
    const smiles = enumerateSmiles(count);
    smiles[2500] = "not a molecule";
    const id = await stage.startImport(projectId, "library.smi", smiles.join("\n"));
    const before = await stage.importUntil(id, "under way", (row) => row.rowsRead > 0);
    await killWorker();
    console.log(`killed at row ${before.rowsRead} of ${count}`);
    expect(before.rowsRead).toBeLessThan(count);
    startWorker();
    const done = await stage.importUntil(id, "ended", hasEnded);
    expect(done).toMatchObject({ state: "completed", rowsRead: count, added: count - 1, present: 0, rejected: 1 });
    expect(await countCompounds(stage.db, projectId, { ranges: [{ column: "mw", min: 0 }] })).toBe(count - 1);
    const { rows } = await listCompounds(stage.db, projectId, { offset: 0, limit: 1 });
    const last = await listCompounds(stage.db, projectId, { offset: count - 2, limit: 5 });
    expect((await getCompound(stage.db, projectId, rows[0]!.id as CompoundId)).importRow).toBe(1);
    expect((await getCompound(stage.db, projectId, last.rows[0]!.id as CompoundId)).importRow).toBe(count);
  });

  describe("with a library", () => {
    let projectId: ProjectId;
    beforeAll(async () => {
      projectId = await stage.newProject();
      const id = await stage.startImport(projectId, "library.smi", enumerateSmiles(3000).join("\n"));
      await stage.importUntil(id, "ended", hasEnded);
    });

    test("cancel stops an import within two seconds and keeps what is in", async () => {
      const other = await stage.newProject();
      const id = await stage.startImport(other, "large.smi", enumerateSmiles(20_000).join("\n"));
      await stage.importUntil(id, "under way", (row) => row.rowsRead > 0);
      const asked = Date.now();
      await stage.client.workflow.getHandle(id).cancel();
      await markImportCancelling(stage.db, id);
      const stopped = await stage.importUntil(id, "ended", hasEnded);
      const tookMs = Date.now() - asked;
      console.log(`cancelled after ${tookMs} ms with ${stopped.added} compounds kept`);
      expect(stopped.state).toBe("cancelled");
      expect(tookMs).toBeLessThan(2000);
      await sleep(1000);
      expect((await getProject(stage.db, other)).compoundCount).toBe(stopped.added);
      expect(stopped.added).toBeGreaterThan(0);
    });

    // The enumeration tells how many hold the group: a nitrile where a, b or c is "C#N" (index 5 of 12), and so on.
    const holding = (index: number) =>
      Array.from({ length: 3000 }, (_, i) =>
        [i, Math.floor(i / 12), Math.floor(i / 144)].some((d) => d % 12 === index),
      ).filter(Boolean).length;
    test.each([
      ["a nitrile", "C#N", holding(5)],
      ["a sulfone, as SMARTS", "[SX4](=O)(=O)[CX4]", holding(9)],
      ["what all hold", "c1ccncc1", 3000],
      ["what none holds", "[Pt]", 0],
    ])("search finds %s, first without and then with stored fingerprints", async (_name, query, expected) => {
      for (let time = 0; time < 2; time++) {
        const id = await stage.startSearch(projectId, query);
        const done = await stage.searchUntil(id, "ended", hasEnded);
        expect(done).toMatchObject({
          state: "completed",
          total: 3000,
          done: 3000,
          failed: 0,
          hits: expected,
          error: null,
        });
        expect((await listCompounds(stage.db, projectId, { searchId: id, offset: 0, limit: 1 })).total).toBe(expected);
      }
    });

    test("a query that cannot be read fails with its reason", async () => {
      const id = await stage.startSearch(projectId, "c1ccc(");
      const failed = await stage.searchUntil(id, "ended", hasEnded);
      expect(failed).toMatchObject({ state: "failed", hits: 0, error: { code: "chemistry.query.invalid" } });
    });
  });
});
