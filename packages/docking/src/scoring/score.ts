import { type DockingLigand, type DockingReceptor, notScored } from "../model.ts";
import { vina } from "./functions/vina.ts";
import { curl, type DistanceRounding, evaluatedDistances, pairCutoffAngstrom, pairEnergy } from "./pair-energy.ts";
import { pointGrid } from "./point-grid.ts";
import { withTorsionalEntropy } from "./terms/torsional-entropy.ts";

/** Energies of one pose, kcal/mol. */
export interface PoseScore {
  /** What poses are ranked by: the intermolecular energy with the torsional entropy. */
  readonly total: number;
  readonly intermolecular: number;
  readonly intramolecular: number;
  /** `total` minus `intermolecular`: what the rotatable bonds cost. */
  readonly torsional: number;
  /** Weighted sums of the single terms over the atoms of ligand and receptor, before the ceiling on repulsion. */
  readonly terms: Readonly<Record<string, number>>;
  /** Intermolecular energy of each ligand atom; 0 for hydrogens. Their sum is `intermolecular`. */
  readonly atoms: Float64Array;
}

/** Scores many poses against one receptor. */
export interface Scorer {
  /**
   * @param positions 3 x atoms of the ligand, Å; the ligand's own when absent
   */
  score(ligand: DockingLigand, positions?: Float64Array): PoseScore;
}

/**
 * The Vina function, or another of its form, in double precision over all pairs, without grids: what every kernel is measured against. With
 * `vina` rounding it gives the figures that AutoDock Vina prints for the same pose.
 * Cost per pose: O(atoms of the ligand x receptor atoms within 8 Å).
 * Source: Trott & Olson 2010, doi 10.1002/jcc.21334; Eberhardt et al. 2021, doi 10.1021/acs.jcim.1c00203.
 */
export function createScorer(
  receptor: DockingReceptor,
  rounding: DistanceRounding = "exact",
  scoringFunction = vina,
): Scorer {
  const { radii, terms, torsionWeight } = scoringFunction;
  const scored = Uint32Array.from([...receptor.kinds.keys()].filter((i) => receptor.kinds[i] !== notScored));
  const grid = pointGrid(receptor.positions, scored, pairCutoffAngstrom);
  return {
    score: (ligand, positions = ligand.positions) => {
      const sums = new Float64Array(terms.length);
      const atoms = new Float64Array(ligand.atoms);
      let intermolecular = 0;
      for (let i = 0; i < ligand.atoms; i++) {
        const kind = ligand.kinds[i]!;
        if (kind === notScored) continue;
        let energy = 0;
        grid.within(positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!, (j, distance) => {
          const other = receptor.kinds[j]!;
          const distances = evaluatedDistances(distance, rounding);
          for (const at of distances) {
            if (at >= pairCutoffAngstrom) continue;
            const gap = at - (radii[kind]! + radii[other]!);
            for (let t = 0; t < sums.length; t++) {
              const part = (terms[t]!.weight * terms[t]!.energy(kind, other, gap)) / distances.length;
              sums[t]! += part;
              energy += part;
            }
          }
        });
        atoms[i] = curl(energy);
        intermolecular += atoms[i]!;
      }
      const total = withTorsionalEntropy(intermolecular, ligand.torsions, torsionWeight);
      return {
        total,
        intermolecular,
        intramolecular: intramolecularEnergy(ligand, positions, rounding, scoringFunction),
        torsional: total - intermolecular,
        terms: Object.fromEntries(terms.map(({ id }, t) => [id, sums[t]!])),
        atoms,
      };
    },
  };
}

/** Energy between the parts of a ligand that turn against each other, kcal/mol. */
export function intramolecularEnergy(
  ligand: DockingLigand,
  positions: Float64Array = ligand.positions,
  rounding: DistanceRounding = "exact",
  scoringFunction = vina,
): number {
  let energy = 0;
  for (let p = 0; p < ligand.pairs.length; p += 2) {
    const i = ligand.pairs[p]!;
    const j = ligand.pairs[p + 1]!;
    const distance = Math.hypot(
      positions[3 * i]! - positions[3 * j]!,
      positions[3 * i + 1]! - positions[3 * j + 1]!,
      positions[3 * i + 2]! - positions[3 * j + 2]!,
    );
    energy += curl(pairEnergy(ligand.kinds[i]!, ligand.kinds[j]!, distance, rounding, scoringFunction));
  }
  return energy;
}
