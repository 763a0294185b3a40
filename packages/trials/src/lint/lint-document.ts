import type { CriteriaDocument } from "../criteria/document.schema.ts";
import { explainTree } from "../explain/explain-tree.ts";
import type { Terminology } from "../terminology.ts";
import type { LintFinding } from "./finding.ts";
import { lintEvents } from "./lint-events.ts";
import { lintLeaves } from "./lint-leaves.ts";
import { lintPeople } from "./lint-people.ts";
import { lintValues } from "./lint-values.ts";
import { literalsOf } from "./literals.ts";
import { finding } from "./make-finding.ts";

const severityOrder = { error: 0, warning: 1, note: 2 } as const;

/**
 * Looks for what a document cannot have meant: ranges and windows that hold nothing, units that do not fit, demands that
 * exclude or imply each other (through the hierarchy of concepts too), exclusions that only negate. What is said of two
 * criteria is shown by a made-up patient whom the engine itself has judged. Gravest first.
 */
export function lintDocument(document: CriteriaDocument, terminology: Terminology): LintFinding[] {
  const literals = literalsOf(document);
  const findings = [
    ...lintLeaves(document, terminology),
    ...lintValues(document, literals, terminology),
    ...lintPeople(document, terminology),
    ...lintEvents(document, literals, terminology),
    ...negatedExclusions(document, terminology),
  ];
  return findings.sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
}

function negatedExclusions(document: CriteriaDocument, terminology: Terminology): LintFinding[] {
  return document.criteria.flatMap((criterion) => {
    const { tree } = criterion;
    if (criterion.type !== "exclusion" || tree.kind !== "not") return [];
    const en = `“${explainTree(tree.of, terminology, "en").slice(0, -1)}”`;
    const zh = `“${explainTree(tree.of, terminology, "zh").slice(0, -1)}”`;
    return [finding("negated-exclusion", [criterion], null, { en, zh })];
  });
}
