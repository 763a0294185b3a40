import { type CheckInput, type CheckOutcome, notApplicable, type PoseCheck } from "./check.ts";
import { connected, noRadicals, sameBonds, sameCentres, sameDoubleBonds, sameFormula } from "./chemistry.ts";
import { apartFromInorganic, apartFromOrganic, apartFromProtein, apartFromWater, proteinContact } from "./closeness.ts";
import { nearReference } from "./deviation.ts";
import { bondAngles, bondLengths, internalClash } from "./distance-geometry.ts";
import { aromaticRings, doubleBonds, puckeredRings } from "./flatness.ts";
import { internalEnergy } from "./internal-energy.ts";
import { overlapWithInorganic, overlapWithOrganic, overlapWithProtein, overlapWithWater } from "./volume-overlap.ts";

/** Every check, in the order in which they are reported. */
export const poseChecks: readonly PoseCheck[] = [
  connected,
  noRadicals,
  sameFormula,
  sameBonds,
  sameDoubleBonds,
  sameCentres,
  bondLengths,
  bondAngles,
  internalClash,
  aromaticRings,
  puckeredRings,
  doubleBonds,
  internalEnergy,
  proteinContact,
  apartFromProtein,
  apartFromOrganic,
  apartFromInorganic,
  apartFromWater,
  overlapWithProtein,
  overlapWithOrganic,
  overlapWithInorganic,
  overlapWithWater,
  nearReference,
];

export type PoseReport = {
  /** Outcomes by the id of the check; those that do not apply have `passes: null`. */
  readonly outcomes: ReadonlyMap<string, CheckOutcome>;
  /** Whether every check passes that applies; being near a reference is no part of being valid. */
  readonly isValid: boolean;
};

/** Runs every check whose needs are met. */
export function checkPose(input: CheckInput): PoseReport {
  const { pose, surroundings, references, strain = null } = input;
  const outcomes = new Map<string, CheckOutcome>();
  for (const check of poseChecks) {
    const isMissing =
      (check.needs === "surroundings" && surroundings === null) ||
      (check.needs === "reference" && references.length === 0) ||
      (check.needs === "strain" && strain === null);
    outcomes.set(check.id, isMissing ? notApplicable : check.run({ pose, surroundings, references, strain }));
  }
  const isValid = poseChecks.every(({ id }) => id === nearReference.id || outcomes.get(id)!.passes !== false);
  return { outcomes, isValid };
}
