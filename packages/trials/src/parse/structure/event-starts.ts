import type { Knowledge } from "@qinghao/knowledge";
import type { Tree } from "../../criteria/tree.schema.ts";
import { isAcuteEvent } from "../../terminology/acute-events.ts";
import { mapLeaves } from "./tree-shapes.ts";

/**
 * A time limit on an event ("myocardial infarction within 6 months") asks when it began. Where the text calls it active
 * the grammar has said "overlap", which then is left out again: it is what a diagnosis without a `part` means.
 */
export function withEventStarts(tree: Tree, knowledge: Knowledge): Tree {
  return mapLeaves(tree, (leaf) => {
    if (leaf.kind !== "condition" || leaf.when === undefined) return leaf;
    const { part, ...when } = leaf.when;
    if (part === "overlap") return { ...leaf, when };
    const isEvent = part === undefined && leaf.concepts.of.every(({ id }) => isAcuteEvent(knowledge, id));
    return isEvent ? { ...leaf, when: { ...when, part: "start" } } : leaf;
  });
}
