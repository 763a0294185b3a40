import type { Rule } from "../language.ts";
import { isMark, type Mark, type MarkOf, type TimeUnit } from "../mark.ts";
import { hanNumerals } from "./numerals.ts";

const inclusive =
  /^[(\s]*(?:均|都|皆)?(不?)(?:含|包括|包含)[\d.\s、,，和与及或]*(?:周?岁|天|个?月|年|分|级|%)*[\d.\s、,，和与及或]*(?:周?岁|天|个?月|年|分|级|%)*(?:本数|该值|此值|两?端(?:点|值)?|边界值?|临界值?|界值|上下限|等号)*[)\s]*$/;

/**
 * "18周岁以上（含18周岁）": what a bracket says of the ends. "Including" is what a bound means anyway and goes;
 * "不含" makes the bound before it exclusive.
 */
export const readInclusiveness: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  for (const mark of marks) {
    const found = isMark(mark, "group") ? inclusive.exec(folded.slice(mark.start, mark.end)) : null;
    if (found === null) {
      out.push(mark);
      continue;
    }
    const last = out[out.length - 1];
    if (found[1] !== "" && isMark(last, "comparator") && last.place === "after") {
      out[out.length - 1] = { ...last, op: last.op.startsWith(">") ? ">" : "<" };
    }
  }
  return out;
};

/** "正常值上限的3倍" is read as "3倍正常值上限". */
export const putLimitsBehind: Rule = (marks) => {
  // "2倍正常值" means the upper limit; "正常值" without a number of times names no limit.
  const out = marks.map((mark, at): Mark => {
    if (!isMark(mark, "limit") || mark.side !== "normal") return mark;
    return isMark(marks[at - 1], "times")
      ? { ...mark, side: "upper" }
      : { start: mark.start, end: mark.end, type: "word" };
  });
  for (let at = 0; at < out.length; at++) {
    const limit = out[at]!;
    if (!isMark(limit, "limit") || limit.side === "normal") continue;
    const place = isMark(out[at + 1], "filler") ? at + 2 : at + 1;
    if (!isMark(out[place], "number") || !isMark(out[place + 1], "times")) continue;
    const isTaken = out.slice(Math.max(0, at - 2), at).some((mark) => isMark(mark, "number"));
    if (isTaken) continue;
    const [number, times] = [out[place]!, out[place + 1]!];
    const span = { start: limit.start, end: times.end };
    out.splice(at, place + 2 - at, { ...number, start: span.start }, { ...limit, ...span, start: times.start });
  }
  return out;
};

const numeralValues = new Map(hanNumerals);

/**
 * Lines of therapy: "至少一线", "2线及以上", "不超过三线". The word goes before number and comparator, where a measure
 * stands; without a comparator nothing is counted ("一线治疗失败").
 */
export const readLines: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    const number = numberOf(mark, folded);
    const lines = marks[at + 1];
    const isLines = isMark(lines, "measure") && lines.measure.of === "lines";
    if (number === null || !isLines) {
      out.push(mark);
      continue;
    }
    const behind = marks[at + 2];
    if (isMark(behind, "comparator") && behind.place === "after") out.push(lines, number);
    else {
      const place = comparatorBefore(out);
      if (place !== null) {
        out.splice(place, 0, lines);
        out.push(number);
        at++;
        continue;
      }
      out.push({ start: mark.start, end: lines.end, type: "word" });
    }
    at++;
  }
  return out;
};

function numberOf(mark: Mark, folded: string): MarkOf<"number"> | null {
  if (isMark(mark, "number")) return mark;
  if (!isMark(mark, "word")) return null;
  const value = numeralValues.get(folded.slice(mark.start, mark.end));
  return value === undefined ? null : { start: mark.start, end: mark.end, type: "number", value, form: "word" };
}

function comparatorBefore(out: readonly Mark[]): number | null {
  let at = out.length - 1;
  while ((isMark(out[at], "filler") || isMark(out[at], "status")) && out.length - at <= 2) at--;
  return isMark(out[at], "comparator") ? at : null;
}

/** "PT≤ULN+4秒": seconds above a limit are no multiple of it; the words stay words. Points and grades count nothing. */
export const dropPoints: Rule = (marks) => {
  const out: Mark[] = [];
  for (const [at, mark] of marks.entries()) {
    const isPoint = isMark(mark, "unit") && mark.ucum === "{score}";
    if (isPoint && at > 0) continue;
    const plus = marks[at + 1];
    const isRaised =
      isMark(mark, "limit") &&
      plus !== undefined &&
      (isMark(plus, "result") || isMark(plus, "comparator")) &&
      plus.end - plus.start === 1 &&
      isMark(marks[at + 2], "number");
    out.push(isRaised ? { start: mark.start, end: mark.end, type: "word" } : mark);
  }
  return out;
};

/** "T值≤-2.5": a dash that touches comparator and number is a sign. */
export const readSigns: Rule = (marks) => {
  const out: Mark[] = [];
  for (const mark of marks) {
    const dash = out[out.length - 1];
    const isSign =
      isMark(mark, "number") &&
      isMark(dash, "range") &&
      dash.end === mark.start &&
      dash.end - dash.start === 1 &&
      isMark(out[out.length - 2], "comparator") &&
      out[out.length - 2]!.end === dash.start;
    if (!isSign) {
      out.push(mark);
      continue;
    }
    out[out.length - 1] = { ...mark, start: dash.start, value: -mark.value };
  }
  return out;
};

/** How many of the smaller unit a larger one has, where that is a whole number. */
const parts: Record<string, { unit: TimeUnit; count: number }> = {
  "year month": { unit: "month", count: 12 },
  "week day": { unit: "day", count: 7 },
  "day hour": { unit: "hour", count: 24 },
};

/** "6个月至12周岁": both ends of a range in the smaller of their units. */
export const alignTimes: Rule = (marks) => {
  const out = [...marks];
  for (let at = 2; at + 2 < out.length; at++) {
    const [low, lowUnit, joint, high, highUnit] = out.slice(at - 2, at + 3);
    const isRange =
      isMark(low, "number") &&
      isMark(lowUnit, "time-unit") &&
      isMark(joint, "range") &&
      isMark(high, "number") &&
      isMark(highUnit, "time-unit");
    if (!isRange) continue;
    const part = parts[`${highUnit.unit} ${lowUnit.unit}`];
    if (part === undefined) continue;
    out[at + 1] = { ...high, value: high.value * part.count };
    out[at + 2] = { ...highUnit, unit: part.unit };
  }
  return out;
};
