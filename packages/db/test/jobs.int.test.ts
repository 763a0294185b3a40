import type { ImportId, ProjectId, RunId } from "@qinghao/kernel";
import { beforeAll, describe, expect, test } from "vitest";
import {
  countMolecules,
  createImport,
  createRun,
  createUpload,
  type Database,
  finishImport,
  finishPlanning,
  finishRun,
  getImport,
  getRun,
  getShard,
  iterateRejects,
  listDoneShards,
  listRejects,
  markImportCancelling,
  markRunCancelling,
  type NewPrediction,
  nextMolecules,
  openDatabase,
  plannedSoFar,
  planShard,
  type RunShard,
  startImport,
  startRun,
  storeImportBatch,
  storeShard,
} from "../src/index.ts";
import { makeId, openTestDatabase, registerAll, sampleCompound } from "./sample-data.ts";

let db: Database;
let projectId: ProjectId;
beforeAll(async () => {
  ({ db, projectId } = await openTestDatabase());
  return () => db.close();
});

async function newImport(sha256 = "00"): Promise<ImportId> {
  const upload = await createUpload(db, { id: makeId("upload"), fileName: "library.smi", size: 1000, sha256 });
  const id = makeId("import");
  await createImport(db, { id, projectId, uploadId: upload.id as never });
  await startImport(db, id, { format: "smiles", mapping: null, bytesTotal: 1000, toolkit: "t" });
  return id;
}

const reason = { en: "Not a SMILES.", zh: "不是 SMILES。" };
const batchOf = (afterRow: number, compounds: number[], rejectedRows: number[]) => ({
  projectId,
  afterRow,
  lastRow: afterRow + compounds.length + rejectedRows.length,
  rows: compounds.length + rejectedRows.length,
  bytesRead: 500,
  compounds: compounds.map((i) => sampleCompound(i)),
  rejects: rejectedRows.map((row) => ({
    row,
    line: row + 1,
    text: "x".repeat(3000),
    code: "chemistry.smiles.invalid",
    reason,
  })),
});

describe("imports", () => {
  test("a batch is stored once, with its counts", async () => {
    const id = await newImport();
    // Rows 1 and 2 hold the same molecule.
    expect(await storeImportBatch(db, id, batchOf(0, [100, 100, 101], [4]))).toEqual({ added: 2 });
    await expect(storeImportBatch(db, id, batchOf(0, [100, 100, 101], [4]))).rejects.toMatchObject({
      code: "db.conflict",
      retry: "now",
    });
    await storeImportBatch(db, id, batchOf(4, [101, 102], []));
    const stored = await getImport(db, id);
    expect(stored).toMatchObject({ rowsRead: 6, added: 3, present: 2, rejected: 1, lastRow: 6, state: "running" });
    expect(stored.progress).toMatchObject({ done: 5, failed: 1, total: 12 });

    const page = await listRejects(db, id, { offset: 0, limit: 10 });
    expect(page.total).toBe(1);
    expect(page.rows[0]).toMatchObject({ row: 4, line: 5, textLength: 3000, reason });
    expect(page.rows[0]?.text).toHaveLength(2000);
    const whole: string[] = [];
    for await (const reject of iterateRejects(db, id)) whole.push(reject.text);
    expect(whole.map((text) => text.length)).toEqual([3000]);
  });

  test("the same bytes again are recognised", async () => {
    const first = await newImport("aa");
    expect((await getImport(db, first)).repeatOf).toBeNull();
    await finishImport(db, first, "completed");
    const second = await newImport("aa");
    expect((await getImport(db, second)).repeatOf).toBe(first);
  });

  test("a final state is never left", async () => {
    const id = await newImport();
    expect(await markImportCancelling(db, id)).toBe(true);
    await finishImport(db, id, "cancelled");
    await finishImport(db, id, "completed");
    expect(await markImportCancelling(db, id)).toBe(false);
    expect((await getImport(db, id)).state).toBe("cancelled");
    await expect(storeImportBatch(db, id, batchOf(0, [200], []))).rejects.toMatchObject({ code: "db.conflict" });
  });
});

describe("runs", () => {
  const record = { backend: "wasm", device: "CPU", queue: "cpu" as const, fallback: null, toolkits: {}, models: {} };
  const row = (compoundSeq: number, modelVersion = "1"): NewPrediction => ({
    compoundSeq,
    endpoint: "lipophilicity",
    modelVersion,
    value: 1,
    lo: 0,
    hi: 2,
    level: 0.9,
    inDomain: true,
    similarity: 1,
    nearest: null,
    failureCode: null,
    failureReason: null,
  });
  const newRun = async (scope: Parameters<typeof createRun>[1]["scope"]): Promise<RunId> => {
    const id = makeId("run");
    await createRun(db, {
      id,
      projectId,
      kind: "predict-properties",
      endpoints: ["lipophilicity"],
      scope,
      accelerator: "auto",
    });
    return id;
  };

  test("each shard counts once, and nothing is written after the end", async () => {
    const ids = await registerAll(
      db,
      projectId,
      [300, 301, 302, 303].map((i) => sampleCompound(i)),
    );
    const runId = await newRun({ kind: "ids", ids });
    const run = await startRun(db, runId);
    await registerAll(db, projectId, [sampleCompound(304)]);
    expect((await startRun(db, runId)).maxSeq).toBe(run.maxSeq);
    const molecules = await nextMolecules(db, run, {}, 0, 3);
    expect(molecules.map((molecule) => molecule.id)).toEqual(ids.slice(0, 3));
    const lastSeq = molecules.at(-1)!.seq;
    for (let twice = 0; twice < 2; twice++) {
      await planShard(db, { runId, shard: 0, key: "runs/r/0.json", lastSeq, size: 3 });
      await planShard(db, { runId, shard: 1, key: "runs/r/1.json", lastSeq: lastSeq + 1, size: 1 });
    }
    expect(await plannedSoFar(db, runId)).toEqual({ shards: 2, lastSeq: lastSeq + 1 });
    expect(await finishPlanning(db, runId)).toEqual({ shards: 2, total: 4 });

    const result = { predictions: molecules.map((m) => row(m.seq)), done: 2, failed: 1, resultsKey: "k", record };
    expect(await Promise.all([1, 2, 3].map(() => storeShard(db, runId, 0, result)))).toEqual(
      expect.arrayContaining([true, false, false]),
    );
    expect(await getRun(db, runId)).toMatchObject({ done: 2, failed: 1, total: 4, shardsDone: 1, record });
    expect((await listDoneShards(db, runId)).map((shard: RunShard) => shard.shard)).toEqual([0]);

    expect(await markRunCancelling(db, runId)).toBe(true);
    await finishRun(db, runId, { state: "cancelled" });
    await expect(storeShard(db, runId, 1, { ...result, predictions: [] })).rejects.toMatchObject({
      code: "db.run.ended",
    });
    expect((await getShard(db, runId, 1)).state).toBe("planned");
    expect(await getRun(db, runId)).toMatchObject({ state: "cancelled", done: 2, failed: 1 });
  });

  test("`missing` covers what lacks a result of the present versions", async () => {
    const run = await startRun(db, await newRun({ kind: "missing" }));
    const missing = async (version: string) => countMolecules(db, run, { lipophilicity: version });
    const heavy = { kind: "filter" as const, filter: { ranges: [{ column: "mw" as const, min: 1e6 }] } };
    expect(await countMolecules(db, { ...run, scope: heavy }, {})).toBe(0);
    const all = await countMolecules(db, { ...run, scope: { kind: "all" } }, {});
    expect(await missing("1")).toBe(all - 3);
    expect(await missing("2")).toBe(all);
  });
});

test("an absent database is a failure to try again later, and tells nothing of the statement", async () => {
  const absent = openDatabase("postgres://nobody:secret@127.0.0.1:9/none");
  const failure = await registerAll(absent, projectId, [sampleCompound(1)]).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "db.away", retry: "later" });
  expect(JSON.stringify(failure) + String((failure as Error).stack) + String((failure as Error).cause)).not.toMatch(
    /secret|original|insert/,
  );
  await absent.close();
});
