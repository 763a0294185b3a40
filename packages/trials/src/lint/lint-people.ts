import { type PatientRecord, sexes } from "@qinghao/clinical";
import type { CriteriaDocument } from "../criteria/document.schema.ts";
import { reproductionSchema } from "../criteria/reproduction/reproduction.schema.ts";
import type { Tree } from "../criteria/tree.schema.ts";
import { explainTree } from "../explain/explain-tree.ts";
import type { Terminology } from "../terminology.ts";
import { compareDemands } from "./compare-demands.ts";
import { satisfying } from "./examine.ts";
import type { LintFinding } from "./finding.ts";
import { demandsOf, leavesOf } from "./literals.ts";
import { madeUp } from "./made-up-patient.ts";

const states = reproductionSchema.shape.state.options;

/** Demands on sex, pregnancy and what bears on it that exclude or imply each other, choices among them included. */
export function lintPeople(document: CriteriaDocument, terminology: Terminology): LintFinding[] {
  const demands = demandsOf(document).filter(({ tree }) => isAboutPeople(tree));
  if (demands.length < 2) return [];
  const examined = demands.map(({ criterion, tree, isWanted }) => ({
    criterion,
    said: said(tree, isWanted, terminology),
    holds: satisfying(criterion, tree, isWanted, people, terminology),
  }));
  return examined.flatMap((one, index) =>
    examined.slice(index + 1).flatMap((other) => {
      const remark = compareDemands(one, other, people, document, terminology);
      return remark === null ? [] : [remark];
    }),
  );
}

/** Whether sex and states without a time are all that is asked for. */
function isAboutPeople(tree: Tree): boolean {
  const leaves = leavesOf(tree);
  const isAbout = (leaf: (typeof leaves)[number]) =>
    leaf.kind === "sex" || (leaf.kind === "reproduction" && leaf.when === undefined);
  return leaves.length > 0 && leaves.every(isAbout);
}

/** Everybody there can be: each sex with each state on record as so or not so, and with nothing on record. */
const people: readonly PatientRecord[] = sexes.flatMap((sex) => [
  madeUp([], { sex }),
  ...Array.from({ length: 2 ** states.length }, (_, bits) =>
    madeUp(
      states.map((state, at) => ({
        kind: "status",
        concept: `STATUS:${state}`,
        assertion: (bits >> at) % 2 === 1 ? "present" : "absent",
      })),
      { sex },
    ),
  ),
]);

function said(tree: Tree, isWanted: boolean, terminology: Terminology) {
  const en = explainTree(tree, terminology, "en").slice(0, -1);
  const zh = explainTree(tree, terminology, "zh").slice(0, -1);
  const lower = `${en.charAt(0).toLowerCase()}${en.slice(1)}`;
  return isWanted ? { en: `“${lower}”`, zh: `“${zh}”` } : { en: `“not: ${lower}”`, zh: `“非：${zh}”` };
}
