import { loadChemKit } from "@qinghao/chemistry/node";
import { describe, expect, it } from "vitest";
import { loadConformerKernel } from "../src/conformers/node.ts";
import { embedConformer, prepareLigand, withRingConformers } from "../src/prepare/index.ts";

const [kit, kernel] = await Promise.all([loadChemKit(), loadConformerKernel()]);

function shapesOf(smiles: string, ringConformers: number | null) {
  const block = embedConformer(kit, kernel, 1)(smiles);
  if (!block.ok) throw block.error;
  const prepared = prepareLigand(kit, block.value.replace(/\$\$\$\$\s*$/, ""), smiles);
  if (!prepared.ok) throw prepared.error;
  const made = withRingConformers(kit, kernel, prepared.value, { ringConformers, seed: 1 });
  if (!made.ok) throw made.error;
  return {
    ligand: made.value.ligand,
    shapes: [made.value.ligand.positions, ...(made.value.ligand.ringConformers ?? [])],
  };
}

const distance = (at: Float64Array, i: number, j: number) =>
  Math.hypot(...[0, 1, 2].map((axis) => at[3 * i + axis]! - at[3 * j + axis]!));

describe("shapes of rings to dock in", () => {
  it("hold both chairs of a substituted cyclohexane", () => {
    // Atom 0 is the methyl group; atoms 3 and 5 are across one bond from its bearer's neighbours.
    const { shapes } = shapesOf("CC1CCCCC1", 4);
    const across = shapes.map((at) => distance(at, 0, 3));
    // Gauche where the methyl group is axial, anti where it is equatorial: some 3.0 and 3.9 Å.
    expect(Math.min(...across)).toBeLessThan(3.3);
    expect(Math.max(...across)).toBeGreaterThan(3.6);
  });

  it("are of the same molecule, atom by atom, hydrogens on their bearers", () => {
    const { ligand, shapes } = shapesOf("C[C@H]1CN(C)CC[C@@H]1O", 5);
    expect(shapes.length).toBeGreaterThan(1);
    for (const at of shapes)
      for (let bond = 0; bond < ligand.bonds.length; bond += 3) {
        const [from, to] = [ligand.bonds[bond]!, ligand.bonds[bond + 1]!];
        expect(Math.abs(distance(at, from, to) - distance(ligand.positions, from, to))).toBeLessThan(0.12);
      }
  });

  it("are none beside their own where no ring can bend", () => {
    expect(shapesOf("Cc1ccccc1CCO", 5).shapes).toHaveLength(1);
    expect(shapesOf("CCCCO", 5).shapes).toHaveLength(1);
    expect(shapesOf("CC1CCCCC1", 1).shapes).toHaveLength(1);
  });

  it("are many for a macrocycle", () => {
    expect(shapesOf("O=C1CCCCCCCCCCN1", 6).shapes).toHaveLength(6);
  });

  it("are eight for a macrocycle where nothing is asked, and its own for smaller rings", () => {
    expect(shapesOf("O=C1CCCCCCCCCCN1", null).shapes).toHaveLength(8);
    expect(shapesOf("O=C1CCCCCCCCCCN1", 1).shapes).toHaveLength(1);
    for (const smiles of ["CC1CCCCC1", "O=C1CCCCCCN1", "C1CCC2CCCCC2C1", "C1CC2CCC1CC2"])
      expect(shapesOf(smiles, null).shapes).toHaveLength(1);
    // Porphine: a large ring, but a stiff one.
    expect(shapesOf("c1cc2cc3ccc([nH]3)cc3nc(cc4ccc(cc1n2)[nH]4)C=C3", null).shapes.length).toBeLessThan(8);
  });
});
