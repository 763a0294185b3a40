import type { Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark, spanOfMarks, wordsOf } from "../mark.ts";
import { readException } from "./exceptions.ts";
import { readList } from "./lists.ts";
import { readQuantified } from "./quantified.ts";
import { hasNumbers } from "./tree-kinds.ts";
import { all, any, isEvents, not, type Reading } from "./tree-shapes.ts";

/**
 * The tree of a stretch of marks. A list inside it ("at least two of: ...") comes first. Sentences and semicolons join as all (inclusion) or any (exclusion); inside, exceptions
 * bind weakest, then "or", then "and"; words that no table knows become text beside what was read.
 */
export function buildTree(marks: readonly Mark[], context: RuleContext): Reading {
  return readQuantified(marks, context, readSentences) ?? readSentences(marks, context);
}

function readSentences(marks: readonly Mark[], context: RuleContext): Reading {
  const parts = splitSentences(marks, context);
  const kept = parts.filter((part) => !isPermission(part) || (parts.length === 1 && !isLeave(part, context)));
  const aside = parts.filter((part) => !kept.includes(part)).map(spanOfMarks);
  const readings = kept.flatMap((part) => {
    const reading = readRuling(part, context);
    return reading === null ? [] : [{ ...reading, isOther: isMark(part[0], "connector") && part[0].is === "or" }];
  });
  if (readings.length === 0) return { tree: wholeText(marks, context), unread: [] };
  const join = context.type === "inclusion" ? all : any;
  return {
    tree: join(readings.reduce(joinOther, [])),
    unread: [...readings.flatMap(({ unread }) => unread), ...aside],
  };
}

/** "Bilirubin ≤ ULN; or bilirubin ≤ 3 x ULN with Gilbert's syndrome": a sentence that "or" opens is another way. */
const joinOther = (trees: Tree[], { tree, isOther }: Reading & { isOther: boolean }): Tree[] =>
  isOther && trees.length > 0 ? [...trees.slice(0, -1), any([trees[trees.length - 1]!, tree])] : [...trees, tree];

/** "Must not be pregnant" among reasons to exclude: who is, is excluded. */
function withoutDemand(marks: readonly Mark[], { type, folded }: RuleContext): readonly Mark[] {
  const first = marks.findIndex((mark) => !isMark(mark, "filler"));
  const opening = marks[first];
  const isDenied = type === "exclusion" && opening !== undefined && isMark(opening, "negation");
  if (!isDenied || !isDemanding(opening, folded)) return marks;
  return marks.filter((_, at) => at !== first);
}

/**
 * "Women of childbearing potential must ...": whom a demand is for stands before it. The demand then holds for them only:
 * in an inclusion "not one of them, or what is demanded"; in an exclusion "one of them, and not what is demanded".
 */
function readDemand(marks: readonly Mark[], context: RuleContext): Reading | null {
  const demand = demandIn(marks, context);
  if (demand === null) return readException(withoutDemand(marks, context), context, readList);
  const left = readPeople(demand.whom, context);
  const right = readDemanded(demand.rest, context);
  if (left === null || right === null) return left ?? right;
  const unread = [...left.unread, ...right.unread];
  if (context.type === "inclusion") return { tree: any([not(left.tree), right.tree]), unread };
  return { tree: all([left.tree, demand.isBoth === true ? right.tree : not(right.tree)]), unread };
}

/** "Must not be nursing": the words demand and deny. */
const isDemanding = (mark: Mark, folded: string) =>
  isMark(mark, "demand") ||
  (isMark(mark, "negation") && /^(?:must|should|may|can) ?not/.test(folded.slice(mark.start, mark.end)));

/** "... and must be B or C": what each "must" demands holds on its own. */
function readDemanded(marks: readonly Mark[], context: RuleContext): Reading | null {
  const at = marks.findIndex(
    (mark, place) => isMark(mark, "connector") && mark.is === "and" && isMark(marks[place + 1], "demand"),
  );
  if (at < 0) return readException(marks, context, readList);
  const left = readException(marks.slice(0, at), context, readList);
  const right = readDemanded(marks.slice(at + 2), context);
  if (left === null || right === null) return left ?? right;
  return { tree: all([left.tree, right.tree]), unread: [...left.unread, ...right.unread] };
}

/** "Women of childbearing potential and men": whoever is one of them. */
function readPeople(marks: readonly Mark[], context: RuleContext): Reading | null {
  const at = marks.findIndex((mark) => isMark(mark, "connector") && mark.is === "and");
  const groups = at < 0 ? [marks] : [marks.slice(0, at), marks.slice(at + 1)];
  const readings = groups.map((group) => readList(group, context)).filter((one) => one !== null);
  // "Women of childbearing potential and men", "WOCBP and males"
  const hasSexes =
    readings.length > 1 && groups.every((group) => group.some(isPeople)) && groups.some((group) => group.some(isMen));
  if (!hasSexes) return readList(marks, context);
  return { tree: any(readings.map(({ tree }) => tree)), unread: readings.flatMap(({ unread }) => unread) };
}

const isMen = (mark: Mark) => isMark(mark, "leaf") && mark.tree.kind === "sex" && mark.tree.is.includes("male");

type Demand = { whom: readonly Mark[]; rest: readonly Mark[]; isBoth?: boolean };

/** "X must ...", and in an inclusion "for X, ..." and "... for X" too. */
function demandIn(marks: readonly Mark[], { type, folded }: RuleContext): Demand | null {
  const at = marks.findIndex((mark) => isDemanding(mark, folded));
  if (at > 0 && arePeople(marks.slice(0, at))) {
    return { whom: marks.slice(0, at), rest: marks.slice(isMark(marks[at], "demand") ? at + 1 : at) };
  }
  const isFor = (mark: Mark) => isMark(mark, "filler") && /^(?:for|in|if)$/.test(folded.slice(mark.start, mark.end));
  const end = marks.findIndex((mark) => isMark(mark, "punct") && (mark.is === "," || mark.is === ":"));
  const opening = marks.slice(0, Math.max(end, 0));
  const isOpened = opening.length > 0 && (isFor(opening[0]!) || (isMark(marks[end], "punct") && marks[end].is === ":"));
  const rest = marks.slice(end + 1);
  const isIf = opening.some(
    (mark) => isMark(mark, "filler") && /^(?:if|in case of)$/.test(folded.slice(mark.start, mark.end)),
  );
  // "If female, pregnant": among reasons to exclude, both.
  if (type === "exclusion")
    return isIf && arePeople(opening) && !isEmpty(rest) ? { whom: opening, rest, isBoth: true } : null;
  if (isOpened && arePeople(opening) && !isEmpty(rest)) return { whom: opening, rest };
  const from = marks.findLastIndex(isFor);
  const before = marks.slice(0, Math.max(from, 0));
  const isLimited = from > 0 && folded.slice(marks[from]!.start, marks[from]!.end) === "if" && isThreshold(before);
  if (isLimited && isPatients(marks.slice(from))) return { whom: marks.slice(from), rest: before };
  const isState = from > 0 && before.some(isDemanded) && !before.some((mark) => isPeople(mark) && !isDemanded(mark));
  const isSaid = isState && arePeople(marks.slice(from));
  return isSaid ? { whom: marks.slice(from), rest: before } : null;
}

/** "INR ≤ 3.0 if taking warfarin": whom a threshold is for. */
const isThreshold = (marks: readonly Mark[]): boolean =>
  !marks.some((mark) => isMark(mark, "connector")) && marks.some(isMeasured);
const isMeasured = (mark: Mark): boolean => isMark(mark, "leaf") && hasNumbers(mark.tree);
const isPatients = (marks: readonly Mark[]): boolean =>
  marks.some((mark) => isMark(mark, "leaf")) &&
  marks.every((mark) => (isMark(mark, "leaf") ? isEvents(mark.tree) : isAround(mark)));

/** What is asked of some people only: a test, contraception. A diagnosis "in women" is asked of all. */
const isDemanded = (mark: Mark) =>
  isMark(mark, "leaf") &&
  (mark.tree.kind === "not" || mark.tree.kind === "reproduction" || mark.tree.kind === "result");

const arePeople = (marks: readonly Mark[]) =>
  marks.some(isPeople) && marks.every((mark) => isPeople(mark) || isAround(mark));
const isEmpty = (marks: readonly Mark[]) => marks.every((mark) => isMark(mark, "filler") || isMark(mark, "punct"));

const isPeople = (mark: Mark) =>
  isMark(mark, "leaf") && (mark.tree.kind === "reproduction" || mark.tree.kind === "sex");
/** "(WOCBP)" */
const isAbbreviation = (mark: Mark) =>
  isMark(mark, "group") && mark.of.every((one) => isMark(one, "word") || isMark(one, "filler") || isPeople(one));
const isAround = (mark: Mark): boolean =>
  isAbbreviation(mark) ||
  isMark(mark, "filler") ||
  isMark(mark, "punct") ||
  isMark(mark, "connector") ||
  isMark(mark, "status");

/** "... are allowed" takes nobody out and lets nobody in: it is noted, where it is not all that is said. */
const isPermission = (marks: readonly Mark[]) => marks.some((mark) => isMark(mark, "ruling") && mark.is === "allowed");

/** "X may be eligible", "X is allowed": with nothing beside it, it asks for nothing; "X are eligible" may be all that is asked. */
const isLeave = (marks: readonly Mark[], { folded }: RuleContext): boolean =>
  !marks.some(isMeasured) &&
  marks.some(
    (mark) =>
      isMark(mark, "ruling") &&
      /allow|permit|accept|not |may (?:also )?(?:have|be (?!enrolled|included))|[入选与加]/.test(
        folded.slice(mark.start, mark.end),
      ),
  );

/** "Patients with X are excluded": among inclusion criteria that denies X. */
function readRuling(marks: readonly Mark[], context: RuleContext): Reading | null {
  const at = marks.findIndex((mark) => isMark(mark, "ruling") && mark.is === "excluded");
  if (at < 0) return readDemand(marks, context);
  const rest = marks.filter((_, place) => place !== at);
  const reading = readDemand(rest, { ...context, type: "exclusion" });
  if (reading === null || context.type === "exclusion" || reading.tree.kind === "text") return reading;
  return { tree: not(reading.tree), unread: reading.unread };
}

/** "QTcF > 480 ms. This does not apply to patients with LBBB": the next sentence goes on with this one. */
function isExceptionBehind(marks: readonly Mark[], at: number, context: RuleContext): boolean {
  const next = marks.slice(at + 1).find((mark) => !isMark(mark, "filler"));
  return isMark(next, "exception") && /not apply|^exception|^except$|^unless/.test(wordsOf(next, context));
}

function splitSentences(marks: readonly Mark[], context: RuleContext): Mark[][] {
  const parts: Mark[][] = [[]];
  for (const [at, mark] of marks.entries()) {
    const isEnd = isMark(mark, "punct") && (mark.is === ";" || mark.is === ".");
    if (isEnd && !isExceptionBehind(marks, at, context)) parts.push([]);
    else if (!isEnd) parts[parts.length - 1]!.push(mark);
  }
  return parts.filter((part) => part.some((mark) => !isMark(mark, "filler") && !isMark(mark, "punct")));
}

const wholeText = (marks: readonly Mark[], { text }: RuleContext): Tree => ({
  kind: "text",
  text: marks.length === 0 ? "" : text.slice(spanOfMarks(marks).start, spanOfMarks(marks).end),
});
