// Oracle: Python RDKit 2026.09.1, by test/golden/make-golden.py; structures written from general knowledge of the drugs.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  atomEnvironments,
  type ChemKit,
  type DescriptorName,
  descriptorNames,
  descriptors,
  morganCounts,
  morganFingerprint,
  standardise,
  withMolecule,
} from "../src/index.ts";
import { loadChemKit } from "../src/node.ts";

type Drug = {
  name: string;
  input: string;
  smiles: string;
  parent: string;
  inchikey: string;
  formula: string;
  descriptors: Record<DescriptorName, number>;
  morganBits: number[];
  morganCounts: Record<string, number>;
};

const [source, ...lines] = readFileSync(new URL("golden/drugs.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n");
const drugs = lines.map((line) => JSON.parse(line) as Drug);
let kit: ChemKit;
beforeAll(async () => {
  kit = await loadChemKit();
});

const bitsOf = (bytes: Uint8Array): number[] =>
  Array.from({ length: bytes.length * 8 }, (_, bit) => bit).filter(
    (bit) => ((bytes[bit >> 3]! >> (bit & 7)) & 1) === 1,
  );

describe(`as ${JSON.parse(source!).source} has it`, () => {
  for (const drug of drugs) {
    it(drug.name, () => {
      const standard = standardise(kit, drug.input);
      expect(standard).toMatchObject({
        ok: true,
        value: { smiles: drug.parent, inchikey: drug.inchikey, formula: drug.formula },
      });
      const result = withMolecule(kit, drug.input, (mol) => {
        expect(mol.smiles).toBe(drug.smiles);
        const values = descriptors(mol);
        for (const [i, name] of descriptorNames.entries()) {
          expect.soft(values[i], name).toBeCloseTo(drug.descriptors[name], 4);
        }
        expect(bitsOf(morganFingerprint(mol, { radius: 2, bits: 2048 }))).toEqual(drug.morganBits);
        const { index, count } = morganCounts(mol, { radius: 2, bits: 2048 });
        const counts = Object.fromEntries([...index].map((position, i) => [position, count[i]]));
        expect(counts).toEqual(drug.morganCounts);
      });
      expect(result.ok).toBe(true);
    });
  }

  it("covers at least sixty drugs", () => expect(drugs.length).toBeGreaterThanOrEqual(60));
});

describe("atomEnvironments", () => {
  it("has one environment for each count, and covers the atoms within its radius", () => {
    withMolecule(kit, "CC(=O)Oc1ccccc1C(=O)O", (mol) => {
      const environments = atomEnvironments(mol, { radius: 2, bits: 2048 });
      const { count } = morganCounts(mol, { radius: 2, bits: 2048 });
      expect(environments.length).toBe(count.reduce((sum, value) => sum + value, 0));
      const methyl = environments.find(({ centre, radius }) => centre === 0 && radius === 1);
      expect(methyl?.atoms).toEqual([0, 1]);
      const ester = environments.find(({ centre, radius }) => centre === 3 && radius === 2);
      expect(ester?.atoms.toSorted((a, b) => a - b)).toEqual(
        [0, 1, 2, 3, 4, 5, 9]
          .filter((atom) => atom !== 0)
          .concat(0)
          .sort((a, b) => a - b),
      );
    });
  });
});
