import type { Tree } from "../../criteria/tree.schema.ts";
import { isTreatmentTree } from "../grammar/circumstances.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";
import { excludeEachOther } from "./contradictions.ts";
import { type Element, readElement } from "./elements.ts";
import { finish } from "./finish-element.ts";
import { denyBehindText, joinTails, negatedTogether } from "./list-denials.ts";
import { isName, type Joint, splitParts } from "./list-parts.ts";
import { isReason, joinExamples, joinReasons } from "./list-reasons.ts";
import { withSharedDiagnosis } from "./shared-diagnosis.ts";
import { isGrade, measuredItem } from "./tree-kinds.ts";
import { all, any, isEvents, not, type Reading } from "./tree-shapes.ts";

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
  joinExamples(elements, joints, examplesFrom, context.type);
  shareModifiers(elements, joints, context);
  joinTails(elements, joints, context);
  const trees = elements.map((element) => finish(element, context));
  const areLoose = !marks.some((mark) => isMark(mark, "connector") && mark.isStrict === true);
  if (context.type === "inclusion") denyBehindText(elements, joints);
  else if (areLoose) joinReasons(elements, joints);
  const from = context.type === "inclusion" ? restOf(trees, joints) : -1;
  const joined = resolve(joints, from > 0 ? "and" : lastJoint(joints, context));
  const negated = negatedTogether(elements, trees, joined, context);
  const unread = elements.flatMap((element) => [...element.unread, ...element.asides]);
  if (negated !== null) return { tree: negated, unread };
  const areBare = elements.every(({ isNegated, window }) => !isNegated && window === null);
  const shared = areBare ? withSharedDiagnosis(trees, joined) : null;
  if (shared !== null) return { tree: shared, unread };
  if (from > 0) {
    const first = combine(elements.slice(0, from), trees.slice(0, from), joined.slice(0, from - 1), false);
    return { tree: all([first, combine(elements.slice(from), trees.slice(from), joined.slice(from), false)]), unread };
  }
  return { tree: combine(elements, trees, joined, areLoose && context.type === "exclusion"), unread };
}

/**
 * "ER+ or PR+, HER2-, breast cancer": commas behind the only connector, an "or", add what is asked besides. More of the same
 * kind behind them goes on with the list ("diabetes or hypertension, asthma").
 */
function restOf(trees: readonly Tree[], joints: readonly Joint[]): number {
  const at = joints.indexOf("or");
  const isOnly = joints.every((joint, place) => place === 0 || place === at || joint === "comma");
  if (at < 1 || !isOnly || joints.length === at + 1) return -1;
  const kinds = new Set(trees.slice(0, at + 1).flatMap(kindsOf));
  // "Sterile or postmenopausal, confirmed by FSH > 40": how the last is told.
  if (["sex", "reproduction", "not"].some((kind) => kinds.has(kind))) return -1;
  return trees.slice(at + 1).some((tree) => kindsOf(tree).some((kind) => kinds.has(kind))) ? -1 : at + 1;
}

const kindsOf = (tree: Tree): string[] =>
  tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least" ? tree.of.flatMap(kindsOf) : [tree.kind];

/** "Heart failure, NYHA class III": a class or stage behind a comma limits the diagnosis before it. */
const isGradeOf = ({ tree }: Element, before: Element): boolean =>
  tree !== null && isGrade(tree) && before.tree?.kind === "condition";

/** Words behind a comma that name nothing say more of what stood before. */
function mergeInto(before: Element, aside: Element, { text }: RuleContext): void {
  before.unread.push(...aside.unread);
  before.asides.push(...aside.asides);
  if (before.window === null && aside.window !== null) {
    before.window = aside.window;
    before.isWindowBehind = true;
  }
  before.status ??= aside.status;
  if (aside.unread.length > 0) {
    before.textFrom ??= aside.start;
    before.text = text.slice(before.textFrom, aside.end);
  }
  before.end = aside.end;
}

/**
 * Windows at the end of a list, and windows and "currently" at its beginning, hold for every event in it; amid a list they hold
 * for a row of treatments ("chemotherapy or radiotherapy within 4 weeks or ...").
 */
function shareModifiers(elements: Element[], joints: readonly Joint[], { folded }: RuleContext): void {
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
  for (let at = 1; at < elements.length - 1; at++) shareBack(elements, joints, at, folded);
  for (let at = 1; at < elements.length - 1; at++) shareForward(elements, at, folded);
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

/** "A, within 6 months B or C": a time amid a list, before what it limits, holds for what words join to that. */
function shareForward(elements: readonly Element[], from: number, folded: string): void {
  const { window, alternative, isWindowBehind, tree } = elements[from]!;
  if (window === null || isWindowBehind || tree === null || !isEvents(tree)) return;
  for (let at = from + 1; at < elements.length; at++) {
    const next = elements[at]!;
    if (/[,、，;]/.test(folded.slice(elements[at - 1]!.end, next.start))) return;
    if (next.window !== null || next.tree === null || !isEvents(next.tree)) return;
    next.window = window;
    next.alternative ??= alternative;
  }
}

/** The time of a treatment amid a list holds for what one word joins to it, and for the row of names before that. */
function shareBack(elements: readonly Element[], joints: readonly Joint[], at: number, folded: string): void {
  const { window, alternative, isWindowBehind, start } = elements[at]!;
  const isRow = at > 1 && joints[at - 1] === "comma";
  const isApart = joints[at] === "comma" || (!isRow && folded.slice(elements[at - 1]!.end, start).includes(","));
  if (window === null || !isWindowBehind || isApart || !isNamedTreatment(elements[at]!)) return;
  for (let place = at - 1; place >= 0; place--) {
    const before = elements[place]!;
    if (before.window !== null || !isNamedTreatment(before)) return;
    before.window = window;
    before.alternative ??= alternative;
    if (joints[place] !== "comma") return;
  }
}

const isNamedTreatment = ({ tree, isNegated }: Element): boolean =>
  tree !== null && !isNegated && isTreatmentTree(tree);

/** "Within 14 days: ANC ≥ 1.5, platelets ≥ 100": events and results alike. */
const isDated = (tree: Tree): boolean =>
  isEvents(tree) ||
  tree.kind === "measurement" ||
  tree.kind === "score" ||
  tree.kind === "result" ||
  ((tree.kind === "all" || tree.kind === "any") && tree.of.every(isDated));

/** How commas join behind the last connector: without any, a list of demands is all and a list of reasons any. */
function lastJoint(joints: readonly Joint[], { type }: RuleContext): "and" | "or" {
  if (joints.includes("or")) return "or";
  return joints.includes("and") || type === "inclusion" ? "and" : "or";
}

/** Commas take the connector that follows them; `last` joins where none does. */
function resolve(joints: readonly Joint[], last: "and" | "or"): ("and" | "or")[] {
  const out: ("and" | "or")[] = [];
  let next = last;
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
  const areReasons =
    mayBeReasons && !areTreated(denied) && denied.every((tree, at) => isReason(tree) && elements[at]!.text === null);
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
  return mayBeReasons ? any(groups.reduce(joinUnprotected, []).map((group) => all(group))) : joinPeople(groups);
}

/** "HIV-positive and taking HAART": people with a diagnosis who are on a treatment. */
const areTreated = (trees: readonly Tree[]): boolean =>
  trees.some(({ kind }) => kind === "condition") &&
  trees.some((tree) => tree.kind === "drug" && tree.status === "current");

/** "Childbearing age, no contraception" among reasons to exclude: both, or every woman of that age would be out. */
function joinUnprotected(groups: Tree[][], group: Tree[]): Tree[][] {
  const [last] = groups.slice(-1);
  const [state, ...others] = last ?? [];
  const [denied, ...rest] = group;
  const isFertile = state?.kind === "reproduction" && state.state === "childbearing-potential" && others.length === 0;
  const isUnprotected =
    denied?.kind === "not" && denied.of.kind === "reproduction" && denied.of.state === "contraception";
  return isFertile && isUnprotected && rest.length === 0
    ? [...groups.slice(0, -1), [state, denied]]
    : [...groups, group];
}

/** "Men and non-pregnant women with HIV infection": what the last of two groups of people is asked for besides is asked of both. */
function joinPeople(groups: readonly (readonly Tree[])[]): Tree {
  const flat = groups.map((group) => group.flatMap((tree) => (tree.kind === "all" ? tree.of : [tree])));
  const last = flat[flat.length - 1]!;
  const areBare = flat.length > 1 && flat.slice(0, -1).every((group) => group.every(isPeople) && group.some(isSex));
  const rest = last.filter((tree) => !isPeople(tree));
  if (!areBare || !last.some(isSex) || rest.length === 0) return any(groups.map((group) => all(group)));
  return all([any([...flat.slice(0, -1).map(all), all(last.filter(isPeople))]), ...rest]);
}

const isSex = (tree: Tree): boolean => tree.kind === "sex";
const isPeople = (tree: Tree): boolean =>
  isSex(tree) || tree.kind === "reproduction" || (tree.kind === "not" && tree.of.kind === "reproduction");

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

/** Thresholds that differ by sex are alternatives, whatever word joins them. */
function isBySex(elements: readonly Element[]): boolean {
  return (
    elements.length > 1 &&
    new Set(elements.map(({ sex }) => sex)).size === elements.length &&
    elements.every(({ sex }) => sex !== null)
  );
}
