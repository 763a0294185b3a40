import type { Eligibility, Missing } from "../criteria/verdict.schema.ts";
import type { CriterionVerdict, PatientVerdicts } from "../evaluate/index.ts";

/** Where a patient stands in a trial: the tier, the place inside it, and what it rests on. */
export type Standing = {
  readonly eligible: Eligibility;
  readonly score: number;
  readonly decided: number;
  readonly criteria: number;
  /** Criteria that rule out; where there is only one and it misses by little, it is a near miss. */
  readonly against: readonly CriterionVerdict[];
  readonly isNearMiss: boolean;
  /** The open criterion that is easiest to close. */
  readonly next: CriterionVerdict | null;
};

/** How far an open criterion is from being decided: an imprecise record is nearer than no record at all. */
const openWeight: Readonly<Record<Missing["why"], number>> = {
  "unit-unknown": 0.6,
  "limit-missing": 0.6,
  "date-imprecise": 0.6,
  "uncertain-record": 0.5,
  "outside-window": 0.4,
  "value-missing": 0.4,
  "no-record": 0.2,
  "person-must-judge": 0.2,
};
/** A limit missed by at most this share is a near miss. */
const nearShare = 0.1;

const rulesOut = ({ type, verdict }: CriterionVerdict): boolean =>
  verdict === (type === "inclusion" ? "not-met" : "met");
const closeness = ({ missing }: CriterionVerdict): number => (missing === null ? 0 : openWeight[missing.why]);
const isNear = ({ distance }: CriterionVerdict): boolean =>
  distance?.relative != null && Math.abs(distance.relative) <= nearShare;

/**
 * Score of evaluated criteria: 1 eligible; 0.5 to 1 open, by the share decided and how near the open ones are; 0.25 to
 * 0.5 a near miss, nearer misses first; below that by the share that rules out. Source of the tiers: the order in which a
 * coordinator works a screening list.
 */
export function standingOf({ verdicts, eligible }: PatientVerdicts): Standing {
  const criteria = verdicts.length;
  const open = verdicts.filter(({ verdict }) => verdict === "unknown");
  const against = verdicts.filter(rulesOut);
  const [only] = against;
  const isNearMiss = eligible === "no" && against.length === 1 && only !== undefined && isNear(only);
  const next = open.reduce<CriterionVerdict | null>(
    (best, one) => (one.missing !== null && (best === null || closeness(one) > closeness(best)) ? one : best),
    null,
  );
  const standing = { eligible, decided: criteria - open.length, criteria, against, isNearMiss, next };
  if (eligible === "yes") return { ...standing, score: 1 };
  if (eligible === "unknown") {
    const share = (criteria - open.length + open.reduce((sum, one) => sum + closeness(one), 0)) / Math.max(1, criteria);
    return { ...standing, score: 0.5 + 0.49 * share };
  }
  if (isNearMiss && only !== undefined) {
    return { ...standing, score: 0.5 - 0.25 * (Math.abs(only.distance?.relative ?? nearShare) / nearShare) * 0.99 };
  }
  return { ...standing, score: 0.249 * (1 - Math.min(1, Math.max(1, against.length) / Math.max(1, criteria + 1))) };
}
