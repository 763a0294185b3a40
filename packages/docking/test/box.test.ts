import { unwrap } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { hasDockingData, readShared } from "../bench/shared-complexes.ts";
import { readPdbqtLigands, readPdbqtReceptor } from "../src/formats/index.ts";
import { boxAround, boxAroundLigand, boxAroundResidues, findPockets } from "../src/prepare/index.ts";
import { madeUpReceptor, pdbqtAtom } from "./made-up-complex.ts";

describe("a box", () => {
  it("leaves the padding on every side and keeps a least size", () => {
    const box = boxAround([0, 0, 0, 30, 2, 4], { padding: 5, minimumSize: 22.5 });
    expect(box).toEqual({ center: [15, 1, 2], size: [40, 22.5, 22.5] });
  });

  it("looks at heavy atoms only", () => {
    const ligand = { elements: [6, 1], positions: [0, 0, 0, 100, 0, 0] };
    expect(boxAroundLigand(ligand, { padding: 4, minimumSize: 0 })).toEqual({ center: [0, 0, 0], size: [8, 8, 8] });
  });

  it("surrounds residues, and says which one is not there", () => {
    const receptor = unwrap(readPdbqtReceptor(madeUpReceptor, "x"));
    const box = unwrap(boxAroundResidues(receptor, ["A:UNL1"], { padding: 0, minimumSize: 0 }));
    expect(box.size.every((edge) => edge > 8 && edge < 11)).toBe(true);
    const missing = boxAroundResidues(receptor, ["A:UNL1", "A:HIS57"]);
    expect(missing.ok ? null : [missing.error.code, missing.error.details.residue]).toEqual([
      "docking.box.unknown_residue",
      "A:HIS57",
    ]);
  });
});

describe("pockets", () => {
  /** A hollow cube of carbons with one open side, 10 Å inside, and nothing else. */
  const bowl = (): string => {
    const lines: string[] = [];
    for (let x = -7; x <= 7; x += 2)
      for (let y = -7; y <= 7; y += 2)
        for (let z = -7; z <= 7; z += 2) {
          const isWall = Math.max(Math.abs(x), Math.abs(y)) === 7 || z === -7;
          if (isWall) lines.push(pdbqtAtom(lines.length + 1, "C", [x, y, z]));
        }
    return lines.join("\n");
  };

  it("are found inside a bowl and nowhere on a plate", () => {
    const [pocket] = findPockets(unwrap(readPdbqtReceptor(bowl(), "bowl")));
    expect(Math.hypot(pocket!.center[0], pocket!.center[1])).toBeLessThan(1);
    expect(pocket!.center[2]).toBeGreaterThan(-5);
    expect(pocket!.center[2]).toBeLessThan(7);
    const plate = bowl()
      .split("\n")
      .filter((line) => Number(line.slice(46, 54)) === -7)
      .join("\n");
    expect(findPockets(unwrap(readPdbqtReceptor(plate, "plate")))).toEqual([]);
  });

  it("are not looked for between atoms gone astray", () => {
    const stray = `${bowl()}\n${pdbqtAtom(9_999, "C", [900, 900, 900])}`;
    const receptor = unwrap(readPdbqtReceptor(stray, "bowl"));
    expect(() => findPockets(receptor)).toThrow(/spans 913 × 913 × 913 Å/);
  });

  it.skipIf(!hasDockingData())("the deepest one of the ABL kinase holds imatinib", () => {
    const receptor = unwrap(readPdbqtReceptor(readShared("vina_examples", "1iep", "1iep_receptor.pdbqt.gz"), "1iep"));
    const [ligand] = unwrap(readPdbqtLigands(readShared("vina_examples", "1iep", "1iep_ligand.pdbqt"), "imatinib"));
    const [pocket] = findPockets(receptor, 1);
    const { center, size } = pocket!.box;
    const isInside = (atom: number) =>
      [0, 1, 2].every((axis) => Math.abs(ligand!.positions[3 * atom + axis]! - center[axis]!) <= size[axis]! / 2);
    const inside = Array.from({ length: ligand!.atoms }, (_, atom) => isInside(atom)).filter(Boolean).length;
    expect(inside / ligand!.atoms).toBeGreaterThan(0.9);
  });
});
