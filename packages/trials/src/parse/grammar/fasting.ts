import type { Rule, RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf, type Measure } from "../mark.ts";
import { asFiller, asWord } from "./circumstances.ts";

type LabMeasure = Extract<Measure, { of: "lab" }>;

/** Marks that may stand between the word and what is measured. */
const longestReach = 4;
const ownItem = "LAB:glucose-fasting";
const glucose = "LAB:glucose";
const fastingGlucose = { id: ownItem, en: "Fasting plasma glucose", zh: "空腹血糖" };

const isNon = /\b(?:non|not)[- ]?fast|非空腹/;
const isFast = /\bfast(?:ing|ed)\b|空腹/;

function labOf(mark: Mark | undefined): LabMeasure | null {
  if (isMark(mark, "measure")) return mark.measure.of === "lab" ? mark.measure : null;
  return isMark(mark, "concept") && mark.lab !== undefined ? { of: "lab", item: mark.lab } : null;
}

/** Fasting glucose is an item of its own; of all others the sample was taken fasting. */
function taken({ item, fasting }: LabMeasure, is: boolean): LabMeasure {
  if (item.id === ownItem || fasting !== undefined)
    return { of: "lab", item, ...(fasting === undefined ? {} : { fasting }) };
  return is && item.id === glucose ? { of: "lab", item: fastingGlucose } : { of: "lab", item, fasting: is };
}

const measured = ({ start, end }: Mark, measure: LabMeasure): Mark => ({ start, end, type: "measure", measure });

/**
 * "Fasting triglycerides", "LDL-C (fasting)", "空腹C肽": whether the sample was taken fasting belongs to what is measured,
 * and to all that share its number. A word for it that finds nothing measured stays unread.
 */
export const joinFasting: Rule = (given, context) => {
  const marks = [...given];
  for (const at of given.keys()) {
    const is = saidOf(marks[at]!, context);
    if (is !== null) shareFrom(marks, at, is);
  }
  for (const [at, mark] of marks.entries()) {
    const word = isMark(mark, "group") ? soleWord(mark) : isMark(mark, "fasting") ? mark : null;
    if (word === null) continue;
    const place = (isMark(mark, "group") ? null : ahead(marks, at)) ?? behind(marks, at);
    if (place === null) {
      if (!isMark(mark, "group")) marks[at] = asWord(mark);
      continue;
    }
    marks[at] = asFiller(mark);
    shareFrom(marks, place, word.is);
  }
  return marks;
};

/** What a name says of it itself ("空腹胰岛素"); null where it says nothing. */
function saidOf(mark: Mark, { folded }: RuleContext): boolean | null {
  const words = folded.slice(mark.start, mark.end);
  if (labOf(mark) === null) return null;
  return isNon.test(words) ? false : isFast.test(words) ? true : null;
}

/** "(fasting)" */
function soleWord({ of }: MarkOf<"group">): MarkOf<"fasting"> | null {
  const [word, ...rest] = of.filter((mark) => !isMark(mark, "filler"));
  return isMark(word, "fasting") && rest.length === 0 ? word : null;
}

function ahead(marks: readonly Mark[], at: number): number | null {
  for (let place = at + 1; place < marks.length && place - at <= longestReach; place++) {
    if (labOf(marks[place]) !== null) return place;
    const mark = marks[place];
    if (!isMark(mark, "filler") && !(isMark(mark, "punct") && mark.is === ":")) return null;
  }
  return null;
}

/** What is measured may have its number between itself and the word: "glucose < 200 mg/dL after an overnight fast". */
function behind(marks: readonly Mark[], at: number): number | null {
  for (let place = at - 1; place >= 0 && at - place <= longestReach; place--) {
    const mark = marks[place];
    if (labOf(mark) !== null) return place;
    const isPassed = isMark(mark, "filler") || isMark(mark, "bound") || isMark(mark, "punct");
    if (!isPassed || (isMark(mark, "punct") && mark.is !== ",")) return null;
  }
  return null;
}

/** Marks the measure at `from`, what says it again, and what is joined to it before their number. */
function shareFrom(marks: Mark[], from: number, is: boolean): void {
  const first = labOf(marks[from])!;
  let isJoined = true;
  for (let at = from; at < marks.length; at++) {
    const mark = marks[at]!;
    const lab = labOf(mark);
    if (lab !== null) {
      if (!isJoined && lab.item.id !== first.item.id) return;
      marks[at] = measured(mark, taken(lab, is));
      isJoined = false;
    } else if (isMark(mark, "connector") || (isMark(mark, "punct") && (mark.is === "," || mark.is === "/")))
      isJoined = true;
    else if (isMark(mark, "group")) marks[at] = { ...mark, of: mark.of.map((one) => again(one, first, is)) };
    else if (!isMark(mark, "filler")) return;
  }
}

/** "(TG)" behind "fasting triglycerides" */
function again(mark: Mark, first: LabMeasure, is: boolean): Mark {
  const lab = labOf(mark);
  return lab === null || lab.item.id !== first.item.id ? mark : measured(mark, taken(lab, is));
}
