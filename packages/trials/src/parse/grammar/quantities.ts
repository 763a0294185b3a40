import type { Rule } from "../language.ts";
import { isMark, type Mark, type TimeUnit, type UnitOfNumber } from "../mark.ts";

/** Marks that may stand between a number and the limit it multiplies ("3 times the institutional upper limit"). */
const isBetween = (mark: Mark | undefined) => isMark(mark, "filler") || isMark(mark, "times");

/** Joins numbers with what they count: a unit, a length of time, multiples of a laboratory's limit. */
export const joinQuantities: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    if (mark.type === "limit" && mark.side !== "normal") {
      // "ULN + 4 seconds" is no multiple of the limit.
      const sign = marks[at + 1];
      if (isMark(sign, "comparator") && sign.place === "after" && isMark(marks[at + 2], "number")) {
        out.push({ start: mark.start, end: sign.end, type: "word" });
        at++;
        continue;
      }
      const before = out[out.length - 1];
      // "the ULN", where no number stands before it, is one time the limit.
      if (before?.type !== "quantity" || before.unit.of !== "limit") {
        out.push({
          start: mark.start,
          end: mark.end,
          type: "quantity",
          value: 1,
          unit: { of: "limit", side: mark.side },
        });
      }
      continue;
    }
    if (mark.type !== "number" || mark.form === "ordinal" || mark.form === "roman") {
      out.push(mark);
      continue;
    }
    const value = mark.exponent === undefined ? mark.value : mark.value * 10 ** mark.exponent;
    const { unit, last } = unitBehind(marks, at, folded);
    out.push({ start: mark.start, end: marks[last]!.end, type: "quantity", value, unit });
    at = last;
  }
  return out;
};

/** "6-36 months of age": the name of the measure begins with the unit. */
function ageUnit(mark: Mark | undefined, folded: string): TimeUnit | null {
  if (!isMark(mark, "measure") || mark.measure.of !== "age") return null;
  const found = /^(year|month|week|day)s?\b/.exec(folded.slice(mark.start, mark.end));
  return found === null ? null : (found[1] as TimeUnit);
}

const longestNormal = 40;
/** "2.5 x normal" */
const timesNormal =
  /^\s?(?:x|×|\*|times|fold)\s?(?:the\s|institutional\s|laboratory\s)*normal(?:\s(?:value|range|level)s?)?\b(?!\s(?:limit|upper))/;

function unitBehind(marks: readonly Mark[], at: number, folded: string): { unit: UnitOfNumber; last: number } {
  let next = at + 1;
  while (isMark(marks[next], "unit") && (marks[next] as { ucum: string }).ucum === "{score}") next++;
  const behind = marks[next];
  if (isMark(behind, "unit")) {
    // "1.5 mg/dL", and the limit in "2.5% x ULN" does not occur.
    return { unit: { of: "ucum", ucum: behind.ucum }, last: next };
  }
  let place = next;
  while (place - next < 6 && isBetween(marks[place])) place++;
  const limit = marks[place];
  if (isMark(limit, "limit") && limit.side !== "normal")
    return { unit: { of: "limit", side: limit.side }, last: place };
  const normal = timesNormal.exec(folded.slice(marks[at]!.end, marks[at]!.end + longestNormal));
  if (normal !== null) {
    const end = marks[at]!.end + normal[0].length;
    return { unit: { of: "limit", side: "upper" }, last: marks.findLastIndex((mark) => mark.end <= end) };
  }
  const time = isMark(behind, "filler") && isMark(marks[next + 1], "time-unit") ? marks[next + 1] : behind;
  if (isMark(time, "time-unit") && time.isRate !== true) {
    return { unit: { of: "time", unit: time.unit }, last: time === behind ? next : next + 1 };
  }
  const age = ageUnit(behind, folded);
  return { unit: age === null ? { of: "none" } : { of: "time", unit: age }, last: next - 1 };
}
