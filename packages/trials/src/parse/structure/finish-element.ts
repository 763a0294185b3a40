import type { Window } from "../../criteria/ranges.schema.ts";
import type { Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import type { Element } from "./elements.ts";
import { all, any, withStatus, withWindow } from "./tree-shapes.ts";

/** The tree of a member with the time and status that it has or shares, and beside it the words that were not read. */
export function finish(element: Element, { text }: RuleContext): Tree {
  let tree = element.tree;
  if (tree !== null && element.window !== null)
    tree = withWindow(tree, windowOf(element, element.window), element.status === "active");
  if (tree !== null && element.alternative !== null) tree = withAlternative(tree, element, text);
  if (tree !== null && element.status !== null && element.window === null) tree = withStatus(tree, element.status);
  const words = element.text ?? (tree === null ? text.slice(element.start, element.end) : null);
  if (tree === null) return { kind: "text", text: words! };
  if (words === null) return tree;
  return all([tree, { kind: "text", text: words }]);
}

/** A diagnosis made within a time began in it. */
const windowOf = ({ isDiagnosed, status, tree }: Element, window: Window): Window =>
  isDiagnosed && status !== "active" && window.part === undefined && tree?.kind === "condition"
    ? { ...window, part: "start" }
    : window;

/** "Within 4 weeks or 5 half-lives": the longer of both takes in what the time does, the shorter never more than it. */
function withAlternative(tree: Tree, { alternative, tree: untimed }: Element, text: string): Tree {
  const { start, end, is } = alternative!;
  const words: Tree = { kind: "text", text: text.slice(start, end) };
  return is === "wider" ? any([tree, all([untimed!, words])]) : all([tree, words]);
}
