import type { Window } from "../../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import { isTreatmentTree } from "../grammar/circumstances.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf, wordsOf } from "../mark.ts";
import { type ReadPart, readGroup } from "./brackets.ts";
import { hasNumbers } from "./tree-kinds.ts";
import { all, not, type Span } from "./tree-shapes.ts";

/** One member of a list with the words that say something of it. */
export type Element = {
  start: number;
  end: number;
  /** What was read; null where no leaf was found. */
  tree: Tree | null;
  /** Words that were not read and that limit what was; they become a text beside it. */
  text: string | null;
  /** Where that text begins. */
  textFrom: number | null;
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
    textFrom: null,
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
      element.textFrom = gap.start;
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
