import { conformer3d, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { err, ok, unwrap } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { hasDockingData, molblocks, readShared } from "../bench/shared-complexes.ts";
import { readPdbqtLigands } from "../src/formats/index.ts";
import { notScored } from "../src/model.ts";
import { poseMolblock, prepareLigand, preparePdbqt, prepareSmiles } from "../src/prepare/index.ts";
import { atomKinds } from "../src/scoring/index.ts";

const kit = await loadChemKit();
const placed = async (smiles: string): Promise<string> => unwrap(await conformer3d(smiles, { seed: 1 })).molblock;
const kindNames = (kinds: Uint8Array): string =>
  [...kinds]
    .filter((kind) => kind !== notScored)
    .map((kind) => atomKinds[kind]!.name)
    .sort()
    .join(" ");

/** Kinds and rotatable bonds that Meeko 0.8.0 (rigid macrocycles) and AutoDock Vina 1.2.7's rules give. */
const molecules: readonly (readonly [smiles: string, kinds: string, torsions: number, branches: number])[] = [
  ["CCO", "C_H C_P O_DA", 0.5, 0],
  ["OCC(O)CO", "C_P C_P C_P O_DA O_DA O_DA", 3.5, 2],
  ["CC(=O)NC", "C_H C_P C_P N_D O_A", 0, 0],
  ["CC(=O)N(C)C", "C_H C_P C_P C_P N_P O_A", 0, 0],
  ["CC(=O)N(C)CC", "C_H C_H C_P C_P C_P N_P O_A", 2, 2],
  ["CC#CC", "C_H C_H C_H C_H", 1, 1],
  ["N#CCCC", "C_H C_H C_H C_P N_A", 1, 1],
  ["NC(=[NH2+])NCCC", "C_H C_H C_P C_P N_D N_D N_D", 2, 2],
  ["CC(=O)[O-]", "C_H C_P O_A O_A", 0, 0],
  ["c1ccccc1O", "C_H C_H C_H C_H C_H C_P O_DA", 0.5, 0],
  ["Nc1ccccc1", "C_H C_H C_H C_H C_H C_P N_D", 0.5, 0],
  ["c1ccc2[nH]ccc2c1", "C_H C_H C_H C_H C_H C_H C_P C_P N_D", 0, 0],
  ["c1ccncc1CC", "C_H C_H C_H C_H C_H C_P C_P N_A", 1, 1],
  ["CS(=O)(=O)NC", "C_P C_P N_DA O_A O_A S_P", 1, 1],
  ["C[NH+](C)CCc1c[nH]cn1", "C_H C_P C_P C_P C_P C_P C_P N_A N_D N_D", 3, 3],
  ["O=[N+]([O-])c1ccccc1", "C_H C_H C_H C_H C_H C_P N_P O_A O_A", 1, 1],
  ["CC(F)(F)F", "C_H C_P F_H F_H F_H", 0, 0],
  ["CSCC", "C_H C_P C_P S_P", 1, 1],
  ["CP(=O)(O)OC", "C_P C_P O_A O_A O_DA P_P", 1.5, 1],
  ["C1CC1C(=O)NCC", "C_H C_H C_H C_H C_P C_P N_D O_A", 2, 2],
  ["CN=C(N)C", "C_H C_P C_P N_A N_D", 0, 0],
];

describe("a ligand from a molblock", () => {
  it.each(molecules)("%s", async (smiles, kinds, torsions, branches) => {
    const { ligand } = unwrap(prepareLigand(kit, await placed(smiles), smiles));
    expect(kindNames(ligand.kinds)).toBe(kinds);
    expect(ligand.torsions).toBe(torsions);
    expect(ligand.branches.length - 1).toBe(branches);
  });

  it("has each atom in one branch, parents first, and its axis between the two", async () => {
    const { ligand } = unwrap(prepareLigand(kit, await placed("CCOC(=O)CN(C)Cc1ccccc1"), "x"));
    expect(ligand.branches.length).toBeGreaterThan(4);
    for (const [index, { parent, from, to }] of ligand.branches.entries()) {
      if (index === 0) continue;
      expect(parent).toBeLessThan(index);
      expect(ligand.branchOf[from]).toBe(parent);
      expect(ligand.branchOf[to]).toBe(index);
    }
  });

  it("keeps the atoms in order and puts missing hydrogens after them, at bond length", () => {
    const [heavyOnly] = molblocks(
      `ethanol\n\n\n  3  2  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 O   0  0\n    1.4300    0.0000    0.0000 C   0  0\n    1.9000    1.4000    0.3000 C   0  0\n  1  2  1  0\n  2  3  1  0\nM  END\n$$$$\n`,
    );
    const prepared = unwrap(prepareLigand(kit, heavyOnly!.text, "ethanol"));
    const { ligand } = prepared;
    expect([...ligand.elements]).toEqual([8, 6, 6, 1, 1, 1, 1, 1, 1]);
    expect(prepared.addedHydrogens).toBe(6);
    for (let b = 6; b < ligand.bonds.length; b += 3) {
      const [i, j] = [ligand.bonds[b]!, ligand.bonds[b + 1]!];
      const length = Math.hypot(
        ...[0, 1, 2].map((axis) => ligand.positions[3 * i + axis]! - ligand.positions[3 * j + axis]!),
      );
      expect(length).toBeGreaterThan(0.95);
      expect(length).toBeLessThan(1.1);
    }
    const apart = [3, 4, 5, 6, 7, 8].map((h) => ligand.positions.slice(3 * h, 3 * h + 3).join());
    expect(new Set(apart).size).toBe(6);
  });

  it("is ionised at a pH when that is asked for, its other atoms in their order and place", async () => {
    const molblock = await placed("NCCC(=O)O");
    const drawn = unwrap(prepareLigand(kit, molblock, "x"));
    const { ligand, molecule } = unwrap(prepareLigand(kit, molblock, "x", { pH: 7.4 }));
    const charges = Array.from(molecule.charges);
    expect(charges.filter((charge) => charge !== 0).sort()).toEqual([-1, 1]);
    expect(ligand.elements[charges.indexOf(1)]).toBe(7);
    expect(ligand.elements[charges.indexOf(-1)]).toBe(8);
    const heavy = ({ elements, positions }: typeof ligand) =>
      [...elements.keys()]
        .filter((atom) => elements[atom]! > 1)
        .map((atom) => [...positions.slice(3 * atom, 3 * atom + 3)]);
    expect(heavy(ligand)).toEqual(heavy(drawn.ligand));
    expect(kindNames(drawn.ligand.kinds)).toBe("C_H C_P C_P N_DA O_A O_DA");
    expect(kindNames(ligand.kinds)).toBe("C_H C_P C_P N_D O_A O_A");
  });

  it("is the same molecule when written as a pose", async () => {
    const smiles = "C[C@H](N)C(=O)Nc1ccc([N+](=O)[O-])cc1";
    const prepared = unwrap(prepareLigand(kit, await placed(smiles), "x"));
    const pose = poseMolblock(prepared, prepared.ligand.positions);
    const inchikey = (text: string) => unwrap(withMolecule(kit, text, (molecule) => molecule.inchikey));
    expect(inchikey(pose)).toBe(inchikey(smiles));
  });

  it("is refused with a reason when flat, in parts, or no structure", async () => {
    const flat = unwrap(withMolecule(kit, "CCOC", (molecule) => molecule.molblock));
    const code = (text: string) => {
      const prepared = prepareLigand(kit, text, "x");
      return prepared.ok ? "prepared" : prepared.error.code;
    };
    expect(code(flat)).toBe("docking.ligand.flat");
    const both = (await placed("CCO"))
      .replace(/^(.*\n.*\n.*\n) {2}9 {2}8/, "$1  9  7")
      .replace(/^ {2}1 {2}2 {2}1.*\n/m, "");
    expect(code(both)).toBe("docking.ligand.fragments");
    expect(code("nothing")).toMatch(/^chemistry\./);
  });
});

describe("a ligand from a SMILES", () => {
  it("is protonated, its open centres written out, and embedded by the caller", async () => {
    const made = new Map<string, string>();
    const embed = (smiles: string) => {
      const molblock = made.get(smiles);
      return molblock === undefined ? err(new Error(smiles) as never) : ok(molblock);
    };
    for (const form of ["C[C@@H]([NH3+])C(=O)[O-]", "C[C@H]([NH3+])C(=O)[O-]"]) made.set(form, await placed(form));
    const forms = unwrap(prepareSmiles(kit, "CC(N)C(=O)O.Cl", "alanine", { embed, stereoisomers: 4 }));
    expect(forms.map(({ smiles }) => smiles).sort()).toEqual([...made.keys()].sort());
    expect(kindNames(forms[0]!.ligand.kinds)).toBe("C_H C_P C_P N_D O_A O_A");
  });
});

describe.skipIf(!hasDockingData())("the ligands of the tutorials of AutoDock Vina", () => {
  // The PDBQT files were prepared from the SDF files by Meeko.
  it.each(["1iep/1iep_ligand", "5x72/5x72_ligand_p59"])("%s is prepared as its PDBQT file", (file) => {
    const [record] = molblocks(readShared("vina_examples", `${file}.sdf`));
    const { ligand } = unwrap(prepareLigand(kit, record!.text, file));
    const [reference] = unwrap(readPdbqtLigands(readShared("vina_examples", `${file}.pdbqt`), file));
    expect(kindNames(ligand.kinds)).toBe(kindNames(reference!.kinds));
    expect(ligand.torsions).toBe(reference!.torsions);
    expect(ligand.pairs.length).toBe(reference!.pairs.length);
  });

  it("a docking result keeps its chemistry by the file's remarks", () => {
    const [first, ...others] = unwrap(
      preparePdbqt(kit, readShared("vina_examples", "1iep", "1iep_ligand_vina_out.pdbqt"), "1iep"),
    );
    expect(others.length).toBeGreaterThan(0);
    expect(first!.hasBondOrders).toBe(true);
    const [record] = molblocks(readShared("vina_examples", "1iep", "1iep_ligand.sdf"));
    const skeleton = (text: string) => unwrap(withMolecule(kit, text, (molecule) => molecule.smiles));
    expect(skeleton(poseMolblock(first!, first!.ligand.positions))).toBe(skeleton(record!.text));
  });
});
