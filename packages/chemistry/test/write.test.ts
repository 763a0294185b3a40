import { beforeAll, describe, expect, it } from "vitest";
import { type ChemKit, csvRow, sdfRecord, smilesRow, utf8ByteOrderMark, withMolecule } from "../src/index.ts";
import { loadChemKit } from "../src/node.ts";
import { brief, readAll } from "./sources.ts";

let kit: ChemKit;
beforeAll(async () => {
  kit = await loadChemKit();
});

const v3000 = (smiles: string): string => {
  const result = withMolecule(kit, smiles, (mol) => mol.handle.get_v3Kmolblock());
  if (!result.ok) throw result.error;
  return result.value;
};
const sdf = (smiles: string, name: string, fields: Record<string, string | number | null> = {}): string => {
  const result = withMolecule(kit, smiles, (mol) => sdfRecord(mol, name, fields));
  if (!result.ok) throw result.error;
  return result.value;
};

describe("SDF", () => {
  it("comes back as it was written, with LF and CRLF, in any chunks", async () => {
    const file =
      sdf("C[C@H](N)C(=O)O", "alanine", { logP: -2.85, note: "two\nlines", none: null }) + sdf("c1ccccc1", "benzene");
    for (const text of [file, file.replaceAll("\n", "\r\n")]) {
      for (const size of [1, 13, 65536]) {
        const records = await readAll(text, { fileName: "a.sdf" }, [size]);
        expect(records.map(({ row, line, ok }) => [row, line, ok])).toEqual([
          [1, 1, true],
          [2, 25, true],
        ]);
        expect(records[0]).toMatchObject({ name: "alanine", fields: { logP: "-2.85", note: "two\nlines" } });
        expect(records.map(({ text }) => withMolecule(kit, text, (mol) => mol.smiles))).toMatchObject([
          { value: "C[C@H](N)C(=O)O" },
          { value: "c1ccccc1" },
        ]);
      }
    }
  });

  it("reads V3000, and a record without its end", async () => {
    const file = `${v3000("CC(=O)[O-].[Na+]")}\n>  <ID>\nx1\n\n$$$$\n\n\n\nnonsense\n$$$$\n${sdf("CCO", "last").replace("$$$$\n", "")}`;
    const records = await readAll(file);
    expect(records.map((record) => record.ok)).toEqual([true, false, true]);
    expect(records[0]).toMatchObject({ fields: { ID: "x1" } });
    expect(withMolecule(kit, records[0]!.text, (mol) => mol.smiles)).toMatchObject({ value: "CC(=O)[O-].[Na+]" });
    expect(brief(records[1]!)).toMatch(/!row\.sdf_unfinished$/);
  });

  it("rejects a record whose molecule is too large", async () => {
    const counts = `\n  big\n\n999999  0  0  0  0  0  0  0  0999 V2000\nM  END\n$$$$\n`.replace("999999", "  0  0");
    const large = `\n  big\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\nM  V30 COUNTS 5000 4999 0 0 0\n${"M  V30 1 C 0 0 0 0\n".repeat(5000)}M  END\n$$$$\n`;
    const records = await readAll(large + counts);
    expect(brief(records[0]!)).toMatch(/!structure\.too_large$/);
    expect(records).toHaveLength(2);
  });
});

describe("CSV and SMILES rows", () => {
  it("quote what needs it", () => {
    expect(csvRow(["a", 'say "x"', "two\nlines", 1.5, null, Number.NaN, true, " pad"])).toBe(
      'a,"say ""x""","two\nlines",1.5,,,true," pad"\r\n',
    );
    expect(utf8ByteOrderMark.charCodeAt(0)).toBe(0xfeff);
    expect(smilesRow("CCO", "a\tb")).toBe("CCO\ta b\n");
  });
});
