import type { Offset } from "../../criteria/ranges.schema.ts";
import { isMark, type Mark, type MarkOf, type TimeLink } from "../mark.ts";
import { isEvents } from "../structure/tree-shapes.ts";

/** A length of time; `isPlain`: given without a comparator. */
export type Span = { least?: Offset; most?: Offset; isPlain: boolean };

const han = /\p{Script=Han}/u;
/** An adjective that stands before what happened ("since prior chemotherapy"), not a relation. */
const earlier = /^(?:prior|previous|preceding)$/;
/** Words that may stand between an expression of time and the event that it counts from. */
const longestGap = 4;

const eventKinds = new Set(["drug", "drug-class", "herb", "procedure", "disease", "phenotype"]);

/** A mark that names something which happens on a day. Leaves are made later, so most are still names here. */
export const namesEvent = (mark: Mark | undefined): boolean =>
  (isMark(mark, "concept") && eventKinds.has(mark.kind)) ||
  (isMark(mark, "leaf") && isEvents(mark.tree)) ||
  isMark(mark, "visit");

/**
 * An expression of time in `at..end` that counts from another event and not from a day of the study: "within 6 months
 * after completion of chemotherapy", "末次化疗后6个月内". Null where it is no such thing.
 */
export function linkAt(
  marks: readonly Mark[],
  at: number,
  end: number,
  span: Span,
  folded: string,
): { mark: Mark; next: number } | null {
  const run = marks.slice(at, end);
  const isHan = run.some((mark) => isMark(mark, "relation") && han.test(folded.slice(mark.start, mark.end)));
  return isHan ? linkBehind(marks, at, end, span) : linkAhead(marks, at, end, span, folded);
}

/** English: the anchor stands behind the expression. */
function linkAhead(marks: readonly Mark[], at: number, end: number, span: Span, folded: string) {
  const run = marks.slice(at, end);
  const spanAt = run.findIndex(
    (mark) => isMark(mark, "quantity") || isMark(mark, "bound") || isMark(mark, "time-unit"),
  );
  const behind = run.slice(spanAt + 1);
  const wordOf = (mark: Mark) => folded.slice(mark.start, mark.end);
  const relations = behind.filter(
    (mark): mark is MarkOf<"relation"> => isMark(mark, "relation") && !earlier.test(wordOf(mark)),
  );
  const ends = behind.filter((mark) => isMark(mark, "endpoint"));
  const pickWord = relations.find(({ is }) => is === "last");
  const words = relations.filter(({ is }) => is === "after" || is === "before" || is === "since");
  const isOf = behind.some((mark) => isMark(mark, "filler") && wordOf(mark) === "of");
  const isWithin = run.slice(0, spanAt).some((mark) => isMark(mark, "relation") && mark.is === "within");
  const [word] = words;
  const isFromHere = run.some(
    (mark) => isMark(mark, "relation") && (mark.is === "ago" || mark.is === "for" || mark.is === "next"),
  );
  if (words.length > 1 || isFromHere || !eventFollows(marks, end)) return null;
  const is: TimeLink["is"] | null =
    word !== undefined ? (word.is as TimeLink["is"]) : isOf && (isWithin || !span.isPlain) ? "of" : null;
  if (is === null) return null;
  const limits = limitsOf(span, isWithin);
  if (limits === null) return null;
  const [endpoint] = ends;
  const link: TimeLink = {
    is,
    side: "right",
    ...limits,
    ...(endpoint === undefined ? {} : { point: endpoint.point }),
    ...(pickWord !== undefined ? { pick: "latest", point: "end" } : {}),
    ...(endpoint?.pick === undefined ? {} : { pick: endpoint.pick }),
  };
  return { mark: { start: marks[at]!.start, end: marks[end - 1]!.end, type: "link", link } as Mark, next: end };
}

/** Whether an event is named within a few words of a place. */
function eventFollows(marks: readonly Mark[], from: number): boolean {
  for (let at = from; at < marks.length && at - from < longestGap; at++) {
    const mark = marks[at]!;
    if (namesEvent(mark)) return true;
    const isPassed = isMark(mark, "filler") || isMark(mark, "status") || isMark(mark, "qualifier");
    if (!isPassed && !(isMark(mark, "word") && at - from < 2)) return false;
  }
  return false;
}

/** Chinese: the anchor stands before the expression, "…后6个月内". */
function linkBehind(marks: readonly Mark[], at: number, end: number, span: Span) {
  const first = marks[at];
  if (!isMark(first, "relation") || first.is !== "after") return null;
  let place = at - 1;
  let point: "start" | "end" | undefined;
  while (isMark(marks[place], "filler") || isMark(marks[place], "endpoint")) {
    const mark = marks[place];
    if (isMark(mark, "endpoint")) point = mark.point;
    place--;
  }
  if (!namesEvent(marks[place])) return null;
  let head = place - 1;
  while (isMark(marks[head], "filler") || isMark(marks[head], "qualifier")) head--;
  const opening = marks[head];
  const isWithin = marks.slice(at, end).some((mark) => isMark(mark, "relation") && mark.is === "within");
  const limits = limitsOf(span, isWithin);
  if (limits === null) return null;
  const link: TimeLink = {
    is: "after",
    side: "left",
    ...limits,
    ...(point === undefined ? {} : { point }),
    ...(isMark(opening, "endpoint") ? { point: opening.point } : {}),
    ...(isMark(opening, "endpoint") && opening.pick !== undefined ? { pick: opening.pick } : {}),
  };
  return { mark: { start: first.start, end: marks[end - 1]!.end, type: "link", link } as Mark, next: end };
}

/** "Within 6 months" has no least; "6 months after", without a word for it, may mean either end and is left. */
function limitsOf({ least, most, isPlain }: Span, isWithin: boolean): Pick<TimeLink, "least" | "most"> | null {
  if (isPlain) return isWithin ? { most: most! } : null;
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}
