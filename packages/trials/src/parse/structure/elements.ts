import type { Window } from "../../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import { isTreatmentTree } from "../grammar/circumstances.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";
import { all, any, mapLeaves, not, type Reading, type Span } from "./tree-shapes.ts";

/** One member of a list with the words that say something of it. */
export type Element = {
  start: number;
  end: number;
  /** What was read; null where no leaf was found. */
  tree: Tree | null;
  /** Words that were not read and that limit what was; they become a text beside it. */
  text: string | null;
  unread: Span[];
  /** Short explanations in brackets: noted for the reviewer, no part of the tree. */
  asides: Span[];
  isNegated: boolean;
  /** Whether "such as" or "including" introduces it. */
  isExample: boolean;
  /** A denial of words that were not read; they keep it. */
  isDeniedText: boolean;
  /** "Asthma without COPD": what stands before the denial that the element ends with, and what is denied, if it was read. */
  tail: { kept: Tree[]; denied: Tree | null } | null;
  window: Window | null;
  /** Whether the window stands behind what it limits. */
  isWindowBehind: boolean;
  /** Another time that widens or narrows the window and that no record holds ("5 half-lives"). */
  alternative: MarkOf<"alternative"> | null;
  status: MarkOf<"status">["is"] | null;
  isStatusBefore: boolean;
  /** "Diagnosed with": its time is that of the diagnosis. */
  isDiagnosed: boolean;
  /** The sex that a threshold is for. */
  sex: "female" | "male" | null;
};

const diagnosed = /\bdiagnosed$|\bdiagnosed with|^(?:新?确诊|新?诊断|被诊断)(?:为|的|患有)?$/;
const wordsOf = ({ start, end }: Mark, { folded }: RuleContext) => folded.slice(start, end);

type ReadPart = (marks: readonly Mark[], context: RuleContext) => Reading | null;

/** Reads marks without a connector at their own level; null where they are only fillers. */
export function readElement(marks: readonly Mark[], context: RuleContext, read: ReadPart): Element | null {
  const first = marks.find((mark) => !isMark(mark, "filler") && !isMark(mark, "punct"));
  if (first === undefined) return null;
  const end = marks[marks.length - 1]!.end;
  const element: Element = {
    start: first.start,
    end,
    tree: null,
    text: null,
    unread: [],
    asides: [],
    isNegated: false,
    isExample: false,
    isDeniedText: false,
    tail: null,
    window: null,
    isWindowBehind: false,
    alternative: null,
    status: null,
    isStatusBefore: false,
    isDiagnosed: marks.some((mark) => isMark(mark, "filler") && diagnosed.test(wordsOf(mark, context))),
    sex: null,
  };
  const leaves: Tree[] = [];
  let negatedFrom = -1;
  let negation: MarkOf<"negation"> | null = null;
  let wordsBehind = 0;
  for (const mark of marks) {
    if (isMark(mark, "leaf")) leaves.push(mark.tree);
    else if (isMark(mark, "window")) {
      if (element.window === null) {
        element.window = mark.window;
        element.isWindowBehind = leaves.length > 0 || wordsBehind > 0;
      } else if (element.window.part === "start" && mark.window.part === undefined) {
        // "for more than a month within the last six": how long it took is not when it was.
        element.window = mark.window;
      } else element.unread.push({ start: mark.start, end: mark.end });
    } else if (isMark(mark, "alternative")) {
      element.alternative = mark;
      element.asides.push({ start: mark.start, end: mark.end });
    } else if (isMark(mark, "status")) {
      element.status ??= mark.is;
      element.isStatusBefore ||= leaves.length === 0;
    } else if (isMark(mark, "negation")) {
      if (negatedFrom < 0) {
        negatedFrom = leaves.length;
        negation = mark;
      } else element.unread.push({ start: mark.start, end: mark.end });
    } else if (isMark(mark, "group")) {
      // "that cannot be reduced (SBP > 140 mmHg)": what is denied are the words, not what the brackets say.
      if (negation?.of === "verb" && negatedFrom === leaves.length && wordsBehind > 0) {
        element.unread.push({ start: negation.start, end: negation.end });
        negatedFrom = -1;
      }
      readGroup(mark, leaves, element, context, read);
    } else if (!isSilent(mark)) {
      wordsBehind++;
      element.unread.push({ start: mark.start, end: mark.end });
    }
  }
  element.unread.sort((a, b) => a.start - b.start);
  element.unread = mergeSpans(element.unread, context.text);
  const denied = negatedFrom < 0 ? 0 : reachOfDenial(leaves.slice(negatedFrom));
  const isWhole = negatedFrom === 0 && denied === leaves.length;
  const negated = denied > 0 && !isWhole ? leaves.splice(negatedFrom, denied) : null;
  if (negatedFrom > 0 && negatedFrom === leaves.length)
    element.tail = { kept: [...leaves], denied: negated === null ? null : all(negated) };
  if (negated !== null) leaves.splice(negatedFrom, 0, not(all(negated)));
  else element.isNegated = isWhole;
  if (negatedFrom > 0 && negated === null && negation !== null) {
    // "... without any treatment": what is denied was not read, and what was read is not denied.
    element.unread = mergeSpans(
      [...element.unread, { start: negation.start, end: negation.end }].sort((a, b) => a.start - b.start),
      context.text,
    );
  }
  // Words that were not read keep their denial themselves.
  if (leaves.length === 0) element.isNegated = false;
  element.isDeniedText = leaves.length === 0 && isMark(first, "negation");
  element.sex = sexOf(leaves);
  if (leaves.length > 0) {
    element.tree = all(leaves);
    const [gap] = element.unread;
    if (gap !== undefined) {
      element.text = context.text.slice(gap.start, element.unread[element.unread.length - 1]!.end);
    }
  }
  return element;
}

/**
 * How many of the leaves behind a negation it denies: all of them; of a treatment and what was measured beside it only the
 * treatment ("not receiving insulin with HbA1c > 9%").
 */
function reachOfDenial(leaves: readonly Tree[]): number {
  const numbers = leaves.findIndex(hasNumbers);
  return numbers > 0 && leaves.slice(0, numbers).every(isTreatmentTree) ? numbers : leaves.length;
}

const isSilent = (mark: Mark) =>
  isMark(mark, "filler") ||
  isMark(mark, "punct") ||
  isMark(mark, "quantifier") ||
  isMark(mark, "anchor") ||
  isMark(mark, "times") ||
  isMark(mark, "demand") ||
  isMark(mark, "ruling") ||
  isMark(mark, "example");

function sexOf(leaves: readonly Tree[]): "female" | "male" | null {
  const sexes = leaves.filter((leaf): leaf is Extract<Leaf, { kind: "sex" }> => leaf.kind === "sex");
  const others = leaves.some((leaf) => leaf.kind === "measurement" || leaf.kind === "score" || leaf.kind === "age");
  const [only] = sexes;
  if (sexes.length !== 1 || !others || only!.is.length !== 1) return null;
  const is = only!.is[0]!;
  return is === "other" ? null : is;
}

/**
 * What stands in brackets: another threshold of the same measurement is an alternative; names and numbers behind a head
 * that names nothing take its place; the rest explains and is only noted.
 */
function readGroup(
  group: MarkOf<"group">,
  leaves: Tree[],
  element: Element,
  context: RuleContext,
  read: ReadPart,
): void {
  const inner = read(group.of, context);
  if (inner === null) return;
  const { tree } = inner;
  const before = leaves[leaves.length - 1];
  const isWordless = tree.kind === "text";
  // "(patients with treated basal cell carcinoma are allowed)": whom the rule spares.
  if (!isWordless && group.of.some((mark) => isMark(mark, "ruling") && mark.is === "allowed")) {
    element.unread.push({ start: group.start, end: group.end });
    return;
  }
  // "(may receive transfusions)" asks for nothing.
  if (/^[(（]\s?(?:may|can|could|可(?:以)?|允许)(?=\s|[接使输合])/.test(wordsOf(group, context))) {
    element.asides.push({ start: group.start, end: group.end });
    return;
  }
  // "Methylphenidate (if taking an MAOI)": when it counts, which is no demand of its own.
  if (!isWordless && isCondition(group, context) && !isOfPeople(tree)) {
    element.unread.push({ start: group.start, end: group.end });
    return;
  }
  if (isWordless) {
    const isOtherUnit = before?.kind === "measurement" && group.of.every(isNumber);
    const isShort = isOtherUnit || (group.of.length <= longestAside && !group.of.some(isWeighty));
    const spans = [{ start: group.start, end: group.end }];
    if (isShort) element.asides.push(...spans);
    else element.unread.push(...spans);
    return;
  }
  if (before === undefined) {
    leaves.push(tree);
    element.unread.push(...inner.unread);
    return;
  }
  if (tree.kind === "age" && isLasting(before) && !/age|old|[岁龄]/.test(wordsOf(group, context))) {
    // "Postmenopausal (≥ 1 year)": since when.
    const { min } = tree.range;
    if (min === undefined) element.unread.push({ start: group.start, end: group.end });
    else leaves[leaves.length - 1] = { ...before, when: { to: { value: -min, unit: tree.unit } } };
    return;
  }
  if (before.kind === "allergy" && isDrugs(tree)) {
    leaves[leaves.length - 1] = any([before, allergyTo(tree)]);
    return;
  }
  if (isRepeated(before, tree) || (isMark(group.of[0], "example") && !hasNumbers(tree))) return;
  if (tree.kind === "sex" || isGrade(tree)) {
    leaves.push(tree);
    return;
  }
  const known = measuredItem(before);
  if (known !== null && measuredItem(tree) === known) {
    leaves[leaves.length - 1] = any([before, tree]);
    return;
  }
  const isNamed =
    before.kind === "condition" || (before.kind === "any" && before.of.every((one) => one.kind === "condition"));
  if (isNamed && context.type === "exclusion") leaves[leaves.length - 1] = any([before, tree]);
  else if (before.kind === "drug" && isDrugs(tree)) leaves[leaves.length - 1] = any([before, tree]);
  else leaves.push(tree);
}

const isLasting = (tree: Tree): tree is Extract<Leaf, { kind: "reproduction" | "condition" }> =>
  (tree.kind === "reproduction" || tree.kind === "condition") && tree.when === undefined;

const isCondition = ({ of }: MarkOf<"group">, context: RuleContext): boolean =>
  isMark(of[0], "filler") && /^(?:if|when|in case of|如|若|如果)$/.test(wordsOf(of[0], context));
const isOfPeople = (tree: Tree): boolean =>
  tree.kind === "sex" ||
  tree.kind === "age" ||
  tree.kind === "reproduction" ||
  ("of" in tree && Array.isArray(tree.of) && tree.of.every(isOfPeople));

/** "(180 mg/dL)" behind a value in mmol/L says it again. */
const isNumber = (mark: Mark) =>
  isMark(mark, "quantity") || isMark(mark, "bound") || isMark(mark, "unit") || isMark(mark, "filler");

/** Brackets with at most so many marks explain. */
const longestAside = 8;
const isWeighty = (mark: Mark) =>
  (isMark(mark, "word") && mark.limits === true) ||
  isMark(mark, "negation") ||
  isMark(mark, "exception") ||
  isMark(mark, "bound") ||
  (isMark(mark, "quantity") && mark.unit.of !== "limit") ||
  isMark(mark, "window");

function hasNumbers(tree: Tree): boolean {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") return tree.of.some(hasNumbers);
  return tree.kind === "measurement" || tree.kind === "score";
}

/** A class or stage limits the diagnosis that it stands beside. */
export const isGrade = (tree: Tree): boolean =>
  tree.kind === "stage" || (tree.kind === "score" && (tree.score === "nyha" || tree.score === "child-pugh"));

/** "Allergy to ASP1941 (ipragliflozin)": another name of what somebody is allergic to. */
const allergyTo = (tree: Tree): Tree =>
  mapLeaves(tree, (leaf) => (leaf.kind === "drug" ? { kind: "allergy", concepts: leaf.concepts } : leaf));

const isDrugs = (tree: Tree): boolean =>
  tree.kind === "drug" || ((tree.kind === "any" || tree.kind === "all") && tree.of.every(isDrugs));

const isRepeated = (before: Tree, tree: Tree) => JSON.stringify(before) === JSON.stringify(tree);

/** What a tree measures, where it measures one thing. */
export function measuredItem(tree: Tree): string | null {
  if (tree.kind === "measurement") return tree.item.id;
  if (tree.kind === "score") return tree.score;
  if (tree.kind === "all" || tree.kind === "any")
    return tree.of.map(measuredItem).find((item) => item !== null) ?? null;
  return null;
}

/** Neighbouring unread words as one stretch. */
function mergeSpans(spans: readonly Span[], text: string): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out[out.length - 1];
    if (last !== undefined && span.start >= last.end && /^[\s,'"-]*$/.test(text.slice(last.end, span.start)))
      last.end = span.end;
    else out.push({ ...span });
  }
  return out;
}
