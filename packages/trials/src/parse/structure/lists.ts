import type { Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";
import { type Element, readElement } from "./elements.ts";
import { all, any, isEvents, not, type Reading, withStatus, withWindow } from "./tree-shapes.ts";

type Joint = "and" | "or" | "comma";
type Part = { marks: Mark[]; joint: Joint | null };

/** Reads a list of elements joined by commas, "and" and "or"; null where nothing stands there. */
export function readList(marks: readonly Mark[], context: RuleContext): Reading | null {
  const parts = splitParts(marks);
  const elements: Element[] = [];
  const joints: Joint[] = [];
  for (const { marks: own, joint } of parts) {
    const element = readElement(own, context, readList);
    if (element === null) continue;
    const before = elements[elements.length - 1];
    const isAside = before !== undefined && element.tree === null && (joint === "comma" || element.unread.length === 0);
    if (isAside) {
      mergeInto(before, element, context);
      continue;
    }
    elements.push(element);
    joints.push(joint ?? "comma");
  }
  if (elements.length === 0) return null;
  shareModifiers(elements, joints);
  const trees = elements.map((element) => finish(element, context));
  const negated = negatedTogether(elements, trees);
  const unread = elements.flatMap((element) => [...element.unread, ...element.asides]);
  if (negated !== null) return { tree: negated, unread };
  return { tree: combine(elements, trees, resolve(joints, context)), unread };
}

function splitParts(marks: readonly Mark[]): Part[] {
  const parts: Part[] = [];
  let current: Part = { marks: [], joint: null };
  for (const mark of marks) {
    const joint = jointOf(mark);
    if (joint === null) {
      current.marks.push(mark);
      continue;
    }
    if (current.marks.some((one) => !isMark(one, "filler"))) {
      parts.push(current);
      current = { marks: [], joint };
    } else if (joint !== "comma") current.joint = joint;
  }
  if (current.marks.length > 0) parts.push(current);
  return parts;
}

function jointOf(mark: Mark): Joint | null {
  if (isMark(mark, "connector")) return mark.is;
  if (isMark(mark, "punct") && mark.is === ",") return "comma";
  return isMark(mark, "punct") && mark.is === "/" ? "or" : null;
}

/** Words behind a comma that name nothing say more of what stood before. */
function mergeInto(before: Element, aside: Element, { text }: RuleContext): void {
  before.unread.push(...aside.unread);
  before.asides.push(...aside.asides);
  before.window ??= aside.window;
  before.status ??= aside.status;
  if (aside.unread.length > 0) before.text = text.slice(aside.start, aside.end);
  before.end = aside.end;
}

/** Windows at the end of a list, and windows and "currently" at its beginning, hold for every event in it. */
function shareModifiers(elements: Element[], joints: readonly Joint[]): void {
  const last = elements[elements.length - 1]!;
  const first = elements[0]!;
  if (last.window !== null && last.isWindowBehind) {
    for (let at = elements.length - 2; at >= 0; at--) {
      const element = elements[at]!;
      const isShared =
        element.window === null &&
        element.tree !== null &&
        isEvents(element.tree) &&
        last.tree !== null &&
        isEvents(last.tree);
      if (!isShared || (element.isNegated !== last.isNegated && last.isNegated)) break;
      element.window = last.window;
    }
  }
  if (first.window !== null && !first.isWindowBehind) {
    for (const element of elements.slice(1)) {
      if (element.window !== null || element.tree === null || !isEvents(element.tree)) break;
      element.window = first.window;
    }
  }
  if (first.status === "current" && first.isStatusBefore) {
    for (const [at, element] of elements.entries()) {
      if (at === 0) continue;
      if (element.status !== null || element.tree === null || !isEvents(element.tree) || joints[at] === "and") break;
      element.status = "current";
    }
  }
}

function finish(element: Element, { text }: RuleContext): Tree {
  let tree = element.tree;
  if (tree !== null && element.window !== null) tree = withWindow(tree, element.window);
  if (tree !== null && element.status !== null && element.window === null) tree = withStatus(tree, element.status);
  const words = element.text ?? (tree === null ? text.slice(element.start, element.end) : null);
  if (tree === null) return { kind: "text", text: words! };
  if (words === null) return tree;
  return all([tree, { kind: "text", text: words }]);
}

/** "No A, B or C" and "no A and B" deny every one of them. */
function negatedTogether(elements: readonly Element[], trees: readonly Tree[]): Tree | null {
  const [first, ...rest] = elements;
  if (first === undefined || !first.isNegated) return null;
  const areBare = rest.every((one) => !one.isNegated && one.tree !== null && isEvents(one.tree) && !one.hasOwnVerb);
  if (!areBare || (rest.length > 0 && (first.tree === null || !isEvents(first.tree)))) return null;
  return not(any(trees));
}

/** Commas take the connector that follows them; without any, a list of demands is all and a list of reasons any. */
function resolve(joints: readonly Joint[], { type }: RuleContext): ("and" | "or")[] {
  const out: ("and" | "or")[] = [];
  let next: "and" | "or" = joints.includes("or")
    ? "or"
    : joints.includes("and")
      ? "and"
      : type === "inclusion"
        ? "and"
        : "or";
  for (let at = joints.length - 1; at >= 1; at--) {
    const joint = joints[at]!;
    if (joint !== "comma") next = joint;
    out.unshift(next);
  }
  return out;
}

function combine(elements: readonly Element[], trees: readonly Tree[], joints: readonly ("and" | "or")[]): Tree {
  const signed = trees.map((tree, at) => (elements[at]!.isNegated ? not(tree) : tree));
  if (isBySex(elements)) return any(signed);
  const groups: Tree[][] = [[signed[0]!]];
  for (let at = 1; at < signed.length; at++) {
    if (joints[at - 1] === "or") groups.push([signed[at]!]);
    else groups[groups.length - 1]!.push(signed[at]!);
  }
  return any(groups.map((group) => all(group)));
}

/** Thresholds that differ by sex are alternatives, whatever word joins them. */
function isBySex(elements: readonly Element[]): boolean {
  return (
    elements.length > 1 &&
    new Set(elements.map(({ sex }) => sex)).size === elements.length &&
    elements.every(({ sex }) => sex !== null)
  );
}
