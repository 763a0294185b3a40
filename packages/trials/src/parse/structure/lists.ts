import type { Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";
import { type Element, isGrade, measuredItem, readElement } from "./elements.ts";
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
    if (before !== undefined && joint === "comma" && isGradeOf(element, before)) {
      before.tree = all([before.tree!, element.tree!]);
      before.end = element.end;
      continue;
    }
    elements.push(element);
    joints.push(joint ?? "comma");
  }
  if (elements.length === 0) return null;
  shareModifiers(elements, joints);
  const trees = elements.map((element) => finish(element, context));
  const areLoose = !marks.some((mark) => isMark(mark, "connector") && mark.isStrict === true);
  const negated = negatedTogether(elements, trees);
  const unread = elements.flatMap((element) => [...element.unread, ...element.asides]);
  if (negated !== null) return { tree: negated, unread };
  return { tree: combine(elements, trees, resolve(joints, context), areLoose && context.type === "exclusion"), unread };
}

/** "Heart failure, NYHA class III": a class or stage behind a comma limits the diagnosis before it. */
const isGradeOf = ({ tree }: Element, before: Element): boolean =>
  tree !== null && isGrade(tree) && before.tree?.kind === "condition";

function splitParts(marks: readonly Mark[]): Part[] {
  const parts: Part[] = [];
  let current: Part = { marks: [], joint: null };
  for (const mark of marks) {
    const joint = jointOf(mark, current.marks);
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

/** "A such as B": B is one more way to be A. A stroke between numbers joins like a comma, between names like "or". */
function jointOf(mark: Mark, before: readonly Mark[]): Joint | null {
  if (isMark(mark, "connector")) return mark.is;
  if (isMark(mark, "example")) return "or";
  if (!isMark(mark, "punct")) return null;
  if (mark.is === ",") return "comma";
  if (mark.is !== "/") return null;
  return before.some((one) => isMark(one, "leaf") && one.tree.kind === "measurement") ? "comma" : "or";
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
        (last.tree === null || isEvents(last.tree));
      if (!isShared || (element.isNegated !== last.isNegated && last.isNegated)) break;
      element.window = last.window;
      element.alternative ??= last.alternative;
    }
  }
  if (first.window !== null && !first.isWindowBehind) {
    for (const element of elements.slice(1)) {
      if (element.window !== null || element.tree === null || !isDated(element.tree)) break;
      element.window = first.window;
      element.alternative ??= first.alternative;
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
  if (tree !== null && element.window !== null) tree = withWindow(tree, element.window, element.status === "active");
  if (tree !== null && element.alternative !== null) tree = withAlternative(tree, element, text);
  if (tree !== null && element.status !== null && element.window === null) tree = withStatus(tree, element.status);
  const words = element.text ?? (tree === null ? text.slice(element.start, element.end) : null);
  if (tree === null) return { kind: "text", text: words! };
  if (words === null) return tree;
  return all([tree, { kind: "text", text: words }]);
}

/** "Within 4 weeks or 5 half-lives": the longer of both takes in what the time does, the shorter never more than it. */
function withAlternative(tree: Tree, { alternative, tree: untimed }: Element, text: string): Tree {
  const { start, end, is } = alternative!;
  const words: Tree = { kind: "text", text: text.slice(start, end) };
  return is === "wider" ? any([tree, all([untimed!, words])]) : all([tree, words]);
}

/** "Within 14 days: ANC ≥ 1.5, platelets ≥ 100": events and results alike. */
const isDated = (tree: Tree): boolean =>
  isEvents(tree) ||
  tree.kind === "measurement" ||
  tree.kind === "score" ||
  tree.kind === "result" ||
  ((tree.kind === "all" || tree.kind === "any") && tree.of.every(isDated));

const isShared = (tree: Tree) => isEvents(tree) || tree.kind === "consent" || tree.kind === "reproduction";

/** "No A, B or C" and "no A and B" deny every one of them. */
function negatedTogether(elements: readonly Element[], trees: readonly Tree[]): Tree | null {
  const [first, ...rest] = elements;
  if (first === undefined || !first.isNegated) return null;
  const areBare = rest.every((one) => !one.isNegated && one.tree !== null && isShared(one.tree));
  if (!areBare || (rest.length > 0 && (first.tree === null || !isShared(first.tree)))) return null;
  // Unable to do one of several things is unable to do all of them.
  return not(trees.every(({ kind }) => kind === "consent") ? all(trees) : any(trees));
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

function combine(
  elements: readonly Element[],
  trees: readonly Tree[],
  joined: readonly ("and" | "or")[],
  mayBeReasons: boolean,
): Tree {
  const denied = trees.map((tree, at) => (elements[at]!.isNegated ? not(tree) : tree));
  // "Pregnant and lactating women", "HIV and hepatitis B" among reasons to exclude: each of them is one.
  const areReasons = mayBeReasons && denied.every((tree, at) => isReason(tree) && elements[at]!.text === null);
  if (isBySex(elements) || areReasons) return any(denied);
  const { signed, joints } = joinSexes(denied, elements, joined);
  const groups: Tree[][] = [[signed[0]!]];
  for (let at = 1; at < signed.length; at++) {
    const last = groups[groups.length - 1]!;
    const before = last[last.length - 1]!;
    const item = measuredItem(before);
    // "SBP < 90 or > 150 mmHg, and DBP ...": two bounds of one measurement belong together.
    if (joints[at - 1] === "or" && item !== null && measuredItem(signed[at]!) === item) {
      last[last.length - 1] = any([before, signed[at]!]);
    } else if (joints[at - 1] === "or") groups.push([signed[at]!]);
    else groups[groups.length - 1]!.push(signed[at]!);
  }
  return any(groups.map((group) => all(group)));
}

/** "> 450 ms for males and > 470 ms for females" amid other members: two thresholds of one item by sex are one member. */
function joinSexes(trees: readonly Tree[], elements: readonly Element[], joined: readonly ("and" | "or")[]) {
  const signed: Tree[] = [];
  const joints: ("and" | "or")[] = [];
  for (const [at, tree] of trees.entries()) {
    const [own, before] = [elements[at]!, elements[at - 1]];
    const isOther = before !== undefined && own.sex !== null && before.sex !== null && own.sex !== before.sex;
    if (isOther && measuredItem(tree) !== null && measuredItem(tree) === measuredItem(trees[at - 1]!)) {
      signed.push(any([signed.pop()!, tree]));
      continue;
    }
    if (at > 0) joints.push(joined[at - 1]!);
    signed.push(tree);
  }
  return { signed, joints };
}

/** "Pregnant women", "women who are nursing": a state with or without whose it is. */
const isReason = (tree: Tree): boolean =>
  isEvents(tree) ||
  tree.kind === "reproduction" ||
  (tree.kind === "all" &&
    tree.of.every((one) => isState(one) || one.kind === "sex") &&
    tree.of.some((one) => one.kind === "sex") &&
    tree.of.some(isState));
const isState = (tree: Tree) =>
  tree.kind === "reproduction" || (tree.kind === "not" && tree.of.kind === "reproduction");

/** Thresholds that differ by sex are alternatives, whatever word joins them. */
function isBySex(elements: readonly Element[]): boolean {
  return (
    elements.length > 1 &&
    new Set(elements.map(({ sex }) => sex)).size === elements.length &&
    elements.every(({ sex }) => sex !== null)
  );
}
