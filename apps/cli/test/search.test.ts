import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { looksLikeStack, runCli } from "./run-cli.ts";

const molecules = [
  "CC(=O)Oc1ccccc1C(=O)O aspirin",
  "OC(=O)c1ccccc1O salicylic-acid",
  "C1CC broken",
  "CC(=O)Nc1ccc(O)cc1 paracetamol",
  "c1ccc2[nH]ccc2c1 indole",
  "CCO",
];

let folder: string;
let library: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qinghao-search-"));
  library = join(folder, "small.qlib");
  await writeFile(join(folder, "small.smi.gz"), gzipSync(`${molecules.join("\n")}\n`));
  const built = await runCli(["library", "build", join(folder, "small.smi.gz"), "-o", library, "--cpu", "1"]);
  expect([built.code, built.stderr]).toEqual([0, expect.stringContaining("row 3: A ring closure is opened")]);
  expect(built.stderr).toMatch(/6 rows in .*, 1 could not be read/);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function similar(queries: string, ...args: string[]) {
  const query = join(folder, "query.smi");
  const out = join(folder, "hits.csv");
  await rm(out, { force: true });
  await writeFile(query, queries);
  const result = await runCli(["search", "similarity", "--library", library, "--query", query, "-o", out, ...args]);
  const text = existsSync(out) ? await readFile(out, "utf8") : "";
  const rows: Record<string, string>[] = parse(text, { columns: true });
  return { ...result, text, rows };
}

describe("qinghao search similarity", () => {
  it("writes query,id,similarity, the best first, unreadable queries on standard error", async () => {
    const found = await similar("CC(=O)Oc1ccccc1C(=O)O q1\nC(C broken\nOCC\n", "--top", "2");
    expect(found.stderr).not.toSatisfy(looksLikeStack);
    expect(found.code).toBe(0);
    expect(found.text.split("\n")[0]).toBe("query,id,similarity");
    expect(found.rows.map(({ query, id }) => [query, id])).toEqual([
      ["q1", "aspirin"],
      ["q1", "salicylic-acid"],
      ["3", "6"],
      ["3", "aspirin"],
    ]);
    expect(found.rows[0]!.similarity).toBe("1");
    expect(found.stderr).toMatch(/query 2: The parentheses do not match/);
  });

  it("computes fingerprints that the library was built without, and says so", async () => {
    const both = join(folder, "both.qlib");
    const kinds = ["--fingerprints", "morgan2,maccs", "--cpu", "1"];
    expect((await runCli(["library", "build", join(folder, "small.smi.gz"), "-o", both, ...kinds])).code).toBe(0);
    const asked = ["--top", "6", "--fingerprint", "maccs", "--cpu", "1"];
    const computed = await similar("CCO\nc1ccc2[nH]ccc2c1\n", ...asked);
    expect(computed.stderr).toContain("built without maccs fingerprints: they are computed now, for 6 rows");
    const kept = await similar("CCO\nc1ccc2[nH]ccc2c1\n", ...asked, "--library", both);
    expect([kept.stderr, kept.rows.length]).toEqual(["", 10]);
    expect(computed.text).toBe(kept.text);
  });

  it("takes a threshold, and both", async () => {
    const all = await similar("OC(=O)c1ccccc1O acid\n", "--threshold", "0.2");
    expect(all.rows.length).toBeGreaterThan(1);
    expect(all.rows.every(({ similarity }) => Number(similarity) >= 0.2)).toBe(true);
    const best = await similar("OC(=O)c1ccccc1O acid\n", "--threshold", "0.2", "--top", "1", "--cpu", "2");
    expect(best.rows).toEqual(all.rows.slice(0, 1));
  });

  it.each([
    [["--top", "0"], 2, "whole number"],
    [["--threshold", "2"], 2, "0 to 1"],
    [[], 2, "--top"],
  ])("%j ends with %i and says why", async (args, code, reason) => {
    const result = await similar("CCO\n", ...args);
    expect([result.code, result.stderr]).toEqual([code, expect.stringContaining(reason)]);
  });

  it("ends with 3 where no query can be read, and with 1 where there is no library", async () => {
    expect((await similar("C1CC\n", "--top", "1")).code).toBe(3);
    const none = await runCli(["search", "substructure", "--library", "none.qlib", "--smarts", "C", "-o", "-"]);
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining("There is no library none.qlib")]);
  });
});

describe("qinghao search substructure", () => {
  const search = (smarts: string, ...args: string[]) =>
    runCli(["search", "substructure", "--library", library, "--smarts", smarts, "--cpu", "1", "-o", "-", ...args]);

  it("lists the molecules in the order of the library", async () => {
    const { code, stdout } = await search("c1ccccc1");
    expect([code, stdout.split("\n")]).toEqual([
      0,
      [
        "row,id,smiles",
        "1,aspirin,CC(=O)Oc1ccccc1C(=O)O",
        "2,salicylic-acid,OC(=O)c1ccccc1O",
        "4,paracetamol,CC(=O)Nc1ccc(O)cc1",
        "5,indole,c1ccc2[nH]ccc2c1",
        "",
      ],
    ]);
    expect((await search("c1ccccc1", "--limit", "2")).stdout.trim().split("\n")).toHaveLength(3);
  });

  it("ends with 2 for what is no SMARTS", async () => {
    const { code, stderr } = await search("C(");
    expect([code, stderr]).toEqual([2, expect.stringContaining("not a readable query")]);
  });
});

describe("qinghao library", () => {
  it("appends, and shows what there is", async () => {
    const more = join(folder, "more.csv");
    await writeFile(more, "name,smiles\nbutane,CCCC\nnothing,xyz\n");
    const grown = await runCli(["library", "build", more, "-o", library, "--append", "--cpu", "1"]);
    expect([grown.code, grown.stderr]).toEqual([0, expect.stringContaining("row 8:")]);
    const shown = await runCli(["library", "show", library, "--json"]);
    expect(JSON.parse(shown.stdout)).toMatchObject({ rows: 8, failed: 2, fingerprints: ["morgan2", "pattern"] });
    const failed = await runCli(["library", "show", library, "--failed", "--lang", "zh"]);
    expect(failed.stdout).toMatch(/^row,line,text,reason\n3,3,C1CC,有一个环没有闭合。\n8,/);
  });

  it("leaves nothing behind when it is stopped", async () => {
    const long = join(folder, "long.smi");
    const target = join(folder, "long.qlib");
    await writeFile(long, Array.from({ length: 1_000_000 }, (_, n) => `${"C".repeat((n % 30) + 1)}O`).join("\n"));
    const stoppedBuild = await runCli(["library", "build", long, "-o", target, "--cpu", "1"], { interruptAfter: "/s" });
    expect(stoppedBuild.code).toBe(130);
    expect(stoppedBuild.stderr).toContain(`nothing was written to ${target}`);
    expect([existsSync(target), existsSync(`${target}.part`)]).toEqual([false, false]);
  });

  it("ends with 3 where nothing can be read, and with 2 where the output is the input", async () => {
    const none = join(folder, "none.smi");
    await writeFile(none, "C1CC\n");
    const empty = await runCli(["library", "build", none, "-o", join(folder, "empty.qlib"), "--cpu", "1"]);
    expect(empty.code).toBe(3);
    expect((await runCli(["library", "build", none, "-o", none])).code).toBe(2);
    expect((await runCli(["library", "build", none, "-o", "x.qlib", "--fingerprints", "x"])).code).toBe(2);
  });
});
