import type { CompoundId, ProjectId, RunId } from "@qinghao/kernel";
import { beforeAll, describe, expect, test } from "vitest";
import {
  createProject,
  createRun,
  createSearch,
  type Database,
  findCompound,
  finishPlanning,
  getCompound,
  getProject,
  iterateCompounds,
  listCompounds,
  listPredictions,
  listRunFailures,
  type NewPrediction,
  planShard,
  registerCompound,
  startRun,
  startSearch,
  storeSearchBatch,
  storeShard,
} from "../src/index.ts";
import { makeId, openTestDatabase, registerAll, sampleCompound } from "./sample-data.ts";

let db: Database;
let projectId: ProjectId;
let ids: CompoundId[];

const prediction = (compoundSeq: number, value: number | null, modelVersion = "1"): NewPrediction => ({
  compoundSeq,
  endpoint: "lipophilicity",
  modelVersion,
  value,
  lo: value === null ? null : value - 1,
  hi: value === null ? null : value + 1,
  level: 0.9,
  inDomain: true,
  similarity: 0.5,
  nearest: [{ smiles: "CCO", similarity: 0.5, measured: -0.3 }],
  failureCode: value === null ? "properties.model.failed" : null,
  failureReason: value === null ? { en: "Too large.", zh: "分子过大。" } : null,
});

/** Stores predictions as the only shard of a new run. */
async function predict(rows: NewPrediction[]): Promise<RunId> {
  const runId = makeId("run");
  const scope = { kind: "all" } as const;
  await createRun(db, {
    id: runId,
    projectId,
    kind: "predict-properties",
    endpoints: ["lipophilicity"],
    scope,
    accelerator: "cpu",
  });
  await startRun(db, runId);
  await planShard(db, { runId, shard: 0, key: "runs/x", lastSeq: 10, size: rows.length });
  await finishPlanning(db, runId);
  const record = { backend: "cpu", device: "x", queue: "cpu" as const, fallback: null, toolkits: {}, models: {} };
  await storeShard(db, runId, 0, { predictions: rows, done: rows.length, failed: 0, resultsKey: "k", record });
  return runId;
}

// Ten compounds: numbers 0 to 9 in order of registration, of which number 3 has no name.
beforeAll(async () => {
  ({ db, projectId } = await openTestDatabase());
  const rows = Array.from({ length: 10 }, (_, i) =>
    sampleCompound(i, { name: i === 3 ? null : `QH-${9 - i}`, clogp: i % 3, molWeight: 200 + 10 * i }),
  );
  ids = await registerAll(db, projectId, rows);
  return () => db.close();
});

const names = async (
  request: Omit<Parameters<typeof listCompounds>[2], "offset" | "limit">,
  offset = 0,
  limit = 500,
) => {
  const page = await listCompounds(db, projectId, { ...request, offset, limit });
  return { total: page.total, at: page.rows.map((row) => ids.indexOf(row.id as CompoundId)) };
};

describe("registering", () => {
  test("an equal molecule is returned unchanged", async () => {
    const again = await registerCompound(db, projectId, sampleCompound(4, { name: "other name", originalText: "OCC" }));
    expect(again.existed).toBe(true);
    expect(again.compound).toMatchObject({
      id: ids[4],
      name: "QH-5",
      originalText: "original 4",
      fields: { batch: "b4" },
    });
    expect((await getProject(db, projectId)).compoundCount).toBe(10);
  });

  test("the same molecule in another project is another compound", async () => {
    const other = await createProject(db, { id: makeId("project"), name: "Other" });
    const otherId = other.id as ProjectId;
    const { existed, compound } = await registerCompound(db, otherId, sampleCompound(4));
    expect(existed).toBe(false);
    await expect(getCompound(db, projectId, compound.id as CompoundId)).rejects.toMatchObject({
      code: "db.compound.missing",
    });
    expect((await findCompound(db, otherId, compound.inchikey))?.id).toBe(compound.id);
  });

  test("parallel registration of the same molecules keeps one of each and the right count", async () => {
    const project = await createProject(db, { id: makeId("project"), name: "Parallel" });
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, i) => registerCompound(db, project.id as ProjectId, sampleCompound(i % 10))),
    );
    expect(all.filter((one) => !one.existed)).toHaveLength(10);
    expect(new Set(all.map((one) => one.compound.id)).size).toBe(10);
    expect((await getProject(db, project.id as ProjectId)).compoundCount).toBe(10);
  });

  test("text with a NUL or half a surrogate pair is stored", async () => {
    const project = await createProject(db, { id: makeId("project"), name: "Junk" });
    const odd = sampleCompound(1, { originalText: "C\u0000\ud800O", fields: { "n\u0000": "\udc00" } });
    const { compound } = await registerCompound(db, project.id as ProjectId, odd);
    expect(compound.originalText).toBe("C\u2400\ufffdO");
  });
});

describe("listing", () => {
  const order: [string, Parameters<typeof names>[0], number[]][] = [
    ["registration", {}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ["newest first", { sort: { column: "createdAt", dir: "desc" } }, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ["name, missing last", { sort: { column: "name", dir: "asc" } }, [9, 8, 7, 6, 5, 4, 2, 1, 0, 3]],
    ["name descending, missing last", { sort: { column: "name", dir: "desc" } }, [0, 1, 2, 4, 5, 6, 7, 8, 9, 3]],
    ["ties by registration", { sort: { column: "clogp", dir: "asc" } }, [0, 3, 6, 9, 1, 4, 7, 2, 5, 8]],
    ["mw is molWeight", { sort: { column: "mw", dir: "desc" } }, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ["range", { ranges: [{ column: "mw", min: 220, max: 240 }] }, [2, 3, 4]],
    [
      "two ranges",
      {
        ranges: [
          { column: "mw", min: 220 },
          { column: "clogp", max: 0 },
        ],
      },
      [3, 6, 9],
    ],
    ["open range", { ranges: [{ column: "mw" }] }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ["name in any case", { text: "qh-9" }, [0]],
    ["SMILES in its own case", { text: "CCCCCCCCCN" }, [8, 9]],
    ["no match", { text: "nothing like it" }, []],
    ["a wildcard is a letter", { text: "QH_" }, []],
  ];
  test.each(order)("%s", async (_name, request, expected) => {
    expect(await names(request)).toEqual({ total: expected.length, at: expected });
  });

  test.each(order.map(([name, request, expected]) => [name, request, expected] as const))(
    "%s, page by page",
    async (_name, request, expected) => {
      const pages: number[] = [];
      for (let offset = 0; offset < 12; offset += 4) pages.push(...(await names(request, offset, 4)).at);
      expect(pages).toEqual(expected);
    },
  );

  test("the beginning of the InChIKey finds it", async () => {
    const { inchikey } = sampleCompound(6);
    expect((await names({ text: inchikey.slice(0, 10).toLowerCase() })).at).toEqual([6]);
    expect((await names({ text: inchikey })).at).toEqual([6]);
  });

  test("iterating gives every match once, in batches", async () => {
    const sizes: number[] = [];
    const seen: string[] = [];
    for await (const batch of iterateCompounds(db, projectId, { ranges: [{ column: "mw", min: 215 }] }, 3)) {
      sizes.push(batch.length);
      seen.push(...batch.map((row) => row.id));
    }
    expect(sizes).toEqual([3, 3, 2]);
    expect(seen).toEqual(ids.slice(2));
  });
});

describe("predictions and hits", () => {
  test("sort and range by the latest model version, missing values last", async () => {
    // Numbers 0 to 6 have a value of version 1; then 0 and 1 get one of version 2; 7 failed; 8 and 9 have nothing.
    const seqs = await seqOf(ids);
    const first = await predict([
      ...[6, 5, 4, 3, 2, 1, 0].map((value, i) => prediction(seqs[i]!, value)),
      prediction(seqs[7]!, null),
    ]);
    const second = await predict([prediction(seqs[0]!, 2.5, "2"), prediction(seqs[1]!, -3, "2")]);
    expect(await listRunFailures(db, second, { offset: 0, limit: 5 })).toEqual({ total: 0, rows: [] });
    const reason = {
      endpoint: "lipophilicity",
      code: "properties.model.failed",
      reason: { en: "Too large.", zh: "分子过大。" },
    };
    expect(await listRunFailures(db, first, { offset: 0, limit: 5 })).toMatchObject({
      total: 1,
      rows: [{ compoundId: ids[7], name: "QH-2", reasons: [reason] }],
    });

    const sort = { column: "prediction:lipophilicity" as const, dir: "asc" as const };
    const ascending = [1, 6, 5, 4, 0, 3, 2, 7, 8, 9];
    expect(await names({ sort })).toEqual({ total: 10, at: ascending });
    expect((await names({ sort: { ...sort, dir: "desc" } })).at).toEqual([2, 3, 0, 4, 5, 6, 1, 7, 8, 9]);
    for (const offset of [0, 3, 6, 8])
      expect((await names({ sort }, offset, 3)).at).toEqual(ascending.slice(offset, offset + 3));
    const ranges = [{ column: "prediction:lipophilicity" as const, min: 1, max: 2.5 }];
    expect(await names({ sort, ranges })).toEqual({ total: 3, at: [5, 4, 0] });
    expect((await names({ sort, ranges: [{ column: "mw", min: 250 }] })).at).toEqual([6, 5, 7, 8, 9]);

    const { rows } = await listCompounds(db, projectId, { offset: 0, limit: 10 });
    expect(rows[0]?.predictions.lipophilicity).toMatchObject({ value: 2.5, lo: 1.5, hi: 3.5, modelVersion: "2" });
    expect(rows[7]?.predictions.lipophilicity).toEqual({ failed: { en: "Too large.", zh: "分子过大。" } });
    expect(rows[9]?.predictions).toEqual({});

    const history = await listPredictions(db, projectId, ids[0]!);
    expect(history.map((one) => [one.modelVersion, one.latest, one.value])).toEqual([
      ["2", true, 2.5],
      ["1", false, 6],
    ]);
    expect(history[0]?.createdAt).toBeInstanceOf(Date);
  });

  test("hits of a search filter the table", async () => {
    const id = makeId("search");
    await createSearch(db, { id, projectId, kind: "substructure", query: "c1ccccc1" });
    expect(await startSearch(db, id)).toMatchObject({ state: "running", total: 10 });
    const seqs = await seqOf(ids);
    const batch = { afterSeq: 0, lastSeq: seqs[4]!, done: 5, failed: 0, toolkit: "t", fingerprints: [] };
    await storeSearchBatch(db, id, { ...batch, hits: [seqs[1]!, seqs[4]!] });
    await expect(storeSearchBatch(db, id, { ...batch, hits: [seqs[1]!] })).rejects.toMatchObject({
      code: "db.conflict",
    });
    expect(await names({ searchId: id })).toEqual({ total: 2, at: [1, 4] });
  });
});

async function seqOf(wanted: CompoundId[]): Promise<number[]> {
  const { nextMolecules } = await import("../src/index.ts");
  const scope = { kind: "ids" as const, ids: wanted };
  const rows = await nextMolecules(db, { projectId, scope, maxSeq: 1e9, endpoints: [] }, {}, 0, 1000);
  return rows.map((row) => row.seq);
}
