import type { Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf, spanOfMarks } from "../mark.ts";
import { all, any, isEvents, not, type Reading, withWindow } from "./tree-shapes.ts";

type ReadPart = (marks: readonly Mark[], context: RuleContext) => Reading | null;
export type Quantity = MarkOf<"quantifier">["of"];

/** Members of a list joined as its introducing words ask for. */
export function joinMembers(of: Quantity, members: readonly Tree[]): Tree {
  if (of === "all") return all(members);
  return of === "any" || of <= 1 || members.length < of ? any(members) : { kind: "at-least", n: of, of: [...members] };
}

/**
 * "At least two of the following: A, B or C" inside one item. Null where no such words stand there, or no list behind
 * them. What stands before the words is one more demand, unless it only introduces them.
 */
export function readQuantified(marks: readonly Mark[], context: RuleContext, read: ReadPart): Reading | null {
  const at = marks.findIndex((mark) => isMark(mark, "quantifier"));
  const quantifier = marks[at];
  if (!isMark(quantifier, "quantifier")) return null;
  const from = listStart(marks, at, context.folded);
  if (from === null) return null;
  const members = membersOf(marks.slice(from));
  const own = members.map((member) => read(member, { ...context, type: "inclusion" }));
  const isParted = marks.slice(from).some((mark) => isMark(mark, "punct") && (mark.is === ";" || mark.is === "."));
  const readings = isParted ? own : shareTime(own, members[members.length - 1] ?? []);
  const found = readings.filter((one) => one !== null);
  if (found.length < 2) return null;
  const head = marks.slice(0, at);
  // "Contraindication to any of the following": the names are what it is to, and no criteria.
  if (head.some((mark) => isMark(mark, "purpose"))) return wholeText(marks, context);
  // "Any of the following in the previous 6 months: ..."
  const window = marks.slice(0, from).find((mark) => isMark(mark, "window"));
  const isDenied = head.some((mark) => isMark(mark, "negation"));
  const hasOwn = head.some((mark) => isMark(mark, "leaf"));
  const trees = found.map(({ tree }) =>
    isMark(window, "window") && (!hasOwn || isExample(head)) ? withWindow(tree, window.window) : tree,
  );
  const list = joinMembers(quantifier.of, trees);
  const unread = found.flatMap((one) => one.unread);
  if (!hasOwn) {
    const words = head.filter((mark) => isMark(mark, "word"));
    const [first] = words;
    const said = first === undefined ? [] : [{ start: first.start, end: words[words.length - 1]!.end }];
    return { tree: isDenied ? not(any(trees)) : list, unread: [...said, ...unread] };
  }
  const before = read(head, context);
  if (before === null) return { tree: list, unread };
  const told = [...before.unread, ...unread];
  // "No cardiac disease, including any of the following: ...": the members are examples of what stands before.
  if (isExample(head)) {
    const isNone = before.tree.kind === "not";
    const tree = any([before.tree.kind === "not" ? before.tree.of : before.tree, ...trees]);
    return { tree: isNone ? not(tree) : tree, unread: told };
  }
  return { tree: all([before.tree, list]), unread: told };
}

/** "Any of the following: infarction, stroke or angina within 6 months": a time at the end is everybody's. */
function shareTime(readings: readonly (Reading | null)[], last: readonly Mark[]): (Reading | null)[] {
  const at = last.findIndex((mark) => isMark(mark, "window"));
  const window = last[at];
  const isBehind = at > 0 && last.slice(0, at).some((mark) => isMark(mark, "leaf"));
  if (!isMark(window, "window") || !isBehind) return [...readings];
  return readings.map((one, place) =>
    one === null || place === readings.length - 1 || !isEvents(one.tree)
      ? one
      : { ...one, tree: withWindow(one.tree, window.window) },
  );
}

const isExample = (head: readonly Mark[]) =>
  isMark(
    head.findLast((mark) => !isMark(mark, "filler")),
    "example",
  );

function wholeText(marks: readonly Mark[], { text }: RuleContext): Reading {
  const span = spanOfMarks(marks);
  return { tree: { kind: "text", text: text.slice(span.start, span.end) }, unread: [span] };
}

/** Where the list begins: behind a colon, or right behind words that say "following". */
function listStart(marks: readonly Mark[], at: number, folded: string): number | null {
  let place = at + 1;
  const isBetween = (mark: Mark | undefined) =>
    isMark(mark, "filler") || isMark(mark, "word") || isMark(mark, "group") || isMark(mark, "window");
  while (isBetween(marks[place])) place++;
  const mark = marks[place];
  if (isMark(mark, "punct") && (mark.is === ":" || mark.is === ",")) return mark.is === ":" ? place + 1 : null;
  const said = folded.slice(marks[at]!.start, marks[at]!.end);
  return /following|以下|下列|下述|如下/.test(said) ? at + 1 : null;
}

/** Parted by semicolons where there are any, else by commas and "or"; without an "or", "and" parts too. */
function membersOf(marks: readonly Mark[]): Mark[][] {
  const hasSemicolon = marks.some((mark) => isMark(mark, "punct") && mark.is === ";");
  const hasOr = marks.some((mark) => isMark(mark, "connector") && mark.is === "or");
  const parts: Mark[][] = [[]];
  for (const [at, mark] of marks.entries()) {
    const isComma = isMark(marks[at - 1], "punct") && (marks[at - 1] as MarkOf<"punct">).is === ",";
    const isParting = hasSemicolon
      ? isMark(mark, "punct") && mark.is === ";"
      : (isMark(mark, "punct") && (mark.is === "," || mark.is === ".")) ||
        (isMark(mark, "connector") && (mark.is === "or" || !hasOr || isComma));
    if (isParting) parts.push([]);
    else parts[parts.length - 1]!.push(mark);
  }
  return parts
    .map(withoutJoint)
    .filter((part) => part.some((mark) => !isMark(mark, "filler") && !isMark(mark, "punct")));
}

/** "; or" before a member joins and says nothing of it. */
const withoutJoint = (part: Mark[]): Mark[] => {
  const first = part.findIndex((mark) => !isMark(mark, "filler"));
  const inner = isMark(part[first], "connector") ? part.slice(first + 1) : part;
  const last = inner[inner.length - 1];
  return isMark(last, "connector") ? inner.slice(0, -1) : inner;
};
