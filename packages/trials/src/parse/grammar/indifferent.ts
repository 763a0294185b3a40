import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";
import { phrasePattern } from "./fillers.ts";

const either = phrasePattern(
  "\\b(?:with or without|with/without|with and without|with or with out|regardless of|irrespective of|independent of) |(?:伴或不伴|伴有或不伴有|合并或不合并|有或无|不论有无|无论有无|无论是否有?)",
);

/**
 * "NSCLC with or without brain metastases", "regardless of prior chemotherapy": what may be or not asks for nothing, up to
 * the end of the clause or the next thing that is measured, demanded or denied.
 */
export const dropIndifferent: Rule = (given, { folded }) => {
  if (given.length === 0) return [...given];
  const [from, to] = [given[0]!.start, given[given.length - 1]!.end];
  let marks = [...given];
  for (const found of folded.slice(from, to).matchAll(either)) {
    const start = from + found.index;
    const opening = from + found.index + found[0].trimEnd().length;
    const first = marks.findIndex((mark) => mark.start >= start);
    const behind = marks.findIndex((mark) => mark.start >= opening);
    if (first < 0 || behind < 0) continue;
    const last = lastOfClause(marks, behind, folded);
    const { end } = marks[last]!;
    marks = [...marks.slice(0, first), { start, end, type: "filler" }, ...marks.slice(last + 1)];
  }
  return marks;
};

function lastOfClause(marks: readonly Mark[], from: number, folded: string): number {
  let last = from;
  while (last + 1 < marks.length && !isEnd(marks, last + 1, folded)) last++;
  return last;
}

const isEnd = (marks: readonly Mark[], at: number, folded: string): boolean => {
  const mark = marks[at]!;
  if (isMark(mark, "punct") && folded[mark.start] === "、") return !isMark(marks[at + 1], "concept");
  if (isMark(mark, "connector")) return !isNamed(marks[at + 1]) || marks.slice(at + 2, at + 4).some(isNew);
  return isMark(mark, "relation") || isMark(mark, "exception") || isMark(mark, "qualifier") || isNew(mark);
};

const isNamed = (mark: Mark | undefined): boolean =>
  isMark(mark, "concept") || isMark(mark, "filler") || isMark(mark, "word");

/** Begins something else. */
const isNew = (mark: Mark): boolean =>
  isMark(mark, "punct") ||
  isMark(mark, "measure") ||
  isMark(mark, "comparator") ||
  isMark(mark, "number") ||
  isMark(mark, "negation") ||
  isMark(mark, "demand") ||
  isMark(mark, "ruling") ||
  isMark(mark, "sex") ||
  isMark(mark, "state") ||
  isMark(mark, "consent");
