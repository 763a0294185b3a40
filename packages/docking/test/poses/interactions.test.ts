import type { ChemKit } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { beforeAll, describe, expect, test } from "vitest";
import {
  buriedSurface,
  fingerprintSimilarity,
  InteractionFinder,
  interactionFingerprint,
  openSurroundings,
  type PoseMolecule,
  readPose,
  readSurroundings,
  type Surroundings,
} from "../../src/poses/index.ts";
import { benzeneBonds, hasSharedPoses, molblockOf, posesOf, readText, ringOf } from "./shared-poses.ts";

let kit: ChemKit;
beforeAll(async () => {
  kit = await loadChemKit();
});

type Atom = readonly [name: string, element: number, x: number, y: number, z: number];

/** A receptor of one residue. */
function residue(name: string, atoms: readonly Atom[]): Surroundings {
  return openSurroundings({
    elements: Uint8Array.from(atoms, ([, element]) => element),
    positions: Float64Array.from(atoms.flatMap(([, , ...place]) => place)),
    labels: atoms.map(([atom]) => ({ chain: "A", residue: name, number: 7, insertion: "", name: atom })),
  });
}

const found = (pose: PoseMolecule, surroundings: Surroundings): string[] => [
  ...interactionFingerprint(new InteractionFinder(surroundings).find(pose)),
];
const poseOf = (...molblock: Parameters<typeof molblockOf>): PoseMolecule =>
  unwrap(readPose(kit, molblockOf(...molblock)));
const benzene = () => poseOf(ringOf(["C", "C", "C", "C", "C", "C"], 1.39), benzeneBonds);
const phenylalanine = (place: (x: number, y: number) => [number, number, number]): Surroundings => {
  const names = ["CG", "CD1", "CE1", "CZ", "CE2", "CD2"];
  return residue(
    "PHE",
    ringOf(names, 1.39).map(([name, x, y]) => [name, 6, ...place(x, y)]),
  );
};

describe("rings", () => {
  test("one above the other, 3.6 Å apart, are stacked face to face", () => {
    expect(
      found(
        benzene(),
        phenylalanine((x, y) => [x + 1, y, 3.6]),
      ),
    ).toContain("A:PHE7 pi-stacking face");
  });
  test("one standing on the other is stacked edge to face", () => {
    expect(
      found(
        benzene(),
        phenylalanine((x, y) => [0, x, y + 5]),
      ),
    ).toContain("A:PHE7 pi-stacking edge");
  });
  test("too far apart are not", () => {
    expect(
      found(
        benzene(),
        phenylalanine((x, y) => [x, y, 5.6]),
      ).join(),
    ).not.toContain("pi-stacking");
    expect(
      found(
        benzene(),
        phenylalanine((x, y) => [x + 4.5, y, 3.5]),
      ).join(),
    ).not.toContain("pi-stacking");
  });
  test("a lysine above the middle is a cation over a ring, one beside it is not", () => {
    const lysine = (x: number, z: number) =>
      residue("LYS", [
        ["NZ", 7, x, 0, z],
        ["CE", 6, x, 0, z + 1.5],
      ]);
    expect(found(benzene(), lysine(0, 4))).toContain("A:LYS7 pi-cation ring");
    expect(found(benzene(), lysine(4, 0))).not.toContain("A:LYS7 pi-cation ring");
  });
});

describe("hydrogen bonds", () => {
  /** Methanol with its hydrogen along x. */
  const methanol = () =>
    poseOf(
      [
        ["C", -0.5, -1.3, 0],
        ["O", 0, 0, 0],
        ["H", 0.97, 0, 0],
      ],
      [
        [1, 2, 1],
        [2, 3, 1],
      ],
    );
  const carbonyl = (x: number, y: number) =>
    residue("ALA", [
      ["O", 8, x, y, 0],
      ["C", 6, x + 1.2, y, 0],
    ]);
  test("straight and short counts", () => {
    expect(found(methanol(), carbonyl(2.8, 0))).toEqual(["A:ALA7 hydrogen-bond donor"]);
  });
  test("too long or too bent does not", () => {
    expect(found(methanol(), carbonyl(3.6, 0))).toEqual([]);
    expect(found(methanol(), carbonyl(0, 2.8))).toEqual([]);
  });
  test("a serine without hydrogens turns its own towards the ligand", () => {
    // The angle at the oxygen is tetrahedral, so a hydrogen can lie on the line.
    const serine = residue("SER", [
      ["OG", 8, 0, 2.8, 0],
      ["CB", 6, 1.35, 3.3, 0],
    ]);
    expect(found(methanol(), serine)).toContain("A:SER7 hydrogen-bond acceptor");
  });
});

test("an amidinium and an aspartate make a salt bridge, two cations do not", () => {
  const amidinium = () =>
    unwrap(
      readPose(
        kit,
        molblockOf(
          [
            ["C", 0, 0, 0],
            ["C", 1.5, 0, 0],
            ["N", 2.2, 1.15, 0],
            ["N", 2.2, -1.15, 0],
          ],
          [
            [1, 2, 1],
            [2, 3, 1],
            [2, 4, 2],
          ],
        ).replace("M  END", "M  CHG  1   4   1\nM  END"),
      ),
    );
  const aspartate = residue("ASP", [
    ["OD1", 8, 4.9, 1.1, 0],
    ["OD2", 8, 4.9, -1.1, 0],
    ["CG", 6, 5.5, 0, 0],
  ]);
  expect(found(amidinium(), aspartate)).toContain("A:ASP7 salt-bridge cation");
  const lysine = residue("LYS", [
    ["NZ", 7, 4.9, 1.1, 0],
    ["CE", 6, 6.2, 1.1, 0],
  ]);
  expect(found(amidinium(), lysine).join()).not.toContain("salt-bridge");
});

test("a chlorine that points at a carbonyl is a halogen bond, one that lies beside it is not", () => {
  const chlorobenzene = () =>
    poseOf([...ringOf(["C", "C", "C", "C", "C", "C"], 1.39), ["Cl", 3.13, 0, 0]], [...benzeneBonds, [1, 7, 1]]);
  const carbonyl = (x: number, y: number) =>
    residue("GLY", [
      ["O", 8, x, y, 0],
      ["C", 6, x + 0.6, y + 1.05, 0],
    ]);
  expect(found(chlorobenzene(), carbonyl(6.2, 0))).toContain("A:GLY7 halogen-bond halogen");
  expect(found(chlorobenzene(), carbonyl(3.13, 3.1)).join()).not.toContain("halogen-bond");
});

test("a zinc in reach of a pyridine nitrogen is coordinated", () => {
  const pyridine = () => poseOf(ringOf(["N", "C", "C", "C", "C", "C"], 1.39), benzeneBonds);
  expect(found(pyridine(), residue("ZN", [["ZN", 30, 3.5, 0, 0]]))).toContain("A:ZN7 metal chelator");
  expect(found(pyridine(), residue("ZN", [["ZN", 30, 4.4, 0, 0]]))).toEqual([]);
});

test("similarity of fingerprints is Tanimoto's", () => {
  expect(fingerprintSimilarity(new Set(["a", "b", "c"]), new Set(["b", "c", "d"]))).toBe(0.5);
  expect(fingerprintSimilarity(new Set(), new Set())).toBe(1);
});

/** ProLIF 2.2.3 with its own settings, on receptor and ligand with all hydrogens as the files have them. */
const prolif: [string, string, string[]][] = [
  [
    "1iep",
    "1iep_ligand.sdf",
    [
      ..."GLU286 THR315 ILE360".split(" ").map((residue) => `A:${residue} hydrogen-bond donor`),
      ..."MET318 ASP381".split(" ").map((residue) => `A:${residue} hydrogen-bond acceptor`),
      ..."LEU248 TYR253 LYS271 GLU286 MET290 ILE313 PHE317 LEU370 ASP381 PHE382"
        .split(" ")
        .map((residue) => `A:${residue} hydrophobic carbon`),
    ],
  ],
  [
    "5x72",
    "5x72_ligand_p59.sdf",
    [
      "A:ARG61 hydrogen-bond acceptor",
      "A:GLN78 hydrogen-bond acceptor",
      "A:ARG61 pi-cation ring",
      ..."MET20 LEU22 TRP32 LEU38 GLN78 TRP90 ILE109".split(" ").map((residue) => `A:${residue} hydrophobic carbon`),
    ],
  ],
];
test.skipIf(!hasSharedPoses).each(prolif)("%s has the contacts that ProLIF finds", async (folder, ligand, expected) => {
  const [pose] = await posesOf(kit, readText("vina_examples", folder, ligand));
  const surroundings = unwrap(
    readSurroundings(readText("vina_examples", folder, `${folder}_receptorH.pdb.gz`), "receptor.pdb"),
  );
  expect(new Set(found(pose!, surroundings))).toEqual(new Set(expected));
});

describe("buried surface", () => {
  test("a lone atom has the surface of its sphere, and none of it is buried", () => {
    const oxygen = poseOf([["O", 0, 0, 0]], []);
    const far = residue("ALA", [["CB", 6, 20, 0, 0]]);
    const { free, bound, fraction } = buriedSurface(oxygen, far);
    expect(free).toBeCloseTo(4 * Math.PI * (1.55 + 1.4) ** 2, 6);
    expect(bound).toBe(free);
    expect(fraction).toBe(0);
  });

  test("an atom beside another loses the cap inside it", () => {
    // Two equal spheres of radius r at distance d hide a cap of height r - d/2 each.
    const oxygen = poseOf([["O", 0, 0, 0]], []);
    const { fraction } = buriedSurface(oxygen, residue("SER", [["OG", 8, 3, 0, 0]]));
    const radius = 1.55 + 1.4;
    expect(fraction).toBeCloseTo((radius - 1.5) / (2 * radius), 2);
  });

  /** RDKit 2026.9.1, `rdFreeSASA` with Shrake-Rupley, probe 1.4 Å, Bondi-like radii of its periodic table. */
  test.skipIf(!hasSharedPoses)("1iep: as much as RDKit finds", async () => {
    const [pose] = await posesOf(kit, readText("vina_examples", "1iep", "1iep_ligand.sdf"));
    const receptor = readText("vina_examples", "1iep", "1iep_receptorH.pdb.gz");
    const { free, fraction } = buriedSurface(pose!, unwrap(readSurroundings(receptor, "receptor.pdb")));
    expect(free / 783.93).toBeCloseTo(1, 1);
    expect(fraction).toBeCloseTo(1 - 74.72 / 783.93, 2);
  });
});
