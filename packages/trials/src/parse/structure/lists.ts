import type { Window } from "../../criteria/ranges.schema.ts";
import type { Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";
import { excludeEachOther } from "./contradictions.ts";
import { type Element, isGrade, measuredItem, readElement } from "./elements.ts";
import { all, any, isEvents, not, type Reading, withStatus, withWindow } from "./tree-shapes.ts";

type Joint = "and" | "or" | "comma";
/** `isExample`: begins what "such as" and "including" introduce. */
type Part = { marks: Mark[]; joint: Joint | null; isExample?: boolean };

/** Reads a list of elements joined by commas, "and" and "or"; null where nothing stands there. */
export function readList(marks: readonly Mark[], context: RuleContext): Reading | null {
  const parts = splitParts(marks);
  const elements: Element[] = [];
  const joints: Joint[] = [];
  let examplesFrom = -1;
  for (const [at, { marks: own, joint, isExample }] of parts.entries()) {
    const element = readElement(own, context, readList);
    if (element === null) continue;
    const before = elements[elements.length - 1];
    const isListed = context.type === "exclusion" && isName(own) && parts[at + 1] !== undefined;
    const isAside =
      before !== undefined &&
      element.tree === null &&
      ((joint === "comma" && !isListed) || element.unread.length === 0);
    if (isAside) {
      mergeInto(before, element, context);
      continue;
    }
    if (before !== undefined && joint === "comma" && isGradeOf(element, before)) {
      before.tree = all([before.tree!, element.tree!]);
      before.end = element.end;
      continue;
    }
    if (isExample === true && examplesFrom < 0) examplesFrom = elements.length;
    element.isExample = isExample === true;
    elements.push(element);
    joints.push(joint ?? "comma");
  }
  if (elements.length === 0) return null;
  joinExamples(elements, joints, examplesFrom);
  shareModifiers(elements, joints);
  joinTails(elements, joints, context);
  const trees = elements.map((element) => finish(element, context));
  const areLoose = !marks.some((mark) => isMark(mark, "connector") && mark.isStrict === true);
  if (context.type === "inclusion") denyBehindText(elements, joints);
  else if (!marks.some((mark) => isMark(mark, "connector") && mark.isStrict === true)) joinReasons(elements, joints);
  const joined = resolve(joints, context);
  const negated = negatedTogether(elements, trees, joined, context);
  const unread = elements.flatMap((element) => [...element.unread, ...element.asides]);
  if (negated !== null) return { tree: negated, unread };
  return { tree: combine(elements, trees, joined, areLoose && context.type === "exclusion"), unread };
}

/** A few words in the middle of a list of reasons are one of them, read or not ("statins, bile acid resins, or niacin"). */
const isName = (marks: readonly Mark[]): boolean =>
  isMark(marks[0], "word") && marks.length <= longestName && marks.every((mark) => isMark(mark, "word"));
const longestName = 4;

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
      current = { marks: [], joint, ...(isMark(mark, "example") ? { isExample: true } : {}) };
    } else if (joint !== "comma") {
      current.joint = joint;
      if (isMark(mark, "example")) current.isExample = true;
    }
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

/** "Heart disease such as A, B and C": each of them is one, whatever word joins the last. Thresholds stay as they are joined. */
function joinExamples(elements: readonly Element[], joints: Joint[], from: number): void {
  const isNamed = ({ tree, isNegated }: Element) => !isNegated && (tree === null || isReason(tree));
  const examples = elements.slice(Math.max(0, from));
  if (from < 1 || !elements.slice(from - 1).every(isNamed) || examples.every(({ tree }) => tree === null)) return;
  for (let at = from + 1; at < joints.length; at++) if (joints[at] === "and") joints[at] = "or";
}

/** "Diabetes, active hepatitis, a bypass, and irritable bowel syndrome" among reasons to exclude: each of them is one. */
function joinReasons(elements: readonly Element[], joints: Joint[]): void {
  if (!joints.slice(1).includes("comma")) return;
  const isListed = ({ tree, isNegated }: Element) => !isNegated && (tree === null || isReason(tree));
  const named = elements.filter(({ tree }) => tree !== null && isReason(tree));
  if (named.length < 2) return;
  for (let at = 1; at < joints.length; at++)
    if (joints[at] === "and" && isListed(elements[at]!) && isListed(elements[at - 1]!)) joints[at] = "or";
}

/** "Free from death, infarction and stroke": what was not read keeps its denial, and what follows in the list is denied too. */
function denyBehindText(elements: Element[], joints: Joint[]): void {
  if (elements[0]?.isDeniedText !== true || joints.slice(1).every((joint) => joint === "and")) return;
  for (let at = 1; at < elements.length; at++) {
    const element = elements[at]!;
    const isBare = element.tree !== null && isEvents(element.tree) && element.text === null && !element.isNegated;
    if (!isBare || (joints[at] === "and" && at < elements.length - 1)) return;
    element.isNegated = true;
    joints[at] = "and";
  }
}

/** "Asthma without COPD or tuberculosis", "asthma, no COPD or tuberculosis": the denial holds for what "or" joins to it. */
function joinTails(elements: Element[], joints: Joint[], context: RuleContext): void {
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at]!;
    const { tail } = element;
    const isDenied = at > 0 && context.type === "inclusion" && isDeniedWhole(element);
    if (tail === null && !isDenied) continue;
    const last = lastDenied(elements, joints, at, context);
    if (last === at) continue;
    const own = elements.slice(at + 1, last + 1).map((one) => finish(one, context));
    const first = tail === null ? finish(element, context) : tail.denied;
    const { window, end, isWindowBehind } = elements[last]!;
    const row = any([...(first === null ? [] : [first]), ...own]);
    const denied = window === null || !isWindowBehind ? row : withWindow(row, window);
    const tree = tail === null ? denied : all([...tail.kept, not(denied)]);
    elements[at] = { ...element, tree, end, ...(tail === null ? { window: null, status: null } : {}) };
    elements.splice(at + 1, last - at);
    joints.splice(at + 1, last - at);
  }
}

/** The last of the elements behind a denial that it holds for; commas alone hold only where the row ends in "or". */
function lastDenied(
  elements: readonly Element[],
  joints: readonly Joint[],
  from: number,
  { type }: RuleContext,
): number {
  let last = from;
  for (let at = from + 1; at < elements.length; at++) {
    const { tree, isNegated, status, text, tail, isExample } = elements[at]!;
    const isBare = tree !== null && !isNegated && status === null && text === null && tail === null && !isExample;
    if (!isBare || !isDeniable(tree)) break;
    if (joints[at] === "comma" && type === "inclusion") continue;
    if (joints[at] !== "or") break;
    last = at;
  }
  return last;
}

const isDeniedWhole = ({ tree, isNegated, text }: Element): boolean =>
  isNegated && text === null && tree !== null && isDeniable(tree);
const isDeniable = (tree: Tree): boolean => isEvents(tree) || tree.kind === "variant" || tree.kind === "reproduction";

/** Words behind a comma that name nothing say more of what stood before. */
function mergeInto(before: Element, aside: Element, { text }: RuleContext): void {
  before.unread.push(...aside.unread);
  before.asides.push(...aside.asides);
  if (before.window === null && aside.window !== null) {
    before.window = aside.window;
    before.isWindowBehind = true;
  }
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

/** "Within 14 days: ANC ≥ 1.5, platelets ≥ 100": events and results alike. */
const isDated = (tree: Tree): boolean =>
  isEvents(tree) ||
  tree.kind === "measurement" ||
  tree.kind === "score" ||
  tree.kind === "result" ||
  ((tree.kind === "all" || tree.kind === "any") && tree.of.every(isDated));

const isShared = (tree: Tree) => isEvents(tree) || tree.kind === "consent" || tree.kind === "reproduction";
/** "No diabetes, willing to comply": a denied diagnosis denies no consent. */
const isAlike = (tree: Tree, first: Tree) => isShared(tree) && (tree.kind === "consent") === (first.kind === "consent");

/**
 * "No A, B or C" and "no A and B" deny every one of them; "no A or B" also where B was not read ("no prior chemotherapy or
 * investigational agents").
 */
function negatedTogether(
  elements: readonly Element[],
  trees: readonly Tree[],
  joined: readonly ("and" | "or")[],
  { type }: RuleContext,
): Tree | null {
  const [first, ...rest] = elements;
  if (first === undefined || !first.isNegated) return null;
  const areBare = rest.every((one, at) => {
    if (one.isNegated) return false;
    if (one.tree === null) return type === "inclusion" && joined[at] === "or";
    return first.tree !== null && isAlike(one.tree, first.tree);
  });
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
    const isRange = item !== null && measuredItem(signed[at]!) === item && !areAlike(before, signed[at]!);
    if (joints[at - 1] === "or" && isRange) {
      last[last.length - 1] = any([before, signed[at]!]);
    } else if (joints[at - 1] === "or" || areTwoGroups(last, signed[at]!, mayBeReasons)) groups.push([signed[at]!]);
    else groups[groups.length - 1]!.push(signed[at]!);
  }
  return any(groups.map((group) => all(group)));
}

/**
 * Two bare bounds that no number meets are a mistake of the text where they are demanded, and two reasons where they exclude.
 */
function areTwoGroups(group: readonly Tree[], tree: Tree, areReasons: boolean): boolean {
  const other = group.find((one) => excludeEachOther(one, tree));
  return other !== undefined && (areReasons || [other, tree].some(({ kind }) => kind === "all" || kind === "sex"));
}

/** "ALT ≥ 5 x ULN, or ALT ≥ 3 x ULN and bilirubin ≥ 1.5 x ULN": two floors are no two ends of what is normal. */
const areAlike = (a: Tree, b: Tree): boolean =>
  "range" in a && "range" in b && (a.range.min === undefined) === (b.range.min === undefined);

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
  (tree.kind === "all" && tree.of.some(isEvents) && tree.of.every((one) => isEvents(one) || isGrade(one))) ||
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
