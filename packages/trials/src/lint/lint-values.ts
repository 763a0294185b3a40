import type { PatientRecord } from "@qinghao/clinical";
import type { CriteriaDocument } from "../criteria/document.schema.ts";
import { explainLeaf } from "../explain/explain-leaf.ts";
import { wordsOf } from "../explain/words.ts";
import type { Terminology } from "../terminology.ts";
import { type Axis, axisOf } from "./axis.ts";
import { isSatisfied, witnessOf } from "./examine.ts";
import type { LintFinding } from "./finding.ts";
import type { Literal } from "./literals.ts";
import { finding } from "./make-finding.ts";

type Placed = { readonly literal: Literal; readonly axis: Axis };

/** Demands on one and the same value that exclude or imply each other. */
export function lintValues(
  document: CriteriaDocument,
  literals: readonly Literal[],
  terminology: Terminology,
): LintFinding[] {
  const groups = new Map<string, Placed[]>();
  for (const literal of literals) {
    const axis = axisOf(literal.leaf, terminology);
    if (axis !== null) groups.set(axis.key, [...(groups.get(axis.key) ?? []), { literal, axis }]);
  }
  return [...groups.values()].flatMap((group) => lintGroup(group, document, terminology));
}

function lintGroup(group: readonly Placed[], document: CriteriaDocument, terminology: Terminology): LintFinding[] {
  const patients = group[0]!.axis.patients(group.flatMap(({ axis }) => axis.limits));
  const findings: LintFinding[] = [];
  const known = group.map(({ literal }) => ({
    literal,
    holds: patients.map((patient) => isSatisfied(literal, patient, terminology)),
  }));
  known.forEach((one, index) => {
    for (const other of known.slice(index + 1)) {
      if (one.literal.criterion === other.literal.criterion && one.literal.leaf === other.literal.leaf) continue;
      const remark = compare(one, other, patients, document, terminology);
      if (remark !== null) findings.push(remark);
    }
  });
  return findings;
}

type Known = { readonly literal: Literal; readonly holds: readonly boolean[] };

function compare(
  one: Known,
  other: Known,
  patients: readonly PatientRecord[],
  document: CriteriaDocument,
  terminology: Terminology,
): LintFinding | null {
  // A demand that no made-up patient meets is reported by itself, or cannot be shown this way.
  if (!one.holds.includes(true) || !other.holds.includes(true)) return null;
  const [a, b] = [one.literal.criterion, other.literal.criterion];
  const say = (literal: Literal) => sentence(literal, terminology);
  const witness = (record: PatientRecord | undefined) =>
    record === undefined ? null : witnessOf(record, a === b ? [a] : [a, b], document, terminology);
  if (!one.holds.some((holds, index) => holds && other.holds[index])) {
    return finding(
      "contradiction",
      [b, a],
      witness(patients[one.holds.indexOf(true)]),
      say(other.literal),
      say(one.literal),
    );
  }
  const oneImplies = one.holds.every((holds, index) => !holds || other.holds[index]);
  const otherImplies = other.holds.every((holds, index) => !holds || one.holds[index]);
  const refused = patients[one.holds.findIndex((holds, index) => !holds && !other.holds[index])];
  if (oneImplies && otherImplies) {
    const isRestated = a.type !== b.type;
    const [later, earlier] = a.type === "exclusion" ? [one, other] : [other, one];
    return finding(
      isRestated ? "exclusion-restates-inclusion" : "redundant",
      [later.literal.criterion, earlier.literal.criterion],
      witness(refused),
      say(later.literal),
      say(earlier.literal),
    );
  }
  if (!oneImplies && !otherImplies) return null;
  const [weaker, stronger] = oneImplies ? [other, one] : [one, other];
  return finding(
    "redundant",
    [weaker.literal.criterion, stronger.literal.criterion],
    witness(refused),
    say(weaker.literal),
    say(stronger.literal),
  );
}

/** What a literal demands, in both languages. */
export function sentence({ leaf, isWanted }: Literal, terminology: Terminology): { en: string; zh: string } {
  const en = explainLeaf(leaf, wordsOf(terminology, "en"));
  const zh = explainLeaf(leaf, wordsOf(terminology, "zh"));
  return isWanted ? { en: `“${en}”`, zh: `“${zh}”` } : { en: `“not: ${en}”`, zh: `“非：${zh}”` };
}
