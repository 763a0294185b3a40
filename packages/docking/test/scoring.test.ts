import { unwrap } from "@qinghao/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dockingData, hasDockingData, readShared } from "../bench/shared-complexes.ts";
import { readPdbqtLigands, readPdbqtReceptor } from "../src/formats/index.ts";
import {
  atomKindCount,
  atomKinds,
  createScorer,
  curl,
  pairEnergy,
  pairSlope,
  vina,
  vinardo,
  withTorsionalEntropy,
} from "../src/scoring/index.ts";
import { madeUpLigand, madeUpReceptor } from "./made-up-complex.ts";

const kind = (name: string): number => atomKinds.findIndex((candidate) => candidate.name === name);
const anyKind = fc.nat(atomKindCount - 1);

describe("pair terms", () => {
  it("are the published ones at the contact of two carbons", () => {
    // Trott & Olson 2010, table 1: surfaces that just touch, gap 0.
    const terms = Object.fromEntries(vina.terms.map((term) => [term.id, term.weight * term.energy(0, 0, 0)]));
    expect(terms.gauss1).toBeCloseTo(-0.035579, 9);
    expect(terms.gauss2).toBeCloseTo(-0.005156 * Math.exp(-2.25), 9);
    expect(terms.repulsion).toBeCloseTo(0, 9);
    expect(terms.hydrophobic).toBeCloseTo(-0.035069, 9);
    expect(terms.hydrogenBond).toBeCloseTo(0, 9);
  });

  it("give a full hydrogen bond at an overlap of 0.7 Å between donor and acceptor only", () => {
    const bond = vina.terms.find(({ id }) => id === "hydrogenBond")!;
    expect(bond.energy(kind("N_D"), kind("O_A"), -0.7)).toBeCloseTo(1);
    expect(bond.energy(kind("N_D"), kind("O_A"), -0.35)).toBeCloseTo(0.5);
    expect(bond.energy(kind("Met_D"), kind("O_A"), -0.7)).toBeCloseTo(1);
    expect(bond.energy(kind("N_D"), kind("N_D"), -0.7)).toBe(0);
    expect(bond.energy(kind("O_A"), kind("O_A"), -0.7)).toBe(0);
  });

  it("of Vinardo are the published ones where they differ", () => {
    // Quiroga & Villarreal 2016, table 2, at the contact of two carbons of radius 2.0 Å and 1.25 Å apart from it.
    const at = (gap: number) =>
      Object.fromEntries(vinardo.terms.map((term) => [term.id, term.weight * term.energy(0, 0, gap)]));
    expect(at(0)).toMatchObject({ gauss: -0.045, repulsion: 0, hydrophobic: -0.035 });
    expect(at(1.25).hydrophobic).toBeCloseTo(-0.0175, 9);
    expect(pairEnergy(0, 0, 4, "exact", vinardo)).toBeCloseTo(-0.08, 9);
  });

  it("do not depend on the order of the two atoms", () => {
    fc.assert(
      fc.property(anyKind, anyKind, fc.double({ min: 0.5, max: 9, noNaN: true }), (first, second, distance) => {
        expect(pairEnergy(first, second, distance)).toBe(pairEnergy(second, first, distance));
      }),
    );
  });

  it("have the slope that differences show, away from their corners", () => {
    const corners = [0, -0.7, 0.5, 1.5];
    fc.assert(
      fc.property(anyKind, anyKind, fc.double({ min: 1, max: 7.9, noNaN: true }), (first, second, distance) => {
        const gap = distance - atomKinds[first]!.radius - atomKinds[second]!.radius;
        fc.pre(corners.every((corner) => Math.abs(gap - corner) > 1e-4));
        const step = 1e-6;
        const slope =
          (pairEnergy(first, second, distance + step) - pairEnergy(first, second, distance - step)) / (2 * step);
        expect(pairSlope(first, second, distance)).toBeCloseTo(slope, 5);
      }),
    );
  });

  it("end at 8 Å", () => {
    expect(pairEnergy(0, 0, 8)).toBe(0);
    expect(pairEnergy(0, 0, 7.999)).toBeLessThan(0);
  });
});

describe("a pose's score", () => {
  // AutoDock Vina 1.2.7 (Python wheel), score() of the same two texts.
  const vina = { total: 2.208, intermolecular: 2.531, intramolecular: -0.04, torsional: -0.323 };

  it("equals AutoDock Vina's for a complex with every kind of atom", () => {
    const receptor = unwrap(readPdbqtReceptor(madeUpReceptor, "made up"));
    const [ligand] = unwrap(readPdbqtLigands(madeUpLigand, "made up"));
    const names = new Set([...receptor.kinds].map((index) => atomKinds[index]?.name));
    expect([...names].filter((name) => name !== undefined).sort()).toEqual(
      atomKinds
        .map(({ name }) => name)
        .filter((name) => !["C_P", "B", "O_D", "N_DA"].includes(name))
        .sort(),
    );
    const score = createScorer(receptor, "vina").score(ligand!);
    for (const part of ["total", "intermolecular", "intramolecular", "torsional"] as const) {
      expect(Math.abs(score[part] - vina[part]), part).toBeLessThan(6e-4);
    }
    expect(createScorer(receptor).score(ligand!).total).toBeCloseTo(vina.total, 2);
  });

  it("is the sum of its atoms, and of its terms where nothing repels", () => {
    const receptor = unwrap(readPdbqtReceptor(madeUpReceptor, "made up"));
    const [ligand] = unwrap(readPdbqtLigands(madeUpLigand, "made up"));
    const score = createScorer(receptor).score(ligand!);
    expect(score.atoms.reduce((sum, energy) => sum + energy, 0)).toBeCloseTo(score.intermolecular, 9);
    expect(Object.values(score.terms).reduce((sum, energy) => sum + energy, 0)).toBeCloseTo(score.intermolecular, 1);
    expect(score.intermolecular + score.torsional).toBeCloseTo(score.total, 9);
  });

  it("does not change when ligand and receptor move together, and vanishes far away", () => {
    const receptor = unwrap(readPdbqtReceptor(madeUpReceptor, "made up"));
    const [ligand] = unwrap(readPdbqtLigands(madeUpLigand, "made up"));
    const moved = { ...receptor, positions: receptor.positions.map((value) => value + 12.34) };
    const there = ligand!.positions.map((value) => value + 12.34);
    const here = createScorer(receptor).score(ligand!);
    expect(createScorer(moved).score(ligand!, there).total).toBeCloseTo(here.total, 9);
    expect(
      createScorer(receptor).score(
        ligand!,
        there.map((value) => value + 50),
      ).total,
    ).toBe(0);
  });

  it("softens repulsion towards its ceiling and leaves attraction", () => {
    expect(curl(-3)).toBe(-3);
    expect(curl(1000)).toBe(500);
    expect(curl(1e9)).toBeLessThan(1000);
    expect(withTorsionalEntropy(-10, 10)).toBeCloseTo(-10 / 1.5846, 9);
  });
});

// AutoDock Vina 1.2.7 on the complexes of its own tutorials.
const tutorials = [
  { receptor: ["1iep", "1iep_receptor.pdbqt.gz"], ligand: ["1iep", "1iep_ligand.pdbqt"], total: -12.513 },
  {
    receptor: ["1fpu_crossdock", "1fpu_receptor_rigid.pdbqt.gz"],
    ligand: ["1fpu_crossdock", "1iep_ligand.pdbqt"],
    total: -4.036,
  },
  {
    receptor: ["bace1_macrocycle", "BACE_1_receptor.pdbqt.gz"],
    ligand: ["bace1_macrocycle", "BACE_1_ligand.pdbqt"],
    total: -7.628,
  },
];
if (!hasDockingData()) console.log(`skipped: ${dockingData} is absent`);

describe.skipIf(!hasDockingData())("the tutorials of AutoDock Vina", () => {
  it.each(tutorials)("$ligand.1 scores as Vina prints it", ({ receptor, ligand, total }) => {
    const open = unwrap(readPdbqtReceptor(readShared("vina_examples", ...receptor), "receptor"));
    const [read] = unwrap(readPdbqtLigands(readShared("vina_examples", ...ligand), "ligand"));
    expect(Math.abs(createScorer(open, "vina").score(read!).total - total)).toBeLessThan(1e-3);
    expect(Math.abs(createScorer(open).score(read!).total - total)).toBeLessThan(0.02);
  });
});
