import { type DockingLigand, notScored, type Pose, type SearchSettings } from "../model.ts";
import { intramolecularEnergy, type PoseScorers, rankByConsensus, withTorsionalEntropy } from "../scoring/index.ts";

/** How far an atom may stand outside of the box, Å. */
const tolerance = 0.05;

/**
 * Scores refined poses as AutoDock Vina 1.2 does, by the intermolecular energy and what the intramolecular one is above that
 * of the best pose; keeps the best of them, none outside of the box or near to a better one, and ranks these by consensus.
 * @param box the first corner and the extents of the grid, Å
 */
export function rankPoses(
  ligand: DockingLigand,
  scorers: PoseScorers,
  refined: readonly Float64Array[],
  { poses, minimumRmsd, energyRange }: SearchSettings,
  box: { readonly corner: readonly number[]; readonly extents: readonly number[] },
): Pose[] {
  const scored = Array.from(ligand.kinds.keys()).filter((atom) => ligand.kinds[atom] !== notScored);
  const isInside = (positions: Float64Array) =>
    scored.every((atom) =>
      box.extents.every((extent, axis) => {
        const at = positions[3 * atom + axis]! - box.corner[axis]!;
        return at > -tolerance && at < extent + tolerance;
      }),
    );
  const inside = refined.filter(isInside);
  const ranked = inside
    .map((positions) => {
      const intermolecular = scorers.vina.score(ligand, positions).intermolecular;
      return { positions, intermolecular, intramolecular: intramolecularEnergy(ligand, positions, "vina") };
    })
    .sort((a, b) => a.intermolecular + a.intramolecular - b.intermolecular - b.intramolecular);
  const own = ranked[0]?.intramolecular ?? 0;
  const kept: Omit<Pose, "consensus">[] = [];
  for (const pose of ranked) {
    if (kept.length === poses) break;
    const score = withTorsionalEntropy(pose.intermolecular + pose.intramolecular - own, ligand.torsions);
    if (score > (kept[0]?.score ?? score) + energyRange) break;
    if (kept.every(({ positions }) => rmsd(scored, positions, pose.positions) >= minimumRmsd))
      kept.push({ ...pose, score });
  }
  return rankByConsensus(ligand, kept, scorers.vinardo);
}

function rmsd(atoms: readonly number[], a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (const atom of atoms) for (let at = 3 * atom; at < 3 * atom + 3; at++) sum += (a[at]! - b[at]!) ** 2;
  return Math.sqrt(sum / atoms.length);
}
