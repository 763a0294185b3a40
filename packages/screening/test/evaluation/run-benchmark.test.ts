// Oracle: the same protocol in Python RDKit, by make-golden.py.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bitRows, fusedScores, oddsScores } from "../../src/evaluation/index.ts";
import { readBenchmarkFolder, runBenchmark, type TargetResult } from "../../src/node.ts";
import golden from "./golden.json" with { type: "json" };

const { actives, decoys, lists, expected } = golden.target;
const folder = mkdtempSync(join(tmpdir(), "qinghao-benchmark-"));
const table = (smiles: readonly string[]) =>
  gzipSync(`ID\tSMILES\n${smiles.map((text, row) => `m${row}\t${text}`).join("\n")}\n`);
beforeAll(() => {
  mkdirSync(join(folder, "SET"));
  const queries = { "5": lists };
  writeFileSync(
    join(folder, "query_actives.json.gz"),
    gzipSync(JSON.stringify({ "SET/a": queries, "SET/b": queries })),
  );
  writeFileSync(join(folder, "SET", "a_actives.tsv.gz"), table(actives));
  writeFileSync(join(folder, "SET", "b_actives.tsv.gz"), table([...actives, "C1CC"]));
  writeFileSync(join(folder, "SET", "zinc_decoys.tsv.gz"), table(decoys));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("runBenchmark", () => {
  it(`measures as ${golden.source}, and leaves out what cannot be read`, async () => {
    const results: TargetResult[] = [];
    for await (const result of runBenchmark(readBenchmarkFolder(folder), { threads: 1 })) results.push(result);
    expect(results.map(({ target }) => target)).toEqual(["a", "b"]);
    for (const { results: measured } of results) {
      for (const [method, values] of Object.entries(expected)) {
        const found = measured.find((one) => one.method === method)!;
        for (const [name, value] of Object.entries(values)) {
          expect.soft(found[name as keyof typeof values], `${method} ${name}`).toBeCloseTo(value, 10);
        }
      }
    }
    expect(results[0]!.failures).toEqual([]);
    expect(results[1]!.failures).toEqual([expect.objectContaining({ row: 9, smiles: "C1CC" })]);
  });
  it("leaves out lists without a query that could be read", async () => {
    const spoilt = [...actives.slice(0, 3).map(() => "C1CC"), ...actives.slice(3), "C1CC", "C1CC"];
    const unread = [0, 1, 2, 8, 9];
    writeFileSync(join(folder, "SET", "c_actives.tsv.gz"), table(spoilt));
    const benchmark = async (of: readonly (readonly number[])[]) => {
      const [target] = readBenchmarkFolder(folder);
      const [activesFile, one] = [join(folder, "SET", "c_actives.tsv.gz"), { ...target!, lists: of }];
      for await (const result of runBenchmark([{ ...one, activesFile }], { threads: 1 })) return result;
      throw new Error("no result");
    };
    const alone = await benchmark(lists);
    const mixed = await benchmark([...lists, unread]);
    expect(alone.lists).toEqual({ ranked: 2, leftOut: 0 });
    expect(mixed.lists).toEqual({ ranked: 2, leftOut: 1 });
    expect(mixed.results).toEqual(alone.results);
    const none = await benchmark([unread]);
    expect([none.lists, none.results]).toEqual([{ ranked: 0, leftOut: 1 }, []]);
  });
  it("says what a folder lacks", () => {
    expect(() => readBenchmarkFolder(join(folder, "SET"))).toThrow(/query_actives.json.gz/);
  });
});

describe("several methods as one", () => {
  const column = (...values: number[]) => Float64Array.from(values);
  it("standardises over the decoys set aside", () => {
    // List 0 sets decoys 0 and 5 aside: mean 2, deviation 1.
    const scores = [{ actives: column(4), decoys: column(1, 9, 9, 9, 9, 3) }];
    const [fused] = fusedScores([scores, scores.map(({ decoys }) => ({ actives: column(2), decoys }))]);
    expect([...fused!.actives]).toEqual([1]);
    expect([...fused!.decoys]).toEqual([-1, 7, 7, 7, 7, 1]);
  });
  it("weighs bits by their odds against the decoys set aside", () => {
    const rows = { actives: bitRows(Uint32Array.of(1, 1), 1), decoys: bitRows(Uint32Array.of(2, 1, 2, 0, 3), 1) };
    const [odds] = oddsScores([rows], [[0]]);
    // One decoy set aside, with bit 1: shares 1/3 and 2/3 with one pseudo-count each way; prior weight 5, one query.
    const present = Math.log((1 + 5 / 3) / (6 / 3));
    const absent = Math.log(5 / 6);
    expect(odds!.actives[1]).toBeCloseTo(present, 12);
    expect([...odds!.decoys].map((value) => value.toFixed(9))).toEqual(
      [absent, present, absent, 0, present + absent].map((value) => value.toFixed(9)),
    );
  });
});
