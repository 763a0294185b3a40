import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeConceptPack } from "./concept-packs.ts";
import { looksLikeStack, runCli } from "./run-cli.ts";
import { runHere } from "./run-here.ts";

const columns = "row,text,start,end,matched,concept,name_en,name_zh,score";
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qinghao-cli-concepts-"));
  await writeConceptPack(folder);
  env = { QINGHAO_KNOWLEDGE: folder };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const concepts = (...args: string[]) => runHere(["concepts", ...args], env);
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

let files = 0;
async function link(bytes: string | Uint8Array, name: string, args: string[] = []) {
  const input = join(folder, `${++files}-${name}`);
  const out = join(folder, `${files}.csv`);
  await writeFile(input, bytes);
  const result = await concepts("link", input, "-o", out, ...args);
  const text = existsSync(out) ? await readFile(out, "utf8") : null;
  return { ...result, out, text, rows: text === null ? [] : rowsOf(text) };
}

describe("qinghao concepts link", () => {
  it("has one row per mention, and one for a text that names nothing", async () => {
    const result = await link(
      "Gefitinib for non-small cell lung carcinoma\nnothing here\n\n吉非替尼，肺癌\n",
      "four.txt",
    );
    expect(result.stderr).not.toSatisfy(looksLikeStack);
    expect([result.code, result.text!.split("\n")[0]]).toEqual([0, columns]);
    expect(result.rows.map((row) => [row.row, row.start, row.end, row.matched, row.concept])).toEqual([
      ["1", "0", "9", "Gefitinib", "DRUGBANK:DB00317"],
      ["1", "14", "43", "non-small cell lung carcinoma", "MONDO:0005233"],
      ["2", "", "", "", ""],
      ["3", "", "", "", ""],
      ["4", "0", "4", "吉非替尼", "DRUGBANK:DB00317"],
      ["4", "5", "7", "肺癌", "MONDO:0005138"],
    ]);
    expect(result.rows[1]).toMatchObject({ name_en: "non-small cell lung carcinoma", name_zh: "非小细胞肺癌" });
    expect(Number(result.rows[1]!.score)).toBeGreaterThan(0.9);
    expect(result.rows[2]!.text).toBe("nothing here");
    expect(existsSync(`${result.out}.part`)).toBe(false);
    expect(result.stderr).toMatch(/4 texts/);
  });

  it("answers the kinds and the language that were asked for", async () => {
    const text = "Gefitinib, 肺癌\n";
    const drugs = await link(text, "kinds.txt", ["--kind", "drug"]);
    expect(drugs.rows.map(({ concept }) => concept)).toEqual(["DRUGBANK:DB00317"]);
    const chinese = await link(text, "zh.txt", ["--lang", "zh"]);
    expect(chinese.rows.map(({ concept }) => concept)).toEqual(["MONDO:0005138"]);
    expect(chinese.stderr).toContain("条文本");
    expect((await link(text, "auto.txt", ["--lang", "auto"])).rows).toHaveLength(2);
  });

  it.each([
    ["gzip", gzipSync("肺癌\n"), "a.txt.gz"],
    ["GB18030", iconv.encode("肺癌\n", "gb18030"), "gb.txt"],
    ["UTF-16 LE with BOM", Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode("肺癌\n", "utf-16le")]), "u16.txt"],
    ["UTF-8 with BOM", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from("肺癌")]), "bom.txt"],
    ["CR LF", Buffer.from("肺癌\r\n"), "crlf.txt"],
  ])("reads %s", async (_name, bytes, name) => {
    const { code, rows } = await link(bytes, name);
    expect([code, rows.map(({ row, text, concept }) => [row, text, concept])]).toEqual([
      0,
      [["1", "肺癌", "MONDO:0005138"]],
    ]);
  });

  it("reads standard input and writes standard output, quoting what needs it", async () => {
    const result = await runCli(["concepts", "link", "-", "-o", "-", "-q"], { input: 'say "肺癌", please\n', env });
    expect([result.code, result.stderr]).toEqual([0, ""]);
    expect(rowsOf(result.stdout)).toMatchObject([{ text: 'say "肺癌", please', matched: "肺癌", start: "5" }]);
  });

  it("keeps up with a file of 20,000 lines, in order", async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => (n % 2 === 0 ? `patient ${n} has 肺癌` : `note ${n}`));
    const { code, rows } = await link(lines.join("\n"), "long.txt");
    expect(code).toBe(0);
    expect(rows.map(({ row }) => Number(row))).toEqual(lines.map((_, at) => at + 1));
    expect(rows.filter(({ concept }) => concept === "MONDO:0005138")).toHaveLength(10_000);
  });

  it("keeps the lines before the point where a gzip file ends early", async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `肺癌 ${(n * 7919) % 100_003}`);
    const whole = gzipSync(lines.join("\n"));
    const { code, stderr, rows } = await link(whole.subarray(0, Math.round(whole.length * 0.7)), "cut.txt.gz");
    expect([code, stderr]).toEqual([1, expect.stringMatching(/ends early/)]);
    expect(rows.length).toBeGreaterThan(1000);
    expect(stderr).not.toSatisfy(looksLikeStack);
  });

  it.each([
    ["an empty file", "", "empty.txt"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "picture.txt"],
  ])("ends with 3 for %s", async (_name, bytes, name) => {
    const result = await link(bytes, name);
    expect([result.code, result.text]).toEqual([3, null]);
    expect(result.stderr).toMatch(/^qinghao: .+/);
  });

  it("ends with 3 when there is no file, and with 2 when the output is the input", async () => {
    expect((await concepts("link", join(folder, "none.txt"), "-o", "-")).code).toBe(3);
    const input = join(folder, "same.txt");
    await writeFile(input, "肺癌\n");
    expect((await concepts("link", input, "-o", input)).code).toBe(2);
    expect(await readFile(input, "utf8")).toBe("肺癌\n");
  });
});

describe("qinghao concepts search, show, expand", () => {
  it("finds by name, pinyin initials and identifier, as a table and as JSON", async () => {
    const table = await concepts("search", "fxxbfa");
    expect([table.code, table.stdout]).toEqual([0, expect.stringMatching(/MONDO:0005233 +disease +non-small cell/)]);
    const json = await concepts("search", "D002289", "--json", "--limit", "1");
    expect(JSON.parse(json.stdout).hits).toMatchObject([{ id: "MONDO:0005233", matched: { role: "identifier" } }]);
    const drugs = JSON.parse((await concepts("search", "g", "--kind", "drug", "--json")).stdout);
    expect(drugs.hits.map(({ id }: { id: string }) => id)).toEqual(["DRUGBANK:DB00317"]);
    const nothing = await concepts("search", "zzzz", "--lang", "zh");
    expect([nothing.code, nothing.stdout, nothing.stderr]).toEqual([0, "", "没有找到。\n"]);
  });

  it("shows a concept with the sources of its names", async () => {
    const shown = await concepts("show", "MONDO:0005233");
    expect(shown.stdout).toMatch(/非小细胞肺癌 +zh-Hans +preferred +mondo/);
    expect(shown.stdout).toContain("CC-BY-4.0");
    expect(JSON.parse((await concepts("show", "MONDO:0005138", "--json")).stdout)).toMatchObject({ descendants: 1 });
  });

  it("expands a concept into a code set as CSV, other codes only on demand", async () => {
    const set = await concepts("expand", "MONDO:0005138", "--system", "icd10cm");
    expect(set.stdout.split("\n")[0]).toBe("code,title_en,title_zh,relation,reason");
    expect(rowsOf(set.stdout).map(({ code, relation }) => [code, relation])).toEqual([
      ["C34", "exact"],
      ["C34.9", "narrower"],
    ]);
    expect(rowsOf(set.stdout)[1]!.reason).toContain("ICD10CM:C34.9 is-a ICD10CM:C34 (mondo)");
    const more = await concepts("expand", "MONDO:0005138", "--system", "icd10cm", "--with", "broader,candidates");
    expect(rowsOf(more.stdout).at(-1)).toMatchObject({ code: "C39", relation: "broader" });
    expect(set.stderr).toBe("");
  });

  it("says so where a system has no code for a concept, and what is left aside", async () => {
    const none = await concepts("expand", "MONDO:0005138", "--system", "atc");
    expect([none.code, none.stdout]).toEqual([0, "code,title_en,title_zh,relation,reason\n"]);
    expect(none.stderr).toMatch(/^No code stands for this concept.* Broader codes: –; undecided: –/);
  });

  it.each([
    ["an unknown concept", ["show", "MONDO:0"], 1, "MONDO:0"],
    ["an unknown system", ["expand", "MONDO:0005138", "--system", "snomed"], 2, "icd10-cn, icd10cm"],
    ["no system", ["expand", "MONDO:0005138"], 2, "--system"],
    ["an unknown part", ["expand", "MONDO:0005138", "--system", "atc", "--with", "all"], 2, "broader, candidates"],
    ["an unknown kind", ["search", "x", "--kind", "tree"], 2, "disease, phenotype"],
    ["an unknown language", ["link", "-", "-o", "-", "--lang", "fr"], 2, "auto"],
  ])("%s: a clear message and the exit code", async (_what, args, code, text) => {
    const result = await concepts(...args);
    expect([result.code, result.stdout]).toEqual([code, ""]);
    expect(result.stderr).toContain(text);
    expect(result.stderr).not.toSatisfy(looksLikeStack);
  });

  it("says where packs were looked for, and takes --knowledge before the environment", async () => {
    const empty = join(folder, "empty");
    await mkdir(empty);
    const missing = await concepts("search", "肺癌", "--knowledge", empty);
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining(empty)]);
    const found = await runCli(["concepts", "search", "肺癌", "--knowledge", folder], {
      env: { QINGHAO_KNOWLEDGE: empty },
    });
    expect(found.stdout).toContain("MONDO:0005138");
  });
});
