import type { Knowledge } from "@qinghao/knowledge";
import type { Window } from "../../criteria/ranges.schema.ts";
import type { Tree } from "../../criteria/tree.schema.ts";
import { treatmentNamed } from "../../terminology/treatments.ts";
import { applyGrammar } from "../grammar/grammar.ts";
import type { Language, RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf, wordsOf } from "../mark.ts";
import { type NoteCode, writeNote } from "../notes.ts";
import { readMarks } from "../read/read-marks.ts";
import type { Item } from "../split/items.ts";
import { buildTree } from "./build-tree.ts";
import { isReason } from "./list-reasons.ts";
import { joinMembers } from "./quantified.ts";
import { measuredItem } from "./tree-kinds.ts";
import { all, any, countLeaves, not, type Span, withWindow } from "./tree-shapes.ts";

export type ItemReading = { tree: Tree; notes: string[] };
export type Reader = { language: Language; knowledge: Knowledge; context: RuleContext };

/** Items longer than this (in UTF-16 units) are kept as text. */
const longestItem = 20_000;

/** The marks of a stretch of text after all rules. */
export function marksOf({ language, knowledge, context }: Reader, from: number, to: number): Mark[] {
  const marks = readMarks(language, knowledge, context.text, context.folded, from, to);
  return applyGrammar(language, marks, context);
}

/** Reads an item and what is nested below it. */
export function readItem(reader: Reader, item: Item, isMember = false): ItemReading {
  const { text } = reader.context;
  const span = { start: item.from, end: item.to };
  if (item.to - item.from > longestItem) {
    return { tree: { kind: "text", text: text.slice(item.from, item.to) }, notes: [writeNote("too-long", span)] };
  }
  const marks = item.to > item.from ? marksOf(reader, item.from, item.to) : [];
  if (item.children.length > 0) return readNested(reader, item, marks);
  const { tree, unread } = buildTree(marks, reader.context);
  const { leaves, texts } = countLeaves(tree);
  const isEmpty = leaves === texts || (!isMember && isHeading(tree, marks, reader.context));
  if (isEmpty || (texts > 0 && namesSomeSex(marks, reader.context))) {
    return { tree: { kind: "text", text: text.slice(item.from, item.to) }, notes: [writeNote("nothing-read", span)] };
  }
  return { tree, notes: notesOf("unread", unread) };
}

/** "Chemotherapy", "Surgery", "手术" on a line of their own head what follows: nobody is asked to have had one. */
function isHeading(tree: Tree, marks: readonly Mark[], context: RuleContext): boolean {
  const [only, ...rest] = marks.filter((mark) => !isMark(mark, "punct"));
  const isAlone = only !== undefined && rest.length === 0 && (tree.kind === "drug" || tree.kind === "procedure");
  const group = isAlone && context.type === "inclusion" ? treatmentNamed(wordsOf(only, context)) : null;
  return group !== null && headings.has(group.en);
}

/** The groups of treatments that protocols sort their criteria by. */
const headings = new Set([
  "chemotherapy",
  "radiotherapy",
  "surgery",
  "endocrine therapy",
  "immunotherapy",
  "targeted therapy",
  "anticancer therapy",
]);

/** "Negative in premenopausal women": whom something is asked of. With the rest not understood, it would ask all to be women. */
const namesSomeSex = (marks: readonly Mark[], { type, folded }: RuleContext): boolean =>
  type === "inclusion" &&
  marks.some(
    (mark) =>
      isMark(mark, "leaf") &&
      mark.tree.kind === "sex" &&
      mark.tree.is.length === 1 &&
      /\b(?:in|for|among)\s(?:[\w-]+\s){0,3}$/.test(folded.slice(Math.max(0, mark.start - 60), mark.start)),
  );

/** A stretch that other marks took whole leaves no words to tell of. */
const notesOf = (code: NoteCode, spans: readonly Span[]) =>
  spans.filter(({ start, end }) => end > start).map((span) => writeNote(code, span));

/**
 * A list with its introducing words. The words say how its members join ("any of the following", "at least two of"); a
 * denial and a window in them hold for all members; a diagnosis or number in them is one more demand.
 */
function readNested(reader: Reader, item: Item, marks: readonly Mark[]): ItemReading {
  const { context } = reader;
  const quantifier = marks.find((mark): mark is MarkOf<"quantifier"> => isMark(mark, "quantifier"));
  const own = buildTree(marks, context);
  const hasOwn =
    own.tree.kind !== "text" &&
    !isHeading(own.tree, marks, context) &&
    marks.some((mark) => isMark(mark, "leaf") || isMark(mark, "group"));
  const isExcepting = marks.some((mark) => isMark(mark, "exception"));
  const denial = marks.some((mark) => isMark(mark, "negation")) && !hasOwn && !isExcepting;
  const window: Window | null = marks.find((mark): mark is MarkOf<"window"> => isMark(mark, "window"))?.window ?? null;
  const children = item.children.map((child) => readItem(reader, child, true));
  let trees = children.map(({ tree }) => tree);
  if (window !== null) trees = trees.map((tree) => withWindow(tree, window));
  const isPaired = quantifier === undefined && context.type === "inclusion" && joinPairs(trees, item, reader);
  const joint = isPaired ? "all" : jointOfMembers(reader, item);
  const of = quantifier?.of ?? joint ?? (context.type === "inclusion" ? "all" : "any");
  const areWays = own.tree.kind === "not" || trees.every(isReason);
  const isExample = hasOwn && quantifier?.of !== "all" && endsInExample(marks) && areWays;
  const isNone = denial && quantifier?.of !== "all";
  let tree = joinMembers(isNone || isExample ? "any" : of, trees);
  if (denial) tree = not(tree);
  const notes = children.flatMap((child) => child.notes);
  if (hasOwn)
    tree = isExample ? withExamples(own.tree, tree) : joinOwn(own.tree, tree, quantifier !== undefined, context);
  const head = { start: item.from, end: item.to };
  if (item.to > item.from) notes.unshift(writeNote("list-head", head));
  return { tree, notes };
}

const endsInExample = (marks: readonly Mark[]): boolean =>
  isMark(
    marks.findLast((mark) => !isSilent(mark)),
    "example",
  );
const isSilent = (mark: Mark) => isMark(mark, "filler") || isMark(mark, "punct") || isMark(mark, "quantifier");

/** "No cardiac disease, including any of the following: ...": each member is one way to have it. */
const withExamples = (own: Tree, list: Tree): Tree =>
  own.kind === "not" ? not(any([own.of, list])) : any([own, list]);

/** "A, or" and "B" on lines of their own: the word at the end of a member, or before the next, joins all of them. */
function jointOfMembers({ language, context }: Reader, { children }: Item): "all" | "any" | null {
  const words = children.flatMap((child, at) => {
    const said = context.folded.slice(child.from, child.to);
    return [
      ...(at < children.length - 1 ? [joints[language.id].behind.exec(said)?.[1]] : []),
      ...(at > 0 ? [joints[language.id].before.exec(said)?.[1]] : []),
    ].filter((word) => word !== undefined);
  });
  if (words.length === 0) return null;
  // "(1) A, (2) B and (3) C" counts reasons to exclude; two joined so may be one reason.
  if (context.type === "exclusion" && children.length > 2 && words.length === 1) return null;
  const areAny = words.map((word) => /^(?:or|或|或者|和\/或|and\/or)$/.test(word));
  return areAny.every((is) => is) ? "any" : areAny.some((is) => is) ? null : "all";
}

/**
 * "Bilirubin ≤ 1.5 x ULN / AST ≤ 2.5 x ULN, or / AST ≤ 5 x ULN with liver metastases": lines that measure the same are alternatives,
 * and the rest is asked besides. Joins them in `trees`; false where there are none.
 */
function joinPairs(trees: Tree[], { children }: Item, { language, context }: Reader): boolean {
  const { behind, before } = joints[language.id];
  const isOr = (word: string | undefined) => word !== undefined && /^(?:or|或|或者)$/.test(word);
  const said = (child: Item | undefined) => (child === undefined ? "" : context.folded.slice(child.from, child.to));
  const pairs = children.flatMap((child, at) => {
    const isJoined = isOr(behind.exec(said(child))?.[1]) || isOr(before.exec(said(children[at + 1]))?.[1]);
    const item = at < children.length - 1 ? measuredItem(trees[at]!) : null;
    return isJoined && item !== null && item === measuredItem(trees[at + 1]!) ? [at] : [];
  });
  if (pairs.length === 0 || trees.length < 3 || trees.some((tree) => measuredItem(tree) === null)) return false;
  for (const at of pairs.reverse()) trees.splice(at, 2, any([asWay(trees[at]!), asWay(trees[at + 1]!)]));
  return true;
}

/** "≤ 5 x ULN if liver metastasis" as an alternative: with metastases, and so much. */
function asWay(tree: Tree): Tree {
  const [first, ...rest] = tree.kind === "any" ? tree.of : [];
  return first?.kind === "not" && rest.length > 0 ? all([any(rest), first.of]) : tree;
}

/** Words that join the members of a list from the end or the beginning of a line. */
const joints = {
  en: { behind: /(?:^|[\s,;])(and\/or|or|and)\s*[,:;.]?\s*$/, before: /^\s*(and\/or|or|and)\b[\s:,]/ },
  zh: { behind: /(和\/或|或者|或|且|并且|和)[，,；;。.]?\s*$/, before: /^\s*(和\/或|或者|或|且|并且)/ },
} as const;

/** Whether what stands in the introducing words is a demand beside the list's, or a name for what the list says. */
function joinOwn(own: Tree, list: Tree, isQuantified: boolean, { type }: RuleContext): Tree {
  if (own.kind === "not") return all([own, list]);
  if (type === "exclusion" && !isQuantified) return any([own, list]);
  return all([own, list]);
}
