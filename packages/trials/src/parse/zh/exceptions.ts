import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";
import { endsClause } from "./phrases.ts";

/**
 * "A，但B可以纳入": what a reason to exclude lets in is excepted from it. Alone it lets in and excludes nobody, and stays as it is.
 */
export const exceptPermitted: Rule = (marks, { type, folded }) => {
  const at = marks.findIndex((mark) => isMark(mark, "ruling") && mark.is === "allowed");
  if (type === "inclusion" || at < 0) return marks;
  const out = [...marks];
  const but = out.findLastIndex(
    (mark, place) => place < at && isMark(mark, "connector") && isWord(mark, folded, /但|然而/),
  );
  if (but >= 0) out[but] = { start: out[but]!.start, end: out[but]!.end, type: "punct", is: "," };
  if (!out.slice(0, at).some((mark) => isMark(mark, "punct") && endsClause(mark, folded))) return marks;
  out[at] = { start: out[at]!.start, end: out[at]!.end, type: "exception", sense: "except" };
  return out;
};

const opensAround = /^除(?:了|去|外)?$/;
const closesAround = /^(?:以|之)?外(?:的|其他|其它)*$/;

/**
 * Exceptions in the order that the tree builder reads, "A except B". Chinese has the word behind ("A，B除外"), before
 * ("A，除外B") or around ("除B外，A").
 */
export const orderExceptions: Rule = (marks, { folded }) => {
  const around = readAround(marks, folded);
  if (around !== null) return around;
  const swapped = readExceptedFirst(marks, folded);
  if (swapped !== null) return swapped;
  const at = marks.findIndex(
    (mark, place) => isMark(mark, "exception") && mark.sense === "except" && isBehind(marks, place),
  );
  if (at <= 0) return marks;
  const mark = marks[at]!;
  let from = at - 1;
  while (from >= 0 && !endsClause(marks[from], folded)) from--;
  const own = marks.slice(from + 1, at);
  const rest = marks.slice(at + 1);
  const head = marks.slice(0, Math.max(0, from));
  if (own.length === 0) return marks;
  const isWhole = !head.some(isContent);
  // "白癜风除外" alone in brackets, or with nothing before it, excepts from what stands outside.
  return isWhole ? [mark, ...own, ...rest] : [...head, mark, ...own, ...rest];
};

const isContent = (mark: Mark) => !isMark(mark, "filler") && !isMark(mark, "punct");

/** Whether the word stands behind what it excepts: something before it in its clause and nothing behind. */
function isBehind(marks: readonly Mark[], at: number): boolean {
  const next = marks.slice(at + 1).find((mark) => !isMark(mark, "filler"));
  const isLast = next === undefined || isMark(next, "punct");
  return isLast && marks.slice(0, at).some(isContent);
}

function readAround(marks: readonly Mark[], folded: string): Mark[] | null {
  const open = marks.findIndex((mark) => isWord(mark, folded, opensAround));
  if (open < 0) return null;
  const close = marks.findIndex((mark, at) => at > open + 1 && isWord(mark, folded, closesAround));
  if (close < 0) return null;
  const excepted = marks.slice(open + 1, close);
  let from = close + 1;
  while (isMark(marks[from], "punct") || isMark(marks[from], "filler")) from++;
  let to = from;
  while (to < marks.length && !(isMark(marks[to], "punct") && endsClause(marks[to], folded))) to++;
  const rule = marks.slice(from, to);
  const head = marks.slice(0, open);
  const { start, end } = marks[open]!;
  const exception: Mark = { start, end, type: "exception", sense: "except" };
  if (!rule.some(isContent)) return [...head, exception, ...excepted, ...marks.slice(to)];
  return [...head, ...rule, exception, ...excepted, ...marks.slice(to)];
}

const isWord = (mark: Mark, folded: string, pattern: RegExp) => pattern.test(folded.slice(mark.start, mark.end));

/** "乳腺癌除外的其他肿瘤": what is excepted stands first, what it is excepted from behind. */
function readExceptedFirst(marks: readonly Mark[], folded: string): Mark[] | null {
  const at = marks.findIndex((mark) => isMark(mark, "exception") && folded.slice(mark.start, mark.end) === "除外的");
  if (at < 0) return null;
  let from = at - 1;
  while (from >= 0 && !endsClause(marks[from], folded)) from--;
  let to = at + 1;
  while (to < marks.length && !endsClause(marks[to], folded)) to++;
  const [excepted, rule] = [marks.slice(from + 1, at), marks.slice(at + 1, to)];
  if (!excepted.some(isContent) || !rule.some(isContent)) return null;
  return [...marks.slice(0, from + 1), ...rule, marks[at]!, ...excepted, ...marks.slice(to)];
}
