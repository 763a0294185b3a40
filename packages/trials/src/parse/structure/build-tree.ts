import type { Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark, spanOfMarks } from "../mark.ts";
import { readException } from "./exceptions.ts";
import { readList } from "./lists.ts";
import { all, any, not, type Reading } from "./tree-shapes.ts";

/**
 * The tree of a stretch of marks. Sentences and semicolons join as all (inclusion) or any (exclusion); inside, exceptions
 * bind weakest, then "or", then "and"; words that no table knows become text beside what was read.
 */
export function buildTree(marks: readonly Mark[], context: RuleContext): Reading {
  const parts = splitSentences(marks);
  const kept = parts.length > 1 ? parts.filter((part) => !isPermission(part)) : parts;
  const aside = parts.filter((part) => !kept.includes(part)).map(spanOfMarks);
  const readings = kept.map((part) => readRuling(part, context)).filter((one) => one !== null);
  if (readings.length === 0) return { tree: wholeText(marks, context), unread: [] };
  const join = context.type === "inclusion" ? all : any;
  return {
    tree: join(readings.map(({ tree }) => tree)),
    unread: [...readings.flatMap(({ unread }) => unread), ...aside],
  };
}

/**
 * "Women of childbearing potential must ...": whom a demand is for stands before it. The demand then holds for them only:
 * in an inclusion "not one of them, or what is demanded"; in an exclusion "one of them, and not what is demanded".
 */
function readDemand(marks: readonly Mark[], context: RuleContext): Reading | null {
  const at = marks.findIndex((mark) => isMark(mark, "demand"));
  const whom = at > 0 ? marks.slice(0, at) : [];
  const isGroupOfPeople = whom.some(isPeople) && whom.every((mark) => isPeople(mark) || isAround(mark));
  if (!isGroupOfPeople) return readException(marks, context, readList);
  const left = readList(whom, context);
  const right = readException(marks.slice(at + 1), context, readList);
  if (left === null || right === null) return left ?? right;
  const unread = [...left.unread, ...right.unread];
  if (context.type === "inclusion") return { tree: any([not(left.tree), right.tree]), unread };
  return { tree: all([left.tree, not(right.tree)]), unread };
}

const isPeople = (mark: Mark) =>
  isMark(mark, "leaf") && (mark.tree.kind === "reproduction" || mark.tree.kind === "sex");
const isAround = (mark: Mark) =>
  isMark(mark, "filler") || isMark(mark, "punct") || isMark(mark, "connector") || isMark(mark, "status");

/** "... are allowed" takes nobody out and lets nobody in: it is noted, where it is not all that is said. */
const isPermission = (marks: readonly Mark[]) => marks.some((mark) => isMark(mark, "ruling") && mark.is === "allowed");

/** "Patients with X are excluded": among inclusion criteria that denies X. */
function readRuling(marks: readonly Mark[], context: RuleContext): Reading | null {
  const at = marks.findIndex((mark) => isMark(mark, "ruling") && mark.is === "excluded");
  if (at < 0) return readDemand(marks, context);
  const rest = marks.filter((_, place) => place !== at);
  const reading = readDemand(rest, { ...context, type: "exclusion" });
  if (reading === null || context.type === "exclusion" || reading.tree.kind === "text") return reading;
  return { tree: not(reading.tree), unread: reading.unread };
}

function splitSentences(marks: readonly Mark[]): Mark[][] {
  const parts: Mark[][] = [[]];
  for (const mark of marks) {
    if (isMark(mark, "punct") && (mark.is === ";" || mark.is === ".")) parts.push([]);
    else parts[parts.length - 1]!.push(mark);
  }
  return parts.filter((part) => part.some((mark) => !isMark(mark, "filler") && !isMark(mark, "punct")));
}

const wholeText = (marks: readonly Mark[], { text }: RuleContext): Tree => ({
  kind: "text",
  text: marks.length === 0 ? "" : text.slice(spanOfMarks(marks).start, spanOfMarks(marks).end),
});
