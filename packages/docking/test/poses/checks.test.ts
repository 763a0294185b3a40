import type { ChemKit } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { beforeAll, describe, expect, test } from "vitest";
import {
  checkPose,
  openSurroundings,
  type PoseMolecule,
  poseChecks,
  readPose,
  readSurroundings,
} from "../../src/poses/index.ts";
import { benzeneBonds, hasSharedPoses, molblockOf, posesOf, readText, ringOf } from "./shared-poses.ts";

let kit: ChemKit;
beforeAll(async () => {
  kit = await loadChemKit();
});

const poseOf = (...molblock: Parameters<typeof molblockOf>): PoseMolecule =>
  unwrap(readPose(kit, molblockOf(...molblock)));

/** Ids of the checks that a pose fails. */
function failures(pose: PoseMolecule, rest: Partial<Parameters<typeof checkPose>[0]> = {}): string[] {
  const { outcomes, isValid } = checkPose({ pose, surroundings: null, references: [], ...rest });
  const failed = [...outcomes].filter(([, { passes }]) => passes === false).map(([id]) => id);
  expect(isValid).toBe(failed.filter((id) => id !== "rmsd_within_2").length === 0);
  return failed;
}

/** One atom of a receptor at a place. */
const around = (residue: string, element: number, x: number, y: number, z: number) =>
  openSurroundings({
    elements: Uint8Array.of(element),
    positions: Float64Array.of(x, y, z),
    labels: [{ chain: "A", residue, number: 1, insertion: "", name: "X" }],
  });

const benzene = () => poseOf(ringOf(["C", "C", "C", "C", "C", "C"], 1.395), benzeneBonds);

describe("the ligand alone", () => {
  test("a regular benzene passes everything", () => {
    expect(failures(benzene())).toEqual([]);
  });

  test("a bond more than a quarter too long fails, one at a fifth passes", () => {
    const ethanol = (length: number) =>
      poseOf(
        [
          ["C", 0, 0, 0],
          ["C", length, 0, 0],
          ["O", length + 0.48, 1.34, 0],
        ],
        [
          [1, 2, 1],
          [2, 3, 1],
        ],
      );
    expect(failures(ethanol(1.52))).toEqual([]);
    expect(failures(ethanol(1.8))).toEqual([]);
    expect(failures(ethanol(1.95))).toContain("bond_lengths");
    expect(failures(ethanol(1.05))).toContain("bond_lengths");
  });

  test("a folded angle fails", () => {
    const bent = (degrees: number) => {
      const turn = (degrees * Math.PI) / 180;
      return poseOf(
        [
          ["C", 1.52, 0, 0],
          ["C", 0, 0, 0],
          ["C", 1.52 * Math.cos(turn), 1.52 * Math.sin(turn), 0],
        ],
        [
          [1, 2, 1],
          [2, 3, 1],
        ],
      );
    };
    expect(failures(bent(110))).toEqual([]);
    expect(failures(bent(65))).toContain("bond_angles");
  });

  test("an aromatic ring out of its plane fails", () => {
    const boat = ringOf(["C", "C", "C", "C", "C", "C"], 1.395).map(
      ([symbol, x, y], i) => [symbol, x, y, i % 3 === 0 ? 0.9 : 0] as const,
    );
    expect(failures(poseOf(boat, benzeneBonds))).toContain("aromatic_ring_flatness");
  });

  test("a flat cyclohexane fails, a flat 2-pyridone does not", () => {
    const single = benzeneBonds.map(([a, b]) => [a!, b!, 1]);
    expect(failures(poseOf(ringOf(["C", "C", "C", "C", "C", "C"], 1.53), single))).toContain(
      "non_aromatic_ring_non_flatness",
    );
    expect(failures(poseOf(ringOf(["N", "C", "C", "C", "C", "C"], 1.395), benzeneBonds))).toEqual([]);
  });

  test("a twisted double bond fails", () => {
    const butene = (twist: number) =>
      poseOf(
        [
          ["C", -0.66, 0, 0],
          ["C", 0.66, 0, 0],
          ["C", -1.4, 1.3, 0],
          ["C", -1.4, -1.3, 0],
          ["C", 1.4, 1.3 * Math.cos(twist), 1.3 * Math.sin(twist)],
          ["C", 1.4, -1.3 * Math.cos(twist), -1.3 * Math.sin(twist)],
        ],
        [
          [1, 2, 2],
          [1, 3, 1],
          [1, 4, 1],
          [2, 5, 1],
          [2, 6, 1],
        ],
      );
    expect(failures(butene(0))).toEqual([]);
    expect(failures(butene(Math.PI / 3))).toContain("double_bond_flatness");
  });

  test("two molecules in one pose fail", () => {
    const apart = poseOf(
      [
        ["O", 0, 0, 0],
        ["O", 6, 0, 0],
      ],
      [],
    );
    expect(failures(apart)).toEqual(["all_atoms_connected"]);
  });
});

describe("the ligand in its surroundings", () => {
  // Van der Waals radii of two carbons: 3.4 Å; the limit is three quarters of it, 2.55 Å.
  test.each([
    [2.5, ["minimum_distance_to_protein"]],
    [2.6, []],
    [5.1, ["protein_ligand_maximum_distance"]],
  ])("a carbon of the protein %d Å above a ring", (height, expected) => {
    const { outcomes } = checkPose({
      pose: benzene(),
      surroundings: around("ALA", 6, 1.395, 0, height),
      references: [],
    });
    const failed = [...outcomes].filter(([id, { passes }]) => passes === false && id !== "volume_overlap_with_protein");
    expect(failed.map(([id]) => id)).toEqual(expected);
  });

  test("cofactors, metals and waters are judged apart from the protein", () => {
    const failed = (residue: string, element: number) =>
      failures(benzene(), { surroundings: around(residue, element, 1.395, 0, 1.9) });
    expect(failed("HEM", 6)).toContain("minimum_distance_to_organic_cofactors");
    expect(failed("HOH", 8)).toContain("minimum_distance_to_waters");
    // Zinc by its covalent radius: 1.22 + 0.76 Å, three quarters of which is 1.49 Å.
    expect(failed("ZN", 30)).not.toContain("minimum_distance_to_inorganic_cofactors");
    expect(failures(benzene(), { surroundings: around("ZN", 30, 1.395, 0, 1.4) })).toContain(
      "minimum_distance_to_inorganic_cofactors",
    );
  });

  test("one atom on another fills all of its volume", () => {
    const water = poseOf([["O", 0, 0, 0]], []);
    const { outcomes } = checkPose({ pose: water, surroundings: around("SER", 8, 0, 0, 0), references: [] });
    expect(outcomes.get("volume_overlap_with_protein")?.value).toBeCloseTo(1, 6);
    const beside = checkPose({ pose: water, surroundings: around("SER", 8, 4, 0, 0), references: [] });
    expect(beside.outcomes.get("volume_overlap_with_protein")?.value).toBe(0);
  });
});

test("a mirror image of a chiral ligand is caught, and so is another molecule", () => {
  const centre = (side: number, last: string) =>
    poseOf(
      [
        ["C", 0, 0, 0],
        ["F", 0, 0, 1.36],
        ["Cl", 1.66, 0, -0.58],
        ["Br", -0.91, 1.58 * side, -0.64],
        [last, -0.72, -1.25 * side, -0.5],
      ],
      [2, 3, 4, 5].map((atom) => [1, atom, 1]),
    );
  expect(failures(centre(1, "C"), { references: [centre(1, "C")] })).toEqual([]);
  expect(failures(centre(1, "C"), { references: [centre(-1, "C")] })).toEqual(["tetrahedral_chirality"]);
  expect(failures(centre(1, "C"), { references: [centre(1, "O")] })).toEqual(
    expect.arrayContaining(["molecular_formula", "molecular_bonds"]),
  );
});

/** What PoseBusters 0.6.5 says of poses that TankBind made, configuration `mol`: the checks that fail. */
const wrong: [string, string, string[]][] = [
  ["1MMV_3AR", "1MMV_3AR_tankbind.sdf", ["internal_steric_clash"]],
  ["1Q1G_MTI", "1Q1G_MTI_tankbind.sdf", ["internal_steric_clash"]],
  [
    "6YR2_T1C",
    "6YR2_T1C_tankbind.sdf",
    ["bond_lengths", "internal_steric_clash", "aromatic_ring_flatness", "double_bond_flatness"],
  ],
];
test.skipIf(!hasSharedPoses).each(wrong)("%s fails what PoseBusters fails", async (folder, file, expected) => {
  const [pose] = await posesOf(kit, readText("posebusters_examples", folder, file));
  expect(failures(pose!)).toEqual(expected);
});

/** PoseBusters 0.6.5, configuration `redock`, and the numbers of its full report. */
test.skipIf(!hasSharedPoses)("1IA1: every check passes, with PoseBusters' own numbers", async () => {
  const folder = ["posebusters_examples", "1IA1_TQ3"] as const;
  const [pose] = await posesOf(kit, readText(...folder, "1IA1_TQ3_ligand.sdf"));
  const references = await posesOf(kit, readText(...folder, "1IA1_TQ3_ligands.sdf"));
  const name = "1IA1_TQ3_no_ligand_no_solvent.pdb";
  const surroundings = unwrap(readSurroundings(readText(...folder, `${name}.gz`), name));
  const { outcomes, isValid } = checkPose({ pose: pose!, surroundings, references });
  expect(isValid).toBe(true);
  expect(outcomes.get("rmsd_within_2")).toEqual({ passes: true, value: 0 });
  expect(outcomes.get("protein_ligand_maximum_distance")?.value).toBeCloseTo(2.599, 3);
  expect(outcomes.get("minimum_distance_to_protein")?.value).toBeCloseTo(0.825, 3);
  expect(outcomes.get("volume_overlap_with_protein")?.value).toBeCloseTo(0.011, 2);
  expect([...outcomes.keys()]).toEqual(poseChecks.map(({ id }) => id));
});
