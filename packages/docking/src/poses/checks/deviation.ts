import { type PoseRmsd, symmetricRmsd } from "../rmsd.ts";
import { atMost, notApplicable, type PoseCheck } from "./check.ts";

/** A pose within this of the known one counts as found again, Å. */
const RMSD_LIMIT = 2;

/** The pose is the known one. Value: the symmetry-aware RMSD to the nearest reference, Å. */
export const nearReference: PoseCheck = {
  id: "rmsd_within_2",
  needs: "reference",
  unit: "Å",
  run: ({ pose, references }) => {
    const found = references.map((reference) => symmetricRmsd(pose, reference)).filter((rmsd) => rmsd !== null);
    if (found.length === 0) return notApplicable;
    return atMost(RMSD_LIMIT, Math.min(...found.map(({ rmsd }: PoseRmsd) => rmsd)));
  },
};
