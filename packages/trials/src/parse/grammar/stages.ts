import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";

const group = /^(0|i{1,3}|iv|[1-4]|ⅰ|ⅱ|ⅲ|ⅳ)([abc][1-3]?)?$/;
const romans = ["0", "I", "II", "III", "IV"];
const signs: Record<string, string> = { ⅰ: "I", ⅱ: "II", ⅲ: "III", ⅳ: "IV" };
const tnm = /^(?:[cyp]{0,2}(t(?:[0-4][abc]?|is|x)))?(n(?:[0-3][abc]?|x))?(m(?:[01][abc]?|x))?$/;

/** Reads stages of tumours: groups behind the word "stage", with lists and ranges, and TNM categories anywhere. */
export const readStages: Rule = (marks, context) => {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    if (isMark(mark, "stage-word")) {
      const found = groupsFrom(marks, at + 1, context.folded);
      if (found !== null) {
        const end = marks[found.last]!.end;
        out.push({ start: mark.start, end, type: "leaf", tree: { kind: "stage", groups: found.groups } });
        at = found.last;
        continue;
      }
      out.push({ start: mark.start, end: mark.end, type: "word" });
      continue;
    }
    const category = isMark(mark, "word") ? tnmOf(context.folded.slice(mark.start, mark.end)) : null;
    out.push(category === null ? mark : { start: mark.start, end: mark.end, type: "leaf", tree: category });
  }
  return out;
};

function tnmOf(word: string) {
  if (word.length < 2) return null;
  const found = tnm.exec(word);
  if (found === null || (found[1] ?? found[2] ?? found[3]) === undefined) return null;
  const [t, n, m] = [found[1], found[2], found[3]].map((one) => (one === undefined ? undefined : capitalised(one)));
  return {
    kind: "stage" as const,
    ...(t === undefined ? {} : { t: [t] }),
    ...(n === undefined ? {} : { n: [n] }),
    ...(m === undefined ? {} : { m: [m] }),
  };
}
const capitalised = (category: string) => category[0]!.toUpperCase() + category.slice(1);

function groupOf(marks: readonly Mark[], at: number, folded: string): { name: string; last: number } | null {
  const mark = marks[at];
  if (mark === undefined || isMark(mark, "punct") || isMark(mark, "leaf")) return null;
  let end = mark.end;
  let last = at;
  const next = marks[at + 1];
  if (isMark(mark, "number") && next !== undefined && next.start === mark.end && isMark(next, "word")) {
    end = next.end;
    last = at + 1;
  }
  const found = group.exec(folded.slice(mark.start, end));
  if (found === null) return null;
  const base = /^\d$/.test(found[1]!) ? romans[Number(found[1])]! : (signs[found[1]!] ?? found[1]!.toUpperCase());
  return { name: base + (found[2] ?? "").toUpperCase(), last };
}

function groupsFrom(marks: readonly Mark[], from: number, folded: string): { groups: string[]; last: number } | null {
  let place = from;
  while (place - from < 2 && isMark(marks[place], "filler") && groupOf(marks, place, folded) === null) place++;
  const first = groupOf(marks, place, folded);
  if (first === null) return null;
  const groups = [first.name];
  let last = first.last;
  for (;;) {
    let next = last + 1;
    let isRange = false;
    while (next - last <= 3 && isJoint(marks[next])) {
      if (isMark(marks[next], "range")) isRange = true;
      next++;
    }
    if (next === last + 1) break;
    const more = groupOf(marks, next, folded);
    if (more === null) break;
    if (isRange) groups.push(...between(groups[groups.length - 1]!, more.name));
    groups.push(more.name);
    last = more.last;
  }
  return { groups: [...new Set(groups)], last };
}

const isJoint = (mark: Mark | undefined) =>
  isMark(mark, "connector") ||
  isMark(mark, "range") ||
  isMark(mark, "stage-word") ||
  (isMark(mark, "punct") && (mark.is === "," || mark.is === "/"));

const baseOf = (name: string) => romans.indexOf(name.replace(/[A-C]\d?$/, ""));

/** Groups strictly between two: I to IV gives II and III; IB to IIIA gives II and, of the last, nothing more. */
function between(from: string, to: string): string[] {
  return romans.slice(baseOf(from) + 1, Math.max(baseOf(to), 0));
}
