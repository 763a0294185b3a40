import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { lstat, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { looksLikeStack, runCli } from "./run-cli.ts";

const ids = ["aqueous-solubility", "lipophilicity"];
const header = [
  ...["row", "input", "smiles", "inchikey", "status", "reason"],
  ...ids.flatMap((id) => [id, `${id}_lo`, `${id}_hi`, `${id}_in_domain`]),
];
const aspirin = { smiles: "CC(=O)Oc1ccccc1C(=O)O", key: "BSYNRYMUTXBXSQ-UHFFFAOYSA-N" }; // PubChem CID 2244
const ethanolKey = "LFQSCWFLJHTTHZ-UHFFFAOYSA-N"; // PubChem CID 702

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qinghao-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function predict(bytes: string | Uint8Array, name: string, args: string[] = []) {
  const input = join(folder, `${++files}-${name}`);
  const out = join(folder, `${files}.csv`);
  await writeFile(input, bytes);
  const result = await runCli(["predict", input, "-o", out, "--threads", "1", ...args]);
  const text = existsSync(out) ? await readFile(out, "utf8") : null;
  const rows: Record<string, string>[] = text === null ? [] : parse(text, { columns: true });
  return { ...result, out, text, rows };
}

describe("qinghao predict: what comes out", () => {
  it("has one row per row, in order, with the promised columns", async () => {
    const result = await predict(`${aspirin.smiles} aspirin\nC1CC broken\nOCC.[Na+].[Cl-] ethanol\n`, "three.smi");
    expect(result.stderr).not.toSatisfy(looksLikeStack);
    expect(result.code).toBe(0);
    expect(result.text!.split("\n")[0]).toBe(header.join(","));
    expect(result.rows.map((row) => [row.row, row.status, row.inchikey])).toEqual([
      ["1", "ok", aspirin.key],
      ["2", "failed", ""],
      ["3", "ok", ethanolKey],
    ]);
    expect(result.rows[0]!.input).toBe(aspirin.smiles);
    expect(result.rows[1]!.reason).toMatch(/ring closure/);
    expect(result.rows[2]).toMatchObject({ input: "OCC.[Na+].[Cl-]", smiles: "CCO", reason: "" });
    for (const id of ids) {
      const [value, lo, hi] = ["", "_lo", "_hi"].map((ending) => Number(result.rows[0]![id + ending]));
      expect(lo!).toBeLessThan(value!);
      expect(hi!).toBeGreaterThan(value!);
      expect(result.rows[0]![`${id}_in_domain`]).toMatch(/^(true|false)$/);
      expect(result.rows[1]![id]).toBe("");
    }
    expect(existsSync(`${result.out}.part`)).toBe(false);
  });

  it("knows ethanol dissolves better than a long alkane, by the models that come along", async () => {
    const { rows } = await predict("CCO\nCCCCCCCCCCCCCCCCCC\n", "known.smi");
    expect(Number(rows[0]!["aqueous-solubility"])).toBeGreaterThan(Number(rows[1]!["aqueous-solubility"]) + 3);
    expect(Number(rows[0]!.lipophilicity)).toBeLessThan(Number(rows[1]!.lipophilicity));
  });

  it("predicts the chosen endpoint only", async () => {
    const { text } = await predict("CCO\n", "one.smi", ["--endpoint", "lipophilicity"]);
    expect(text!.split("\n")[0]).toBe([...header.slice(0, 6), ...header.slice(10)].join(","));
  });

  it("reads standard input and writes standard output, with progress on stderr only", async () => {
    const result = await runCli(["predict", "-", "-o", "-", "--threads", "1"], { input: "CCO\nCCC\n" });
    expect(result.code).toBe(0);
    expect(result.stdout.trim().split("\n")).toHaveLength(3);
    expect(result.stderr).toMatch(/2 (rows|molecules)/);
  });
});

describe("qinghao predict: what goes in", () => {
  const csv = `name,structure,x\nethanol,CCO,1\n"a ""quoted"", name",${aspirin.smiles},2\n`;
  const two = (rows: Record<string, string>[]) => rows.map((row) => row.inchikey);

  it.each([
    ["CSV", csv, "a.csv"],
    ["CSV with BOM", `\uFEFF${csv}`, "bom.csv"],
    ["CSV with CRLF", csv.replaceAll("\n", "\r\n"), "crlf.csv"],
    ["TSV", "name\tstructure\nethanol\tCCO\naspirin\tCC(=O)Oc1ccccc1C(=O)O\n", "a.tsv"],
    ["gzipped CSV", gzipSync(csv), "a.csv.gz"],
    ["UTF-16 LE with BOM", Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(csv, "utf-16le")]), "u16.csv"],
    ["UTF-16 BE with BOM", Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(csv, "utf-16be")]), "u16be.csv"],
    ["GB18030", iconv.encode(csv.replace("ethanol", "乙醇（无水）"), "gb18030"), "gb.csv"],
  ])("%s", async (_name, bytes, name) => {
    const result = await predict(bytes, name);
    expect([result.code, two(result.rows)]).toEqual([0, [ethanolKey, aspirin.key]]);
  });

  it("takes the column that was asked for", async () => {
    const text = "a,b\nCCC,CCO\n";
    expect((await predict(text, "cols.csv", ["--column", "b"])).rows[0]!.inchikey).toBe(ethanolKey);
    expect((await predict(text, "cols.csv", ["--column", "1"])).rows[0]!.inchikey).toBe(ethanolKey);
    const wrong = await predict(text, "cols.csv", ["--column", "c"]);
    expect([wrong.code, wrong.stderr]).toEqual([3, expect.stringContaining("“c”")]);
  });

  it("reads SDF, one row per record", async () => {
    const record = (name: string, atoms: string) => `${name}\n  test\n\n${atoms}M  END\n$$$$\n`;
    const methane = "  1  0  0  0  0  0            999 V2000\n    0.0000    0.0000    0.0000 C   0  0\n";
    const water = methane.replace(" C ", " O ");
    const result = await predict(
      record("methane", methane) + record("broken", "nonsense\n") + record("water", water),
      "a.sdf",
    );
    expect(result.rows.map(({ status }) => status)).toEqual(["ok", "failed", "ok"]);
    expect(result.rows[0]).toMatchObject({ smiles: "C", inchikey: "VNWKTOKETHGBQD-UHFFFAOYSA-N" });
  });

  it.each([
    ["a line of a megabyte", `CCO\n${"C".repeat(1_200_000)}\nCCC\n`, /character|atoms/],
    ["a molecule of 5,000 atoms", `CCO\n${"C".repeat(5000)}\nCCC\n`, /5,?000 atoms/],
    ["NUL bytes in a row", `CCO\nC\0C\nCCC\n`, /NUL|readable/],
  ])("rejects %s with its reason and goes on", async (_name, text, reason) => {
    const result = await predict(text, "bad.smi");
    expect(result.stderr).not.toSatisfy(looksLikeStack);
    expect(result.code).toBe(0);
    expect(result.rows.map(({ status }) => status)).toEqual(["ok", "failed", "ok"]);
    expect(result.rows[1]!.reason).toMatch(reason);
    expect(result.text!.length).toBeLessThan(100_000);
  });

  it.each([
    ["an empty file", "", "empty.smi"],
    ["binary junk", new Uint8Array(4096).map((_, at) => (at * 197 + 13) % 256), "junk.smi"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "picture.csv"],
    ["gzip of nothing", gzipSync(""), "empty.smi.gz"],
    ["a heading without rows", "name,smiles\n", "head.csv"],
  ])("says that nothing could be read: %s", async (_name, bytes, name) => {
    const result = await predict(bytes, name);
    expect(result.stderr).not.toSatisfy(looksLikeStack);
    expect(result.code).toBe(3);
    expect(result.stderr).toMatch(/^qinghao: .+/);
  });

  it("ends with 3, and still says why row by row, when no row holds a structure", async () => {
    const result = await predict("C1CC\nC(C\n", "none.smi");
    expect(result.code).toBe(3);
    expect(result.rows.map(({ status }) => status)).toEqual(["failed", "failed"]);
  });

  it("stops at a zip bomb with a clear message", async () => {
    const bomb = gzipSync(Buffer.alloc(400_000_000, "C"), { level: 9 });
    const result = await predict(bomb, "bomb.smi.gz");
    expect(result.stderr).not.toSatisfy(looksLikeStack);
    expect(result.code).not.toBe(0);
    expect(result.stderr).toMatch(/grows to more than|longer than|character/);
  });

  it("keeps the rows before the point where a gzip file ends early", async () => {
    const lines = Array.from({ length: 4000 }, (_, n) => `CC(${"C".repeat(n % 7)})O molecule${(n * 7919) % 100_003}`);
    const whole = gzipSync(lines.join("\n"));
    const result = await predict(whole.subarray(0, Math.round(whole.length * 0.7)), "cut.smi.gz", [
      "--endpoint",
      "lipophilicity",
    ]);
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/ends early/);
    expect(result.rows.length).toBeGreaterThan(100);
    expect(result.rows.map((row) => Number(row.row))).toEqual(result.rows.map((_, at) => at + 1));
    expect(result.stderr).not.toSatisfy(looksLikeStack);
  });
});

describe("qinghao predict: misuse", () => {
  it.each([
    ["no input", ["predict"]],
    ["no output", ["predict", "x.smi"]],
    ["an unknown endpoint", ["predict", "x.smi", "-o", "x.csv", "--endpoint", "colour"]],
    ["an unknown option", ["predict", "x.smi", "-o", "x.csv", "--colour"]],
    ["an unknown command", ["divine"]],
    ["an unknown backend", ["predict", "x.smi", "-o", "x.csv", "--backend", "abacus"]],
    ["no thread", ["predict", "x.smi", "-o", "x.csv", "--threads", "0"]],
  ])("%s ends with 2", async (_name, args) => {
    const result = await runCli(args);
    expect([result.code, result.stdout]).toEqual([2, ""]);
    expect(result.stderr).not.toSatisfy(looksLikeStack);
  });

  it("ends with 2 when the output cannot be written or is the input", async () => {
    const input = join(folder, "in.smi");
    await writeFile(input, "CCO\n");
    const nowhere = await runCli(["predict", input, "-o", join(folder, "no", "where.csv")]);
    const itself = await runCli(["predict", input, "-o", input]);
    expect([nowhere.code, itself.code]).toEqual([2, 2]);
    expect(await readFile(input, "utf8")).toBe("CCO\n");
  });

  it("writes through a link, and into a pipe or device, without replacing it", async () => {
    const input = join(folder, "link-in.smi");
    const target = join(folder, "target.csv");
    const [link, pipe] = [join(folder, "link.csv"), join(folder, "pipe.csv")];
    await Promise.all([writeFile(input, "CCO\n"), writeFile(target, "old")]);
    await symlink(target, link);
    execFileSync("mkfifo", [pipe]);
    const [linked, piped, text] = await Promise.all([
      runCli(["predict", input, "-o", link, "--endpoint", "lipophilicity", "--threads", "1"]),
      runCli(["predict", input, "-o", pipe, "--endpoint", "lipophilicity", "--threads", "1"]),
      readFile(pipe, "utf8"),
    ]);
    expect([linked.code, piped.code]).toEqual([0, 0]);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect((await lstat(pipe)).isFIFO()).toBe(true);
    expect(await readFile(target, "utf8")).toBe(text);
    expect(text.split("\n")).toHaveLength(3);
  });

  it("ends with 3 when there is no file, in the language that is set", async () => {
    const result = await runCli(["predict", "nirgends.smi", "-o", "x.csv"], { env: { LANG: "zh_CN.UTF-8" } });
    expect(result.code).toBe(3);
    expect(result.stderr).toContain("文件 nirgends.smi 不存在。");
    expect((await runCli(["predict", "nirgends.smi", "-o", "x.csv", "--lang", "en"])).stderr).toContain(
      "There is no file",
    );
  });

  it("prints help and version with 0", async () => {
    for (const flag of ["--help", "--version"]) expect((await runCli([flag])).code).toBe(0);
    expect((await runCli(["predict", "--help"])).stdout).toContain("row,input,smiles,inchikey,status,reason");
  });
});

describe("qinghao predict: stopped", () => {
  it("leaves what was written and says where it lies", async () => {
    const input = join(folder, "long.smi");
    const out = join(folder, "long.csv");
    await writeFile(input, Array.from({ length: 500_000 }, (_, n) => `${"C".repeat((n % 30) + 1)}O`).join("\n"));
    const result = await runCli(["predict", input, "-o", out, "--threads", "1"], { interruptAfter: "/s" });
    expect(result.code).toBe(130);
    expect(result.stderr).toContain(`${out}.part`);
    expect(existsSync(out)).toBe(false);
    const rows: Record<string, string>[] = parse(await readFile(`${out}.part`, "utf8"), { columns: true });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => Number(row.row))).toEqual(rows.map((_, at) => at + 1));
  });
});
