import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRow, type ReadOptions, readRecords } from "../src/index.ts";
import { brief, encode, inChunks, readAll } from "./sources.ts";

type Case = { title: string; file: string; options?: ReadOptions; records: string[] };

const cases: Case[] = [
  {
    title: "SMILES without header, names after a space",
    file: "CCO ethanol\nc1ccccc1 benzene ring\n",
    records: ["1:1 | ethanol | CCO", "2:2 | benzene ring | c1ccccc1"],
  },
  {
    title: "SMILES with header, tabs, comments, blank lines, CRLF and no last line end",
    file: "smiles\tname\tactivity\r\n# a comment\r\n\r\nCCO\tethanol\t5.1\r\nCCN\t\t\r\nCCC",
    options: { fileName: "a.smi" },
    records: ["1:4 | ethanol | CCO | activity=5.1", "2:5 | - | CCN", "3:6 | - | CCC"],
  },
  {
    title: "CXSMILES belong to the structure",
    file: "C[C@H](N)O |&1:1| alanine-like\nCC |$A;B$|\n",
    options: { fileName: "x.smi" },
    records: ["1:1 | alanine-like | C[C@H](N)O |&1:1|", "2:2 | - | CC |$A;B$|"],
  },
  {
    title: "CSV with the structure in the middle",
    file: 'id,SMILES,"note, long"\nA1,CCO,"a ""quoted"" word"\nA2,CCN,two\n',
    records: ['1:2 | A1 | CCO | note, long=a "quoted" word', "2:3 | A2 | CCN | note, long=two"],
  },
  {
    title: "quoted line breaks keep the physical line numbers",
    file: 'name,smiles,note\nA,CC,"one\ntwo"\nB,CCC,x\n',
    records: ["1:2 | A | CC | note=one\ntwo", "2:4 | B | CCC | note=x"],
  },
  {
    title: "semicolons, Chinese headers",
    file: "编号;结构式;溶解度\n甲;CCO;1.5\n乙;CCN;2\n",
    options: { fileName: "化合物.csv" },
    records: ["1:2 | 甲 | CCO | 溶解度=1.5", "2:3 | 乙 | CCN | 溶解度=2"],
  },
  {
    title: "CSV without header",
    file: "CCO,1\nCCN,2\n",
    records: ["1:1 | - | CCO | column 2=1", "2:2 | - | CCN | column 2=2"],
  },
  {
    title: "TSV",
    file: "smiles\tid\nCCO\tx\n",
    options: { fileName: "a.tsv" },
    records: ["1:2 | x | CCO"],
  },
  {
    title: "an explicit mapping by name and position",
    file: "a,b,c\nCCO,CCN,n1\n",
    options: { mapping: { structure: "b", name: 2, fields: [] } },
    records: ["1:2 | n1 | CCN"],
  },
  {
    title: "a quotation mark that is never closed loses its own line only",
    file: 'smiles,name\nCC,a\nCCC,"b\nCCCC,c\nCCCCC,d\n',
    records: ["1:2 | a | CC", "2:3 !row.quote", "3:4 | c | CCCC", "4:5 | d | CCCCC"],
  },
  {
    title: "quotation marks in the middle of a cell are text",
    file: 'smiles,name\nCC,5" pipe\n',
    records: ['1:2 | 5" pipe | CC'],
  },
  {
    title: "rows without structure, and NUL bytes",
    file: `smiles,name\n,empty\nCC,a\nC\0C,b\nCCC,${"long name ".repeat(20)}\n`,
    records: [
      "1:2 !row.no_structure",
      "2:3 | a | CC",
      "3:4 !row.null_byte",
      `4:5 | ${"long name ".repeat(20).trim()} | CCC`,
    ],
  },
];

describe("readRecords", () => {
  for (const { title, file, options, records } of cases) {
    it(title, async () => {
      expect((await readAll(file, options)).map(brief)).toEqual(records);
      expect((await readAll(file, options, [1])).map(brief), "one byte at a time").toEqual(records);
      expect((await readAll(new Uint8Array(gzipSync(file)), options, [7])).map(brief), "gzipped").toEqual(records);
    });
  }

  it("rejects a row of 1 MB and reads on", async () => {
    const [first, long, last] = await readAll(`CC a\n${"C".repeat(1_200_000)} b\nCCC c\n`, { fileName: "a.smi" });
    expect(brief(first!)).toBe("1:1 | a | CC");
    expect(brief(long!)).toBe("2:2 !row.too_long");
    expect(long!.text.length).toBeLessThanOrEqual(1001);
    expect(brief(last!)).toBe("3:3 | c | CCC");
  });

  it("rejects a molecule of 5,000 atoms with its size", async () => {
    const [record] = await readAll(`${"C".repeat(5000)} big\n`);
    expect(record).toMatchObject({
      ok: false,
      error: { code: "chemistry.structure.too_large", details: { atoms: 5000, limit: 999 } },
    });
  });

  it("gives every data row exactly one record, in order, at any chunk boundary", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", "分", " ", ",", '"', "\n", "x", "1"), maxLength: 12 });
    const property = fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom("CCO", "c1ccccc1", "N#C", "[Na+].[Cl-]"), cell), {
        minLength: 1,
        maxLength: 30,
      }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      async (rows, sizes) => {
        const file = csvRow(["smiles", "note"]) + rows.map((row) => csvRow(row)).join("");
        const records = await readAll(file, { mapping: { structure: "smiles", fields: ["note"] } }, sizes);
        expect(records.map(({ row }) => row)).toEqual(rows.map((_, i) => i + 1));
        const theirs = parse(file, { columns: true }) as { smiles: string; note: string }[];
        for (const [i, record] of records.entries()) {
          expect(record.ok && record.text).toBe(rows[i]![0]);
          expect(record.ok && (record.fields.note ?? "")).toBe(theirs[i]!.note.trim());
          expect(file.split("\n")[record.line - 1]).toContain(rows[i]![0]);
        }
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });

  it("stops when its signal does", async () => {
    const controller = new AbortController();
    const reader = readRecords(inChunks(encode("CCO a\n".repeat(50_000)), [1000]), { signal: controller.signal });
    await expect(async () => {
      for await (const { row } of reader) if (row === 100) controller.abort(new Error("enough"));
    }).rejects.toThrow("enough");
  });

  it("pulls no more than it needs", async () => {
    let pulled = 0;
    async function* endless() {
      for (;;) {
        pulled++;
        yield encode("CCO ethanol\n".repeat(1000));
      }
    }
    for await (const { row } of readRecords(endless())) if (row === 20_000) break;
    expect(pulled).toBeLessThan(30);
  });

  it("reads a million lines in bounded memory", async () => {
    async function* million() {
      const chunk = encode("CC(=O)Oc1ccccc1C(=O)O compound\n".repeat(2000));
      for (let i = 0; i < 500; i++) yield chunk;
    }
    let count = 0;
    let highest = 0;
    const before = process.memoryUsage().rss;
    for await (const record of readRecords(million())) {
      if (record.ok) count++;
      if (record.row % 100_000 === 0) highest = Math.max(highest, process.memoryUsage().rss);
    }
    expect(count).toBe(1_000_000);
    expect(highest - before).toBeLessThan(200 * 2 ** 20);
  });
});
