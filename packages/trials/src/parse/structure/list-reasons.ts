import type { Tree } from "../../criteria/tree.schema.ts";
import type { Element } from "./elements.ts";
import type { Joint } from "./list-parts.ts";
import { isGrade } from "./tree-kinds.ts";
import { isEvents } from "./tree-shapes.ts";

/**
 * "Heart disease such as A, B and C": each of them is one, whatever word joins the last. Thresholds stay as they are joined, and
 * so do treatments that are demanded ("prior therapy including a platinum and a taxane").
 */
export function joinExamples(
  elements: readonly Element[],
  joints: Joint[],
  from: number,
  type: "inclusion" | "exclusion",
): void {
  const isWay = (tree: Tree) => isReason(tree) && (type === "exclusion" || areDiagnoses(tree));
  const isNamed = ({ tree, isNegated }: Element) => !isNegated && (tree === null || isWay(tree));
  const examples = elements.slice(Math.max(0, from));
  if (from < 1 || !elements.slice(from - 1).every(isNamed) || examples.every(({ tree }) => tree === null)) return;
  for (let at = from + 1; at < joints.length; at++) if (joints[at] === "and") joints[at] = "or";
}

const areDiagnoses = (tree: Tree): boolean =>
  tree.kind === "condition" || ((tree.kind === "all" || tree.kind === "any") && tree.of.every(areDiagnoses));

/** "Diabetes, active hepatitis, a bypass, and irritable bowel syndrome" among reasons to exclude: each of them is one. */
export function joinReasons(elements: readonly Element[], joints: Joint[]): void {
  if (!joints.slice(1).includes("comma")) return;
  const isListed = ({ tree, isNegated }: Element) => !isNegated && (tree === null || isReason(tree));
  const named = elements.filter(({ tree }) => tree !== null && isReason(tree));
  if (named.length < 2) return;
  for (let at = 1; at < joints.length; at++)
    if (joints[at] === "and" && isListed(elements[at]!) && isListed(elements[at - 1]!)) joints[at] = "or";
}

/** "Pregnant women", "women who are nursing": a state with or without whose it is. */
export const isReason = (tree: Tree): boolean =>
  isEvents(tree) ||
  tree.kind === "reproduction" ||
  (tree.kind === "all" && tree.of.some(isEvents) && tree.of.every((one) => isEvents(one) || isGrade(one))) ||
  (tree.kind === "all" &&
    tree.of.every((one) => isState(one) || one.kind === "sex") &&
    tree.of.some((one) => one.kind === "sex") &&
    tree.of.some(isState));
const isState = (tree: Tree) =>
  tree.kind === "reproduction" || (tree.kind === "not" && tree.of.kind === "reproduction");
