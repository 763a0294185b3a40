import type { Offset, Window } from "../../criteria/ranges.schema.ts";
import type { Rule } from "../language.ts";
import { isMark, type Mark, type MarkOf, type TimeUnit } from "../mark.ts";
import { linkAt, type Span } from "./links.ts";

type RelationWord = MarkOf<"relation">["is"];

/** Largest number of marks of one expression of time. */
const longestRun = 12;

/** The length of time that a quantity or bound gives, as the least and the most of it. */
function spanOf(mark: Mark | undefined): Span | null {
  if (isMark(mark, "quantity") && mark.unit.of === "time") {
    const one: Offset = { value: mark.value, unit: mark.unit.unit };
    return { least: one, most: one, isPlain: true };
  }
  if (!isMark(mark, "bound") || mark.bound.unit.of !== "time") return null;
  const { range, unit } = mark.bound;
  const time = unit.unit as TimeUnit;
  return {
    ...(range.min === undefined ? {} : { least: { value: range.min, unit: time } }),
    ...(range.max === undefined ? {} : { most: { value: range.max, unit: time } }),
    isPlain: false,
  };
}

const isPart = (mark: Mark | undefined) =>
  isMark(mark, "relation") || isMark(mark, "anchor") || isMark(mark, "filler") || isMark(mark, "endpoint");

/**
 * Joins expressions of time into windows around the index date. The order of their parts does not matter, so that
 * "within 4 weeks before randomisation" and "随机前4周内" are read alike. Relations to a day of the study without a
 * length of time ("prior to enrolment") say nothing that the index date does not, and become fillers.
 */
export const joinWindows: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  let at = 0;
  while (at < marks.length) {
    const run = runAt(marks, at, folded);
    if (run === null) {
      out.push(marks[at]!);
      at++;
      continue;
    }
    out.push(run.mark);
    at = run.next;
  }
  return out.flatMap((mark) => (isMark(mark, "group") && isTimeAlone(mark.of) ? mark.of : [mark]));
};

/** "(within the last 6 months)" says when what stands before it was. */
const isTimeAlone = (marks: readonly Mark[]) =>
  marks.some((mark) => isMark(mark, "window")) &&
  marks.every((mark) => isMark(mark, "window") || isMark(mark, "filler") || isMark(mark, "punct"));

function runAt(marks: readonly Mark[], at: number, folded: string): { mark: Mark; next: number } | null {
  const first = marks[at];
  if (spanOf(first) === null && !isMark(first, "relation") && !isMark(first, "anchor")) return null;
  let span: Span | null = null;
  let end = at;
  let last = at - 1;
  const relations: RelationWord[] = [];
  let hasAnchor = false;
  while (end < marks.length && end - at < longestRun) {
    const mark = marks[end]!;
    const own = spanOf(mark);
    if (own !== null) {
      if (span !== null) break;
      span = own;
      last = end;
    } else if (isMark(mark, "time-unit") && span === null && relations.includes("last")) {
      const one: Offset = { value: 1, unit: mark.unit };
      span = { least: one, most: one, isPlain: true };
      last = end;
    } else if (isMark(mark, "relation") && mark.is === "for" && span !== null) {
      break;
    } else if (isMark(mark, "relation")) {
      relations.push(mark.is);
      last = end;
    } else if (isMark(mark, "anchor")) {
      hasAnchor = true;
      last = end;
    } else if (!isPart(mark)) break;
    end++;
  }
  if (span === null) return bareRelation(marks, at, last, relations, hasAnchor);
  const link = hasAnchor ? null : linkAt(marks, at, end, span, folded);
  if (link !== null) return link;
  // "≤ 14 days of randomisation" has no word for "within".
  const isOfAnchor = hasAnchor && relations.length === 0 && span.least === undefined;
  const window = windowOf(span, isOfAnchor ? ["within"] : relations);
  if (window === null) return null;
  return { mark: { start: first!.start, end: marks[last]!.end, type: "window", window }, next: last + 1 };
}

function bareRelation(marks: readonly Mark[], at: number, last: number, relations: RelationWord[], hasAnchor: boolean) {
  const first = marks[at]!;
  if (hasAnchor) {
    const isFuture = relations.includes("after") || relations.includes("during") || relations.includes("next");
    if (isFuture && relations[0] === "after") return null;
    return { mark: { start: first.start, end: marks[last]!.end, type: "filler" } as Mark, next: last + 1 };
  }
  if (relations.length === 1 && relations[0] === "for") {
    return { mark: { start: first.start, end: first.end, type: "filler" } as Mark, next: at + 1 };
  }
  return null;
}

const before = (offset: Offset): Offset => ({ value: -offset.value, unit: offset.unit });
const indexDay: Offset = { value: 0, unit: "day" };

function windowOf(span: Span, relations: readonly RelationWord[]): Window | null {
  const has = (is: RelationWord) => relations.includes(is);
  if (relations.length === 0) return null;
  const isAfter = (has("after") || has("next")) && !has("before") && !has("last");
  // "At least 40 days since the last dose", where no name stands behind it, says of what stands elsewhere that it is over.
  if (has("since") && !has("for") && span.most === undefined) return null;
  if (has("within") || has("last") || (has("since") && !has("for"))) {
    const most = span.most ?? span.least!;
    if (isAfter) return { from: indexDay, to: most };
    return { from: before(most), to: indexDay };
  }
  if (isAfter) return null;
  if (has("before") || has("ago")) {
    if (span.isPlain) return has("ago") ? { to: before(span.least!) } : { from: before(span.most!), to: indexDay };
    if (span.least !== undefined && span.most !== undefined) return { from: before(span.most), to: before(span.least) };
    if (span.least !== undefined) return { to: before(span.least), ...(has("for") ? { part: "start" } : {}) };
    return { from: before(span.most!), to: indexDay };
  }
  if (has("for") || has("since")) {
    if (span.least !== undefined && span.most !== undefined && !span.isPlain) {
      return { from: before(span.most), to: before(span.least), part: "start" };
    }
    if (span.least !== undefined) return { to: before(span.least), part: "start" };
    return { from: before(span.most!), to: indexDay, part: "start" };
  }
  if (has("during")) return { from: before(span.most ?? span.least!), to: indexDay };
  return null;
}
