import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";

const group = /^(0|i{1,3}|iv|ⅰ|ⅱ|ⅲ|ⅳ)([abc][1-3]?)?$/;
const romans = ["0", "I", "II", "III", "IV"];
const signs: Record<string, string> = { ⅰ: "I", ⅱ: "II", ⅲ: "III", ⅳ: "IV" };
const stagesOfOneOrgan = /(?:bclc|cnlc|masaoka|ckd|binet|rai)$/;

/**
 * Stages as Chinese writes them: the word stands behind the group ("ⅢB/ⅢC/Ⅳ期"), before it ("TNM分期为Ⅱ～ⅢA") or on both
 * sides. Letters alone (BCLC) are stages of one organ and stay words. What is left of "期" says nothing.
 */
export const readStagesBehind: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const run = runAt(marks, at, folded);
    if (run === null) {
      const mark = marks[at]!;
      out.push(isMark(mark, "stage-word") ? { start: mark.start, end: mark.end, type: "filler" } : mark);
      continue;
    }
    const end = marks[run.last]!.end;
    out.push({ start: marks[at]!.start, end, type: "leaf", tree: { kind: "stage", groups: run.groups } });
    at = run.last;
  }
  return out;
};

function nameOf(mark: Mark | undefined, folded: string): string | null {
  if (!isMark(mark, "word")) return null;
  const found = group.exec(folded.slice(mark.start, mark.end));
  if (found === null) return null;
  const base = signs[found[1]!] ?? found[1]!.toUpperCase();
  return base + (found[2] ?? "").toUpperCase();
}

function runAt(marks: readonly Mark[], from: number, folded: string): { groups: string[]; last: number } | null {
  let at = from;
  let hasWord = false;
  while (isMark(marks[at], "stage-word")) {
    hasWord = true;
    at++;
    if (isMark(marks[at], "filler") && nameOf(marks[at + 1], folded) !== null) at++;
  }
  const first = nameOf(marks[at], folded);
  if (first === null) return null;
  if (stagesOfOneOrgan.test(folded.slice(Math.max(0, marks[from]!.start - 12), marks[from]!.start).trim())) return null;
  const groups = [first];
  let last = at;
  for (;;) {
    let next = last + 1;
    let isRange = false;
    while (next - last <= 4 && (isJoint(marks[next]) || isDash(marks[next], folded))) {
      if (isMark(marks[next], "stage-word")) {
        hasWord = true;
        last = next;
      }
      if (isMark(marks[next], "range") || isDash(marks[next], folded)) isRange = true;
      next++;
    }
    const more = nameOf(marks[next], folded);
    if (more === null) break;
    if (isRange) groups.push(...between(groups[groups.length - 1]!, more));
    groups.push(more);
    last = next;
  }
  return hasWord ? { groups: [...new Set(groups)], last } : null;
}

const isDash = (mark: Mark | undefined, folded: string) =>
  isMark(mark, "filler") && /^[-~]$/.test(folded.slice(mark.start, mark.end));

const isJoint = (mark: Mark | undefined) =>
  isMark(mark, "connector") ||
  isMark(mark, "range") ||
  isMark(mark, "stage-word") ||
  (isMark(mark, "punct") && (mark.is === "," || mark.is === "/"));

const placeOf = (name: string) => romans.indexOf(name.replace(/[A-C]\d?$/, ""));

/** Groups strictly between two: I to IV gives II and III. */
const between = (from: string, to: string) => romans.slice(placeOf(from) + 1, Math.max(placeOf(to), 0));

const categories =
  /[cyp]{0,2}t([0-4](?:[a-d]|is)?)(?:[-~]t?([0-4][a-d]?))?(?:n([0-3x][a-c]?)(?:[-~]n?([0-3][a-c]?))?)?(?:m([01x][a-c]?)(?:[-~]m?([01][a-c]?))?)?(?![a-z\d])/y;

/** "T1-2N0M0", "cT3～T4a": categories written together or as a range. */
export const readCategories: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    categories.lastIndex = mark.start;
    const found = isMark(mark, "word") ? categories.exec(folded) : null;
    const last = found === null ? -1 : marks.findIndex(({ end }) => end === categories.lastIndex);
    const isRange = found !== null && (found[2] ?? found[4] ?? found[6]) !== undefined;
    if (found === null || last < at || !isRange) {
      out.push(mark);
      continue;
    }
    const [t, n, m] = [oneOf("T", found[1], found[2]), oneOf("N", found[3], found[4]), oneOf("M", found[5], found[6])];
    const tree = {
      kind: "stage" as const,
      ...(t === null ? {} : { t }),
      ...(n === null ? {} : { n }),
      ...(m === null ? {} : { m }),
    };
    out.push({ start: mark.start, end: categories.lastIndex, type: "leaf", tree });
    at = last;
  }
  return out;
};

/** Categories from one to another; the numbers between have no letters. */
function oneOf(letter: "T" | "N" | "M", from: string | undefined, to: string | undefined): string[] | null {
  if (from === undefined) return null;
  if (to === undefined) return [letter + from];
  const between: string[] = [];
  for (let number = Number(from[0]) + 1; number < Number(to[0]); number++) between.push(`${letter}${number}`);
  return [letter + from, ...between, letter + to];
}
