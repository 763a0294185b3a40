import type { Tree } from "../../criteria/tree.schema.ts";

export function hasNumbers(tree: Tree): boolean {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") return tree.of.some(hasNumbers);
  return tree.kind === "measurement" || tree.kind === "score";
}

/** A class or stage limits the diagnosis that it stands beside. */
export const isGrade = (tree: Tree): boolean =>
  tree.kind === "stage" || (tree.kind === "score" && (tree.score === "nyha" || tree.score === "child-pugh"));

export const isDrugs = (tree: Tree): boolean =>
  tree.kind === "drug" || ((tree.kind === "any" || tree.kind === "all") && tree.of.every(isDrugs));

/** What a tree measures, where it measures one thing. */
export function measuredItem(tree: Tree): string | null {
  if (tree.kind === "measurement") return tree.item.id;
  if (tree.kind === "score") return tree.score;
  if (tree.kind === "all" || tree.kind === "any")
    return tree.of.map(measuredItem).find((item) => item !== null) ?? null;
  return null;
}
