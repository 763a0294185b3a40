import { atMost, notApplicable, type PoseCheck } from "./check.ts";

/** A pose may have this many times the mean energy of relaxed conformers. PoseBusters 0.6. */
const RATIO_LIMIT = 100;

/** The pose is not wound up. Value: its force-field energy as a multiple of that of relaxed conformers. */
export const internalEnergy: PoseCheck = {
  id: "internal_energy",
  needs: "strain",
  unit: "ratio",
  run: ({ pose, strain }) => {
    const measured = strain!.measure(pose);
    return measured === null ? notApplicable : atMost(RATIO_LIMIT, measured.ratio);
  },
};
