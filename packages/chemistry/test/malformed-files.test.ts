import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { detectFormat, readRecords } from "../src/index.ts";
import { brief, encode, readAll } from "./sources.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
/** Bytes that no text has, the same at every run. */
const junk = Uint8Array.from({ length: 4096 }, (_, i) => (Math.imul(i + 1, 2654435761) >>> 13) & 255);

describe("files that are no text", () => {
  const files: [string, Uint8Array, string][] = [
    ["an empty file", bytes(), "file.empty"],
    ["blank lines", encode("\n\n  \n"), "file.empty"],
    ["an empty gzip", new Uint8Array(gzipSync("")), "file.gzip_truncated"],
    ["binary junk", junk, "file.binary"],
    ["a ZIP file", bytes(0x50, 0x4b, 3, 4, 20, 0), "file.binary"],
    ["a PDF", encode("%PDF-1.7 ..."), "file.binary"],
    ["gzipped junk", new Uint8Array(gzipSync(junk)), "file.binary"],
    ["prose", encode("Dear colleague,\nhere are the results, as promised.\n"), "file.no_structure_column"],
  ];
  for (const [title, file, code] of files) {
    it(`${title}: ${code}`, async () => {
      await expect(readAll(file)).rejects.toMatchObject({ code: `chemistry.${code}` });
    });
  }

  it("names an unknown column", async () => {
    await expect(readAll("a,b\nCC,x\n", { mapping: { structure: "smiles" } })).rejects.toMatchObject({
      code: "chemistry.file.unknown_column",
      user: { en: "The file has no column “smiles”." },
    });
  });
});

describe("compressed files", () => {
  const text = Array.from({ length: 20_000 }, (_, i) => `CC${"C".repeat(i % 7)} m${i + 1}\n`).join("");
  const whole = new Uint8Array(gzipSync(text));

  it("delivers the rows before a truncation, whole, then says so", async () => {
    const records = await readAll(whole.subarray(0, Math.floor(whole.length * 0.6)), {}, [1000]);
    expect(records.length).toBeGreaterThan(1000);
    const lines = text.split("\n");
    for (const [i, record] of records.slice(0, -1).entries()) {
      expect(record.ok && `${record.text} ${record.name}`).toBe(lines[i]);
    }
    expect(brief(records.at(-1)!)).toMatch(/!file\.gzip_truncated$/);
  });

  it("notices damage in the middle", async () => {
    const damaged = whole.slice();
    damaged.fill(0xff, whole.length >> 1, (whole.length >> 1) + 60);
    const records = await readAll(damaged, {}, [512]);
    expect(records.at(-1)!.ok).toBe(false);
  });

  it("reads concatenated members, at any chunk boundary", async () => {
    const members = new Uint8Array(Buffer.concat([gzipSync("CC a\n"), gzipSync("CCC b\n"), gzipSync("CCCC c\n")]));
    for (const size of [1, 2, 3, 10, 19, 1000]) {
      expect((await readAll(members, {}, [size])).map(brief)).toEqual([
        "1:1 | a | CC",
        "2:2 | b | CCC",
        "3:3 | c | CCCC",
      ]);
    }
  });

  it("stops a zip bomb early and in bounded memory", async () => {
    const block = new Uint8Array(gzipSync(Buffer.alloc(256 * 2 ** 20, "C")));
    async function* bomb() {
      yield new Uint8Array(gzipSync("CC a\nCCC b\n"));
      for (let i = 0; i < 40; i++) yield block;
    }
    const before = process.memoryUsage().rss;
    const records = [];
    for await (const record of readRecords(bomb())) records.push(brief(record));
    expect(records.slice(0, 2)).toEqual(["1:1 | a | CC", "2:2 | b | CCC"]);
    expect(records.at(-1)).toMatch(/!file\.gzip_bomb$/);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20);
  });
});

describe("encodings", () => {
  const text = "smiles,名称\nCCO,乙醇\nCCN,乙胺\n";
  const utf16 = (littleEndian: boolean, mark: boolean) => {
    const units = [...(mark ? "\uFEFF" : ""), ...text].map((char) => char.charCodeAt(0));
    const view = new DataView(new ArrayBuffer(units.length * 2));
    for (const [i, unit] of units.entries()) view.setUint16(2 * i, unit, littleEndian);
    return new Uint8Array(view.buffer);
  };
  // "smiles,名称 / CCO,乙醇 / CCN,乙胺" in GB18030, from the standard's two-byte table.
  const gb18030 = new Uint8Array([
    ...encode("smiles,"),
    0xc3,
    0xfb,
    0xb3,
    0xc6,
    10,
    ...encode("CCO,"),
    0xd2,
    0xd2,
    0xb4,
    0xbc,
    10,
    ...encode("CCN,"),
    0xd2,
    0xd2,
    0xb0,
    0xb7,
    10,
  ]);
  const files: [string, Uint8Array, string][] = [
    ["UTF-8", encode(text), "utf-8"],
    ["UTF-8 with a byte order mark", encode(`\uFEFF${text}`), "utf-8"],
    ["UTF-16LE with a byte order mark", utf16(true, true), "utf-16le"],
    ["UTF-16BE with a byte order mark", utf16(false, true), "utf-16be"],
    ["UTF-16LE without one", utf16(true, false), "utf-16le"],
    ["GB18030", gb18030, "gb18030"],
  ];
  for (const [title, file, encoding] of files) {
    it(title, async () => {
      const detected = detectFormat(file, "a.csv");
      expect(detected.ok && detected.value.encoding).toBe(encoding);
      for (const size of [1, 5, 1000]) {
        const records = await readAll(file, { fileName: "a.csv" }, [size]);
        expect(records.map(brief)).toEqual(["1:2 | 乙醇 | CCO", "2:3 | 乙胺 | CCN"]);
      }
    });
  }

  it("turns to GB18030 where the first bytes were plain ASCII", async () => {
    const file = new Uint8Array([
      ...encode("smiles,name\n"),
      ...encode("CCO,ethanol\n".repeat(10_000)),
      ...gb18030.subarray(12),
    ]);
    const records = await readAll(file, { fileName: "a.csv" }, [4096]);
    expect(records.at(-1)).toMatchObject({ name: "乙胺" });
  });
});
