import type { Rule, RuleContext } from "../../language.ts";
import { isMark, type Mark, type MarkOf, wordsOf } from "../../mark.ts";
import { besideDiagnosis, isDiagnosis, narrowDiagnosis } from "../beside-diagnosis.ts";
import { inGroups } from "../groups.ts";
import { groupName, groupsBetween, groupsBeyond, stageGroup } from "./groups.ts";
import type { Rung } from "./ladder.ts";

/** A run of stages: `groups` are null where some are no tumour's, `isSure` where nothing but a stage can be meant. */
type Run = {
  readonly from: number;
  readonly last: number;
  readonly groups: readonly string[] | null;
  readonly isSure: boolean;
};
type Name = { readonly rung: Rung | null; readonly last: number; readonly isArabic: boolean };

/** Systems with stages of their own, for one organ or for what is no tumour. */
const ownSystems =
  /(?<![a-z])(?:barcelona clinic liver cancer(?: \(bclc\))?|bclc|cnlc|inss|inrgss?|dukes'?|杜克|masaoka(?:-koga)?|okuda|rai|binet|kdigo|r?asrm|afs|acc\/aha|aha\/acc|acc|aha|tanner|durie-salmon|murphy|gold|巴塞罗那)[ -]*$/;

const longestSystem = 48;
const longestIntroduction = 6;

const readRuns: Rule = (given, context) => {
  const marks = [...given];
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const run = runAt(marks, at, context);
    if (run === null) {
      const mark = marks[at]!;
      out.push(isMark(mark, "stage-word") ? leftOver(mark, context) : mark);
      continue;
    }
    const { end } = marks[run.last]!;
    const start = systemStart(marks[at]!.start, out, context);
    const isOwn = start < marks[at]!.start;
    const isStage = run.groups !== null && !isOwn;
    const behind = besideDiagnosis(marks, run.last, 1, context);
    const list = behind === null ? out : marks;
    const place = behind ?? diagnosisBefore(out, out.length, context);
    const diagnosis = place === null ? undefined : list[place];
    if (place !== null && isDiagnosis(diagnosis) && (!isStage || diagnosis.isTumour === false)) {
      narrowDiagnosis(list, place, context.text.slice(start, end));
      out.push({ start, end, type: "filler" });
    } else if (isStage && (run.isSure || place !== null))
      out.push({ start, end, type: "leaf", tree: { kind: "stage", groups: [...run.groups!] } });
    else out.push({ start, end, type: "word" });
    at = run.last;
  }
  return out;
};

/**
 * Stage groups beside the word "stage", before, between or behind it, with lists, ranges and limits ("stage IB-IIIA", "ⅢB~Ⅳ期",
 * "stage II or higher"). Of a tumour they are a stage; of another diagnosis, or by a system of its own, they narrow the diagnosis
 * beside them; without one they stay words.
 */
export const readStageGroups: Rule = (marks, context) => narrowByBrackets(inGroups(readRuns)(marks, context), context);

/** The diagnosis before a stage; across a comma only where the stage can be no tumour's. */
function diagnosisBefore(marks: readonly Mark[], from: number, context: RuleContext): number | null {
  const place = besideDiagnosis(marks, from, -1, context);
  if (place !== null) return place;
  const across = besideDiagnosis(marks, from, -1, context, true);
  const mark = across === null ? undefined : marks[across];
  return isDiagnosis(mark) && mark.isTumour === false ? across : null;
}

/** "COPD (stage 2 or 3)": a stage alone in brackets behind a diagnosis that is no tumour narrows it. */
function narrowByBrackets(given: readonly Mark[], context: RuleContext): Mark[] {
  const marks = [...given];
  for (const [at, mark] of marks.entries()) {
    if (!isMark(mark, "group")) continue;
    const said = mark.of.filter((one) => !isMark(one, "filler"));
    const [stage] = said;
    const place = besideDiagnosis(marks, at, -1, context);
    const diagnosis = place === null ? undefined : marks[place];
    if (place === null || said.length !== 1 || !isDiagnosis(diagnosis) || diagnosis.isTumour !== false) continue;
    if (!isMark(stage, "leaf") || stage.tree.kind !== "stage" || stage.tree.groups === undefined) continue;
    marks[at] = { start: mark.start, end: mark.end, type: "filler" };
    narrowDiagnosis(marks, place, context.text.slice(stage.start, stage.end));
  }
  return marks;
}

/** What is left of the word: "期" says nothing alone, "stage" something that was not understood. */
const leftOver = (mark: Mark, context: RuleContext): Mark =>
  ({ start: mark.start, end: mark.end, type: /[a-z]/.test(wordsOf(mark, context)) ? "word" : "filler" }) as Mark;

/** Where the name of a system of its own begins before a run; its marks are taken back. */
function systemStart(start: number, out: Mark[], { folded }: RuleContext): number {
  const from = Math.max(0, start - longestSystem);
  const found = ownSystems.exec(folded.slice(from, start));
  if (found === null) return start;
  const begin = from + found.index;
  let first = out.length;
  while (first > 0 && out[first - 1]!.start >= begin) first--;
  if (first === out.length || out[first]!.start !== begin) return start;
  out.length = first;
  return begin;
}

/** One stage at a place: a group, or what only a system of its own has ("5", "C", "G3b"). */
function nameAt(marks: readonly Mark[], at: number, { text, folded }: RuleContext): Name | null {
  const mark = marks[at];
  if (mark === undefined || isMark(mark, "punct") || isMark(mark, "leaf") || isMark(mark, "group")) return null;
  let [last, { end }] = [at, mark];
  const next = marks[at + 1];
  const isArabic = isMark(mark, "number") && mark.form === "digits";
  if (isArabic && isMark(next, "word") && next.start === end && /^[a-d]$/.test(wordsOf(next, { folded })))
    [last, end] = [at + 1, next.end];
  const rung = stageGroup(folded.slice(mark.start, end));
  if (rung !== null) return { rung, last, isArabic };
  const isOther = isArabic ? mark.value === 5 : /^(?:[A-D]\d?|G[1-5][ab]?|V|Ⅴ)$/.test(text.slice(mark.start, end));
  return isOther ? { rung: null, last, isArabic } : null;
}

/** "IIB/C", "IIIA-C": another letter of the same number. */
function letterAt(
  marks: readonly Mark[],
  at: number,
  before: Rung | null | undefined,
  { text }: RuleContext,
): Name | null {
  const mark = marks[at];
  if (before?.letter === undefined || mark === undefined || isMark(marks[at - 1], "stage-word")) return null;
  const found = /^[A-Da-d]$/.exec(text.slice(mark.start, mark.end));
  const isJoined = found !== null && /[/~-]/.test(text[mark.start - 1] ?? "");
  return isJoined
    ? { rung: { number: before.number, letter: "abcd".indexOf(found[0].toLowerCase()) }, last: at, isArabic: false }
    : null;
}

function runAt(marks: readonly Mark[], from: number, context: RuleContext): Run | null {
  let at = from;
  let [hasWord, isSure] = [false, false];
  let comparator: MarkOf<"comparator"> | null = null;
  for (; at - from < longestIntroduction; at++) {
    const mark = marks[at];
    if (isMark(mark, "stage-word")) [hasWord, isSure] = [true, true];
    else if (isMark(mark, "comparator") && mark.place === "before" && comparator === null) comparator = mark;
    else if (!(at > from && isIntroduction(mark, context)) || (nameAt(marks, at, context)?.rung ?? null) !== null)
      break;
  }
  const first = nameAt(marks, at, context);
  // "BCLC B期"
  const isLetter = first?.rung === null && isMark(marks[first.last + 1], "stage-word");
  if (first === null || (first.rung === null && !hasWord && !isLetter)) return null;
  const rungs: (Rung | null)[] = [first.rung];
  let last = first.last;
  let isArabic = first.isArabic && !hasWord;
  for (;;) {
    let next = last + 1;
    let isRange = false;
    for (; next - last <= 4 && isJoint(marks[next], context); next++) {
      if (next === last + 1 && isWordBehind(marks, next, context)) [hasWord, last] = [true, next];
      if (isMark(marks[next], "range") || isDash(marks[next], context)) isRange = true;
    }
    const before = rungs[rungs.length - 1];
    const more =
      next === last + 1 && !isMark(marks[last], "stage-word")
        ? null
        : (letterAt(marks, next, before, context) ?? nameAt(marks, next, context));
    // "Stage III, B symptoms"
    if (more === null || (more.rung === null && !more.isArabic && first.rung !== null && !isRange)) break;
    const [one, other] = [rungs[rungs.length - 1]!, more.rung];
    if (isRange && one !== null && other !== null) rungs.push(...groupsBetween(one, other).slice(1));
    else rungs.push(more.rung);
    isArabic ||= more.isArabic && !isSure;
    last = more.last;
  }
  if (!hasWord || isPartOfTrial(marks, from, last, context)) return null;
  const behind = marks[last + 1];
  if (isMark(behind, "comparator") && behind.place === "after" && comparator === null) {
    comparator = behind;
    last++;
  }
  const known = rungs.filter((rung) => rung !== null);
  const limited = comparator === null ? known : limitedBy(known, comparator);
  const isKnown = known.length === rungs.length && limited !== null;
  const groups = isKnown ? [...new Set(limited.map(groupName))] : null;
  return { from, last, groups, isSure: isSure || !isArabic };
}

/** "ⅢB期", "IIIB/IV stage": the word belongs to the name before it; "arm I stage III" has it before the next. */
const isWordBehind = (marks: readonly Mark[], at: number, context: RuleContext): boolean =>
  isMark(marks[at], "stage-word") &&
  (!/[a-z]/.test(wordsOf(marks[at]!, context)) || nameAt(marks, at + 1, context) === null);

function limitedBy(rungs: readonly Rung[], { op }: MarkOf<"comparator">): Rung[] | null {
  return rungs.length === 1 ? groupsBeyond(rungs[0]!, op) : null;
}

/** "II期临床试验", "study stage 1": a phase or part of trials. */
const isPartOfTrial = (marks: readonly Mark[], from: number, last: number, { folded }: RuleContext): boolean =>
  /^\s*(?:临床(?:试验|研究|实验)|试验|研究|of the (?:study|trial|protocol)|(?:mini[ -])?cohort)/.test(
    folded.slice(marks[last]!.end),
  ) || /(?:study|trial|protocol)\s$/.test(folded.slice(Math.max(0, marks[from]!.start - 12), marks[from]!.start));

const isIntroduction = (mark: Mark | undefined, context: RuleContext): boolean =>
  isMark(mark, "filler") ||
  (isMark(mark, "punct") && mark.is === ":") ||
  (isMark(mark, "word") && /^(?:group|grouping)$/.test(wordsOf(mark, context)));

const isDash = (mark: Mark | undefined, context: RuleContext) =>
  isMark(mark, "filler") && /^[-~]$/.test(wordsOf(mark, context));

const isJoint = (mark: Mark | undefined, context: RuleContext): boolean =>
  isMark(mark, "connector") ||
  isMark(mark, "range") ||
  isMark(mark, "stage-word") ||
  isDash(mark, context) ||
  (isMark(mark, "punct") && (mark.is === "," || mark.is === "/"));
