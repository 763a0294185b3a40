import type { Tree } from "../../criteria/tree.schema.ts";
import { mapLeaves } from "./tree-shapes.ts";

/**
 * A treatment asked for in a time to come is one that is planned: records hold none that happened then. A plan without a
 * time of its own needs none, since plans are for the index date or later.
 */
export function settlePlans(tree: Tree): Tree {
  return mapLeaves(tree, (leaf) => {
    if ((leaf.kind !== "drug" && leaf.kind !== "procedure") || leaf.when === undefined) return leaf;
    const { when, ...rest } = leaf;
    const { from, to } = when;
    if (leaf.status === "planned") return from?.value === 0 && to === undefined ? rest : leaf;
    return from !== undefined && from.value >= 0 && to !== undefined && to.value > 0
      ? { ...leaf, status: "planned" }
      : leaf;
  });
}
