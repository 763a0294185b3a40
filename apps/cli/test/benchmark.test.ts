import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { looksLikeStack, runCli } from "./run-cli.ts";

const actives = ["CCO", "CCCO", "CCCCO", "CCCCCO", "CCCCCCO", "CCCCCCCO", "C1CC"];
const decoys = ["c1ccccc1", "c1ccncc1", "Cc1ccccc1", "Clc1ccccc1", "c1ccc2ccccc2c1", "CC(C)(C)c1ccccc1"];
const folder = mkdtempSync(join(tmpdir(), "qinghao-benchmark-"));
const out = join(folder, "out.csv");
beforeAll(() => {
  const lists = { "5": [[0, 1, 2, 3, 4]] };
  writeFileSync(join(folder, "query_actives.json.gz"), gzipSync(JSON.stringify({ "DUD/x": lists, "MUV/1": lists })));
  for (const [collection, target] of [["DUD", "x"] as const, ["MUV", "1"] as const]) {
    mkdirSync(join(folder, collection));
    for (const [part, smiles] of Object.entries({ actives, decoys })) {
      const text = `ID\tSMILES\n${smiles.map((one, row) => `m${row}\t${one}\n`).join("")}`;
      writeFileSync(join(folder, collection, `${target}_${part}.tsv.gz`), gzipSync(text));
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const benchmark = (...args: string[]) =>
  runCli(["benchmark", "ligand-based", "--data", folder, "-o", out, "--cpu", "1", ...args]);

describe("qinghao benchmark ligand-based", () => {
  it("writes one row per target and method, and lists what cannot be read", async () => {
    const result = await benchmark("--fingerprint", "ecfp4,tt");
    expect([result.code, looksLikeStack(result.stderr)]).toEqual([0, false]);
    expect(result.stderr).toContain("DUD x_actives.tsv.gz row 7 (C1CC): A ring closure is opened");
    const text = readFileSync(out, "utf8");
    expect(text.split("\n")[0]).toBe("collection,target,method,auc,ef1,ef5,bedroc20");
    const rows: Record<string, string>[] = parse(text, { columns: true });
    expect(rows.filter(({ collection }) => collection === "DUD").map(({ method }) => method)).toEqual([
      "ecfp4",
      "tt",
      "fused",
      "odds",
      "fused+odds",
    ]);
    expect(rows.length).toBe(10);
    // Heptanol is ranked before every aromatic decoy.
    expect(rows.map(({ auc }) => Number(auc))).toEqual(Array(10).fill(1));
  }, 60_000);

  it("says which query lists could not be ranked by", async () => {
    const lists = { "5": [[0, 1, 2, 3, 4], [6]] };
    const spoilt = join(folder, "spoilt");
    mkdirSync(join(spoilt, "DUD"), { recursive: true });
    writeFileSync(join(spoilt, "query_actives.json.gz"), gzipSync(JSON.stringify({ "DUD/x": lists })));
    for (const part of ["actives", "decoys"]) {
      const name = `x_${part}.tsv.gz`;
      writeFileSync(join(spoilt, "DUD", name), readFileSync(join(folder, "DUD", name)));
    }
    const result = await runCli(["benchmark", "ligand-based", "--data", spoilt, "-o", out, "--fingerprint", "ecfp4"]);
    expect(result.code).toBe(0);
    expect(result.stderr).toContain("DUD/x: 1 of 2 query lists have no query that could be read, and are left out.");
    expect(readFileSync(out, "utf8").trim().split("\n").slice(1)).toEqual([
      expect.stringMatching(/^DUD,x,ecfp4,1\.0+,/),
    ]);
  }, 60_000);

  it("takes some targets, and refuses what is not there", async () => {
    const one = await benchmark("--fingerprint", "rdk5", "--targets", "MUV");
    expect(one.code).toBe(0);
    expect(readFileSync(out, "utf8").trim().split("\n").slice(1)).toEqual([expect.stringMatching(/^MUV,1,rdk5,1/)]);
    const none = await benchmark("--targets", "MUV/2");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("has no MUV/2")]);
    const foreign = await runCli(["benchmark", "ligand-based", "--data", join(folder, "MUV"), "-o", out]);
    expect(foreign.code).not.toBe(0);
    expect(foreign.stderr).toContain("query_actives.json.gz");
    expect(foreign.stderr).not.toSatisfy(looksLikeStack);
  }, 60_000);
});
