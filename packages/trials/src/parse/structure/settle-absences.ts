import type { Window } from "../../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import { isEvents, mapLeaves, not } from "./tree-shapes.ts";

/**
 * "No seizures for at least 6 months", asked of those who take part: there were none in these months, and what was before
 * does not count. A denial in a reason to exclude is left: lacking something for that long is the reason.
 */
export function settleAbsences(tree: Tree, type: "inclusion" | "exclusion"): Tree {
  if (type === "exclusion") return tree;
  if (tree.kind === "not") return isEvents(tree.of) ? not(mapLeaves(tree.of, absent)) : tree;
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least")
    return { ...tree, of: tree.of.map((one) => settleAbsences(one, type)) };
  return tree;
}

const dayItself: Window["to"] = { value: 0, unit: "day" };

function absent(leaf: Leaf): Leaf {
  if (!("when" in leaf) || leaf.when?.to === undefined || leaf.when.from !== undefined) return leaf;
  const { to } = leaf.when;
  return to.value < 0 ? { ...leaf, when: { from: to, to: dayItself } } : leaf;
}
