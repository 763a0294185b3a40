// Oracle: Python RDKit 2026.09.1 (_CalcCrippenContribs on the molecule with hydrogens, each hydrogen's share on its atom;
// CalcCrippenDescriptors; _CalcTPSAContribs; CalcTPSA).
import { unwrap } from "@qinghao/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { type ChemKit, crippenContributions, polarSurfaceContributions, withMolecule } from "../src/index.ts";
import { loadChemKit } from "../src/node.ts";

let kit: ChemKit;
beforeAll(async () => {
  kit = await loadChemKit();
});

const contributions = (smiles: string) =>
  unwrap(
    withMolecule(kit, smiles, ({ graph }) => ({
      ...crippenContributions(graph),
      tpsa: polarSurfaceContributions(graph),
    })),
  );
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe("contributions of atoms", () => {
  it("are RDKit's, atom by atom, for aspirin", () => {
    const { logP, refractivity, tpsa } = contributions("CC(=O)Oc1ccccc1C(=O)O");
    const expected: [number, number][] = [
      [0.5131, 5.674],
      [-0.2783, 5.007],
      [-0.1526, 0.0],
      [-0.4195, 1.182],
      [0.5437, 3.853],
      [0.2811, 4.407],
      [0.2811, 4.407],
      [0.2811, 4.407],
      [0.2811, 4.407],
      [0.136, 3.509],
      [-0.2783, 5.007],
      [0.1129, 0.2215],
      [0.0087, 2.6288],
    ];
    for (const [i, [p, mr]] of expected.entries()) {
      expect.soft(logP[i], `log P of atom ${i}`).toBeCloseTo(p, 4);
      expect.soft(refractivity[i], `refractivity of atom ${i}`).toBeCloseTo(mr, 4);
    }
    expect([...tpsa].map((value) => Number(value.toFixed(2)))).toEqual([
      0.0, 0.0, 17.07, 9.23, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 17.07, 20.23,
    ]);
  });

  const wholes: [smiles: string, logP: number, refractivity: number, tpsa: number][] = [
    ["[2H]C([2H])([2H])O", -0.3915, 8.1428, 20.23],
    ["[2H]O[2H]", -0.8247, 3.6138, 31.5],
    ["[2H]c1ccccc1", 1.6866, 26.442, 0],
    ["CC([2H])=O", 0.2052, 11.738, 17.07],
    ["[2H]OC(C)=O", 0.0909, 13.3098, 37.3],
    ["[2H]N(C)C", -0.1644, 14.9837, 12.03],
    ["[2H][2H]", 0.246, 2.114, 0],
    ["[2H]C(=O)N", -0.8985, 10.2514, 43.09],
  ];
  for (const [smiles, logP, refractivity, tpsa] of wholes) {
    it(`count hydrogens that are atoms of ${smiles} as RDKit does`, () => {
      const found = contributions(smiles);
      expect(sum(found.logP)).toBeCloseTo(logP, 4);
      expect(sum(found.refractivity)).toBeCloseTo(refractivity, 4);
      expect(sum(found.tpsa)).toBeCloseTo(tpsa, 2);
    });
  }
});
