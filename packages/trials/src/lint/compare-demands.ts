import type { PatientRecord } from "@qinghao/clinical";
import type { CriteriaDocument, Criterion } from "../criteria/document.schema.ts";
import type { Terminology } from "../terminology.ts";
import { witnessOf } from "./examine.ts";
import type { LintFinding } from "./finding.ts";
import { finding, type Sentence } from "./make-finding.ts";

/** A demand with what became of it for each of the made-up patients that run through all that matters to it. */
export type Examined = {
  readonly criterion: Criterion;
  readonly said: Sentence;
  readonly holds: readonly boolean[];
};

/** What is odd about two demands that were put to the same patients; null where nothing is. */
export function compareDemands(
  one: Examined,
  other: Examined,
  patients: readonly PatientRecord[],
  document: CriteriaDocument,
  terminology: Terminology,
): LintFinding | null {
  // A demand that no made-up patient meets is reported by itself, or cannot be shown this way.
  if (!one.holds.includes(true) || !other.holds.includes(true)) return null;
  const [a, b] = [one.criterion, other.criterion];
  const witness = (record: PatientRecord | undefined) =>
    record === undefined ? null : witnessOf(record, a === b ? [a] : [a, b], document, terminology);
  if (!one.holds.some((holds, index) => holds && other.holds[index])) {
    return finding("contradiction", [b, a], witness(patients[one.holds.indexOf(true)]), other.said, one.said);
  }
  const oneImplies = one.holds.every((holds, index) => !holds || other.holds[index]);
  const otherImplies = other.holds.every((holds, index) => !holds || one.holds[index]);
  const refused = patients[one.holds.findIndex((holds, index) => !holds && !other.holds[index])];
  if (oneImplies && otherImplies) {
    const [later, earlier] = a.type === "exclusion" ? [one, other] : [other, one];
    const code = a.type === b.type ? "redundant" : "exclusion-restates-inclusion";
    return finding(code, [later.criterion, earlier.criterion], witness(refused), later.said, earlier.said);
  }
  if (!oneImplies && !otherImplies) return null;
  const [weaker, stronger] = oneImplies ? [other, one] : [one, other];
  return finding("redundant", [weaker.criterion, stronger.criterion], witness(refused), weaker.said, stronger.said);
}
