import type { CriteriaDocument } from "../criteria/document.schema.ts";
import { explainLeaf } from "../explain/explain-leaf.ts";
import { wordsOf } from "../explain/words.ts";
import type { Terminology } from "../terminology.ts";
import { type Axis, axisOf } from "./axis.ts";
import { compareDemands } from "./compare-demands.ts";
import { isSatisfied } from "./examine.ts";
import type { LintFinding } from "./finding.ts";
import type { Literal } from "./literals.ts";
import type { Sentence } from "./make-finding.ts";

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
    criterion: literal.criterion,
    said: sentence(literal, terminology),
    holds: patients.map((patient) => isSatisfied(literal, patient, terminology)),
  }));
  known.forEach((one, index) => {
    for (const other of known.slice(index + 1)) {
      if (one.literal.criterion === other.literal.criterion && one.literal.leaf === other.literal.leaf) continue;
      const remark = compareDemands(one, other, patients, document, terminology);
      if (remark !== null) findings.push(remark);
    }
  });
  return findings;
}

/** What a literal demands, in both languages. */
export function sentence({ leaf, isWanted }: Literal, terminology: Terminology): Sentence {
  const en = explainLeaf(leaf, wordsOf(terminology, "en"));
  const zh = explainLeaf(leaf, wordsOf(terminology, "zh"));
  return isWanted ? { en: `“${en}”`, zh: `“${zh}”` } : { en: `“not: ${en}”`, zh: `“非：${zh}”` };
}
