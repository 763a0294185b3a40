import { unwrap } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { hasDockingData, readShared } from "../bench/shared-complexes.ts";
import { readPdbqtLigands, readPdbqtReceptor, writePdbqtReceptor } from "../src/formats/index.ts";
import { notScored } from "../src/model.ts";
import { atomKinds } from "../src/scoring/index.ts";
import { madeUpLigand, madeUpReceptor, pdbqtAtom } from "./made-up-complex.ts";

describe("a PDBQT ligand", () => {
  const [ligand] = unwrap(readPdbqtLigands(madeUpLigand, "made up"));

  it("keeps the order of its atoms and its tree, parents first", () => {
    expect([...ligand!.elements]).toEqual([6, 6, 6, 7, 1, 8, 1, 6, 17, 9]);
    // The bond that turns only the hydroxyl's hydrogen is no branch.
    expect(ligand!.branches).toEqual([
      { parent: -1, from: -1, to: -1 },
      { parent: 0, from: 1, to: 2 },
      { parent: 0, from: 0, to: 7 },
    ]);
    expect([...ligand!.branchOf]).toEqual([0, 0, 1, 1, 1, 1, 1, 2, 2, 2]);
  });

  it("counts each end of a rotatable bond with a further heavy neighbour as half", () => {
    // Two bonds with heavy neighbours at both ends, and a hydroxyl whose oxygen has none.
    expect(ligand!.torsions).toBe(2.5);
  });

  it("pairs atoms that turn against each other and are more than three bonds apart", () => {
    const pairs = Array.from({ length: ligand!.pairs.length / 2 }, (_, p) => [
      ...ligand!.pairs.slice(2 * p, 2 * p + 2),
    ]);
    expect(pairs).toEqual([
      [2, 8],
      [2, 9],
      [3, 7],
      [3, 8],
      [3, 9],
      [5, 7],
      [5, 8],
      [5, 9],
    ]);
  });

  it("gives hydrogens no kind and makes their bearers donors", () => {
    const names = [...ligand!.kinds].map((kind) => (kind === notScored ? "-" : atomKinds[kind]!.name));
    expect(names).toEqual(["C_H", "C_H", "C_P", "N_D", "-", "O_DA", "-", "C_P", "Cl_H", "F_H"]);
  });

  it("is read once for each model of a docking result", () => {
    const models = [1, 2].map((number) => `MODEL ${number}\n${madeUpLigand}\nENDMDL`).join("\n");
    expect(unwrap(readPdbqtLigands(models, "poses"))).toHaveLength(2);
  });
});

describe("what is wrong with a PDBQT file is said with its line", () => {
  const carbon = pdbqtAtom(1, "C", [0, 0, 0]);
  it.each([
    ["pdbqt.atom_type", pdbqtAtom(1, "Xx", [0, 0, 0]), 2],
    ["pdbqt.coordinates", carbon.replace("   0.000", "     abc"), 2],
    ["pdbqt.serial", carbon.replace("    1", "    x"), 2],
    ["pdbqt.branch", `${carbon}\nENDROOT\nBRANCH 9 2`, 4],
    ["pdbqt.branch", `${carbon}\nENDROOT\nBRANCH 1 2\n${pdbqtAtom(3, "C", [1, 0, 0])}\nENDBRANCH 1 2`, 4],
    ["pdbqt.record", `${carbon}\nATMO`, 3],
    ["pdbqt.second_root", `${carbon}\nENDROOT\nROOT`, 4],
    ["pdbqt.not_rigid", `${carbon}\nENDROOT\nBEGIN_RES`, 4],
  ])("%s", (code, body, line) => {
    const read = readPdbqtLigands(`ROOT\n${body}`, "bad");
    expect(read.ok ? "read" : read.error.code).toBe(`docking.${code}`);
    if (read.ok) return;
    expect(read.error.details.line).toBe(line);
    expect(read.error.user.en).toContain(`ine ${line}`);
    expect(read.error.user.zh).toContain(`第 ${line} 行`);
  });

  it("an atom outside the tree, and a file without one", () => {
    const outside = readPdbqtLigands(carbon, "bad");
    expect(outside.ok ? "read" : outside.error.code).toBe("docking.pdbqt.outside");
    const none = readPdbqtLigands("REMARK nothing\n", "bad");
    expect(none.ok ? "read" : none.error.code).toBe("docking.pdbqt.no_root");
  });

  it("a ligand given as receptor, and a receptor without atoms", () => {
    const ligand = readPdbqtReceptor(madeUpLigand, "bad");
    expect(ligand.ok ? "read" : ligand.error.code).toBe("docking.pdbqt.not_rigid");
    const none = readPdbqtReceptor("REMARK nothing\n", "bad");
    expect(none.ok ? "read" : none.error.code).toBe("docking.receptor.empty");
  });
});

describe("a PDBQT receptor", () => {
  it("is the same after writing and reading again", () => {
    const receptor = unwrap(readPdbqtReceptor(madeUpReceptor, "made up"));
    const again = unwrap(readPdbqtReceptor(writePdbqtReceptor(receptor), "made up"));
    expect([...again.kinds]).toEqual([...receptor.kinds]);
    expect([...again.positions]).toEqual([...receptor.positions]);
    expect(again.labels).toEqual(receptor.labels);
  });
});

describe.skipIf(!hasDockingData())("a macrocycle that was cut open", () => {
  it("is closed again and keeps its shape", () => {
    const text = readShared("vina_examples", "bace1_macrocycle", "BACE_1_ligand.pdbqt");
    const [ligand] = unwrap(readPdbqtLigands(text, "macrocycle"));
    const atomLines = text.split("\n").filter((line) => line.startsWith("ATOM"));
    expect(ligand!.atoms).toBe(atomLines.length - 2);
    expect([...ligand!.elements]).not.toContain(0);
    // Serials 9 and 27 are the two ends: atoms 8 and 25 without the stand-in between them.
    const bonds = Array.from({ length: ligand!.bonds.length / 3 }, (_, b) => [
      ...ligand!.bonds.slice(3 * b, 3 * b + 2),
    ]);
    expect(bonds).toContainEqual([8, 25]);
    expect(ligand!.branchOf[8]).toBe(ligand!.branchOf[25]);
  });
});
