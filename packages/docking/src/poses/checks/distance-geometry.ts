import { distanceBounds, type PairBound } from "../distance-bounds.ts";
import type { PoseMolecule } from "../pose-molecule.ts";
import { distance, pointAt } from "../vectors.ts";
import { atLeast, atMost, notApplicable, type PoseCheck } from "./check.ts";

/** Limits of PoseBusters 0.6: a quarter beyond the bound of a bond or angle, 30 % below that of atoms apart. */
const BOND_LIMIT = 0.25;
const ANGLE_LIMIT = 0.25;
const CLASH_LIMIT = 0.7;

/** Bond lengths are near the usual ones. Value: the largest share by which one leaves its bounds. */
export const bondLengths: PoseCheck = {
  id: "bond_lengths",
  needs: "pose",
  unit: "share",
  run: ({ pose }) => atMost(BOND_LIMIT, largestExcess(pose, "bond")),
};

/** Bond angles are near the usual ones, measured by the distance across. */
export const bondAngles: PoseCheck = {
  id: "bond_angles",
  needs: "pose",
  unit: "share",
  run: ({ pose }) => atMost(ANGLE_LIMIT, largestExcess(pose, "angle")),
};

/** No two atoms of the ligand run into one another. Value: the smallest distance as a share of its lower bound. */
export const internalClash: PoseCheck = {
  id: "internal_steric_clash",
  needs: "pose",
  unit: "share",
  run: ({ pose }) => {
    const pairs = boundsOf(pose).filter(({ kind }) => kind === "apart");
    if (pairs.length === 0) return { ...notApplicable, passes: true };
    return atLeast(CLASH_LIMIT, Math.min(...pairs.map((pair) => distanceOf(pose, pair) / pair.least)));
  },
};

function largestExcess(pose: PoseMolecule, kind: PairBound["kind"]): number {
  let largest = 0;
  for (const pair of boundsOf(pose)) {
    if (pair.kind !== kind) continue;
    const apart = distanceOf(pose, pair);
    largest = Math.max(largest, apart / pair.most - 1, 1 - apart / pair.least);
  }
  return largest;
}

const distanceOf = ({ positions }: PoseMolecule, { first, last }: PairBound): number =>
  distance(pointAt(positions, first), pointAt(positions, last));

const known = new WeakMap<PoseMolecule["graph"], PairBound[]>();

/** Bounds of a molecule; three checks ask for them. */
function boundsOf({ graph }: PoseMolecule): PairBound[] {
  const bounds = known.get(graph) ?? distanceBounds(graph);
  known.set(graph, bounds);
  return bounds;
}
