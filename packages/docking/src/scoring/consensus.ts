import type { DockingLigand, DockingReceptor, Pose } from "../model.ts";
import { vinardo } from "./functions/vinardo.ts";
import { createScorer, intramolecularEnergy, type Scorer } from "./score.ts";

/** Scores poses against one receptor by both functions that they are ranked by. */
export interface PoseScorers {
  readonly vina: Scorer;
  readonly vinardo: Scorer;
}

export const createPoseScorers = (receptor: DockingReceptor): PoseScorers => ({
  vina: createScorer(receptor, "vina"),
  vinardo: createScorer(receptor, "vina", vinardo),
});

/**
 * The poses, ranked by the mean of their energies by the Vina function and by Vinardo, each above the energy within the
 * ligand of `poses[0]`. Both functions misplace other ligands, so what both find good is right more often
 * (`bench/redocking.results.json`); the mean has no parameter.
 * @param poses of one ligand, the best by the Vina function first
 * Source of the idea: Charifson et al. 1999, doi 10.1021/jm990352k; of Vinardo: doi 10.1371/journal.pone.0155183.
 */
export function rankByConsensus(
  ligand: DockingLigand,
  poses: readonly Omit<Pose, "consensus">[],
  scorer: PoseScorers["vinardo"],
): Pose[] {
  const within = (positions: Float64Array) => intramolecularEnergy(ligand, positions, "vina", vinardo);
  const [best] = poses;
  if (best === undefined) return [];
  const free = best.intramolecular + within(best.positions);
  return poses
    .map((pose): Pose => {
      const { intermolecular } = scorer.score(ligand, pose.positions);
      const byVina = pose.intermolecular + pose.intramolecular;
      return { ...pose, consensus: (byVina + intermolecular + within(pose.positions) - free) / 2 };
    })
    .sort((a, b) => a.consensus - b.consensus);
}
