import { type Tree, treeSchema } from "@qinghao/trials/schema";

/** Why a tree cannot be kept yet: the kinds of its nodes that miss something. Empty where it is whole. */
export function unfinishedIn(tree: Tree): Tree["kind"][] {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") {
    if (tree.of.length === 0) return [tree.kind];
    const own = tree.kind === "at-least" && tree.n > tree.of.length ? [tree.kind] : [];
    return [...own, ...tree.of.flatMap(unfinishedIn)];
  }
  if (tree.kind === "not") return unfinishedIn(tree.of);
  if (tree.kind === "text") return tree.text.trim() === "" ? ["text"] : [];
  const isWhole = treeSchema.safeParse(tree).success && !/"id":""|"term":""/.test(JSON.stringify(tree));
  const isEmptyStage =
    tree.kind === "stage" && [tree.groups, tree.t, tree.n, tree.m].every((one) => (one?.length ?? 0) === 0);
  return isWhole && !isEmptyStage ? [] : [tree.kind];
}
