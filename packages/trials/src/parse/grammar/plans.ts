import type { Window } from "../../criteria/ranges.schema.ts";
import type { Rule } from "../language.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";
import { mapLeaves } from "../structure/tree-shapes.ts";
import { asFiller, asWord, isTreatment, tellOf } from "./circumstances.ts";

/** Marks, and words that no table knows among them, that may stand between the word and the treatment. */
const longestReach = 10;
const mostWords = 3;

const planVerb = /^(?:拟|拟在|计划|计划在|预计|预计在|预期|准备|打算)$/;

/** A word that says that something is planned: one of the table's, or a Chinese verb that else only tells of the future. */
const isPlan = (mark: Mark | undefined, folded: string): boolean =>
  isMark(mark, "plan") ||
  (isMark(mark, "relation") && mark.is === "next" && planVerb.test(folded.slice(mark.start, mark.end)));

/**
 * "Scheduled to undergo coronary bypass", "拟行膝关节置换术", "surgery planned during the study": the treatment is one that is
 * planned. "Prior or planned" asks for either. "Elective" alone plans only where nothing says that it is over. A word for a
 * plan that finds no treatment stays unread where a treatment is named at all.
 */
export const joinPlans: Rule = (given, { folded }) => {
  const marks = [...given];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    if (!isPlan(mark, folded)) continue;
    if (isMark(mark, "plan") && mark.isWeak === true && (isOver(marks) || hasPlan(marks, folded))) {
      marks[at] = hasPlan(marks, folded) && !isOver(marks) ? asFiller(mark) : asWord(mark);
      continue;
    }
    const place = ahead(marks, at, folded) ?? behind(marks, at);
    if (place !== null) {
      const alternative = place > at ? alternativeOf(marks, at, place) : null;
      if (alternative !== null) marks[alternative] = asFiller(marks[alternative]!);
      const treatment = marks[place]!;
      if (isTreatment(treatment)) marks[place] = tellOf(treatment, { plan: alternative === null ? "only" : "also" });
      marks[at] = asFiller(mark);
      continue;
    }
    const said = saidBefore(marks, at);
    if (said !== null && isTreatment(marks[said])) {
      const { start, end } = mark;
      marks[at] = { ...tellOf(marks[said], { plan: "only" }), start, end };
    } else if (isMark(mark, "plan")) marks[at] = marks.some(isTreatment) ? asWord(mark) : asFiller(mark);
  }
  return marks;
};

const isStrong = (mark: Mark, folded: string) =>
  isPlan(mark, folded) && !(isMark(mark, "plan") && mark.isWeak === true);
const hasPlan = (marks: readonly Mark[], folded: string) => marks.some((mark) => isStrong(mark, folded));

/** Whether anything tells of the past. */
const isOver = (marks: readonly Mark[]) =>
  marks.some(
    (mark) =>
      (isMark(mark, "status") && mark.is === "ever") ||
      (isMark(mark, "relation") && ["before", "last", "ago", "since"].includes(mark.is)),
  );

function ahead(marks: readonly Mark[], at: number, folded: string): number | null {
  let words = 0;
  for (let place = at + 1; place < marks.length && place - at <= longestReach; place++) {
    const mark = marks[place]!;
    if (isTreatment(mark)) return place;
    // "Planned or previous": the word behind the connector says of the same treatment when it was.
    const isJoint = isMark(mark, "connector") && (isTelling(marks[place + 1]) || isPlan(marks[place + 1], folded));
    if (isMark(mark, "word")) words++;
    const isEnd =
      isMark(mark, "punct") || isMark(mark, "negation") || isMark(mark, "exception") || isMark(mark, "group");
    const isOther = isMark(mark, "concept") || isMark(mark, "leaf") || isMark(mark, "measure") || isMark(mark, "state");
    if ((isMark(mark, "connector") && !isJoint) || isEnd || isOther || words > mostWords) return null;
  }
  return null;
}

/** "Surgery planned during the study" */
function behind(marks: readonly Mark[], at: number): number | null {
  for (let place = at - 1; place >= 0 && at - place <= 3; place--) {
    if (isTreatment(marks[place])) return place;
    if (!isMark(marks[place], "filler")) return null;
  }
  return null;
}

/** Words that say of a treatment that it was, or is being given. */
const isTelling = (mark: Mark | undefined): boolean =>
  isMark(mark, "status") || (isMark(mark, "relation") && (mark.is === "before" || mark.is === "last"));

/** The connector of "previous or planned" before the word, or of "planned or previous" behind it; null without one. */
function alternativeOf(marks: readonly Mark[], at: number, place: number): number | null {
  let before = at - 1;
  while (isMark(marks[before], "filler")) before--;
  let told = before - 1;
  while (isMark(marks[told], "filler")) told--;
  if (isMark(marks[before], "connector") && isTelling(marks[told])) return before;
  const joint = marks.findIndex((mark, index) => index > at && index < place && isMark(mark, "connector"));
  return joint < 0 ? null : joint;
}

/** "Surgery in the last month or planned during the study": the treatment that the word takes up again. */
function saidBefore(marks: readonly Mark[], at: number): number | null {
  let joint = at - 1;
  while (isMark(marks[joint], "filler")) joint--;
  if (!isMark(marks[joint], "connector")) return null;
  for (let place = joint - 1; place >= 0; place--) {
    const mark = marks[place];
    if (isTreatment(mark)) return place;
    if (isMark(mark, "punct") && (mark.is === ";" || mark.is === ".")) return null;
  }
  return null;
}

const past = /\b(?:prior|before|previous|preceding|past|last|ago|pre|earlier|leading)\b|前|过去|最近|近|既往/;

/**
 * The time of a plan lies ahead: "planned surgery within 4 weeks" is within the next four. A time that says itself that it is
 * over is none of a plan's and stays unread. Runs once leaves are made.
 */
export const turnPlans: Rule = (given, { folded }) => {
  const marks = [...given];
  for (const [at, mark] of marks.entries()) {
    if (!isMark(mark, "leaf") || !isPlannedOnly(mark)) continue;
    const place = windowOf(marks, at);
    const window = marks[place ?? -1];
    if (place === null || !isMark(window, "window")) continue;
    const when = inTheFuture(window.window, folded.slice(window.start, window.end));
    marks[place] = when === null ? asWord(window) : asFiller(window);
    if (when !== null)
      marks[at] = { ...mark, tree: mapLeaves(mark.tree, (leaf) => ("concepts" in leaf ? { ...leaf, when } : leaf)) };
  }
  return marks;
};

function isPlannedOnly({ tree }: MarkOf<"leaf">): boolean {
  let isAll = true;
  mapLeaves(tree, (leaf) => {
    isAll &&= (leaf.kind === "drug" || leaf.kind === "procedure") && leaf.status === "planned";
    return leaf;
  });
  return isAll && tree.kind !== "temporal";
}

/** The window beside a leaf, with no other leaf, connector or end of a clause between. */
function windowOf(marks: readonly Mark[], at: number): number | null {
  for (const step of [1, -1]) {
    for (let place = at + step; place >= 0 && place < marks.length; place += step) {
      const mark = marks[place];
      if (isMark(mark, "window")) return place;
      if (isMark(mark, "leaf") || isMark(mark, "connector") || isMark(mark, "punct")) break;
    }
  }
  return null;
}

function inTheFuture({ from, to }: Window, words: string): Window | null {
  if (from !== undefined && from.value >= 0) return { from, ...(to === undefined ? {} : { to }) };
  if (from === undefined || to === undefined || to.value !== 0 || past.test(words)) return null;
  return { from: { value: 0, unit: "day" }, to: { value: -from.value, unit: from.unit } };
}
