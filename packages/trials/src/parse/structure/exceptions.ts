import type { Window } from "../../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf, spanOfMarks } from "../mark.ts";
import { all, any, isEvents, mapLeaves, not, type Reading, withWindow } from "./tree-shapes.ts";

type ReadPart = (marks: readonly Mark[], context: RuleContext) => Reading | null;

/**
 * Reads "A except B" and "A unless B". Names that are excepted from a name stand in the concept set's `except`; anything
 * else makes "A and not B", or "A or B" where A was denied or demanded.
 */
export function readException(marks: readonly Mark[], context: RuleContext, read: ReadPart): Reading | null {
  const lifted = liftGroups(marks);
  const at = lifted.findIndex((mark) => isMark(mark, "exception"));
  if (at < 0) return read(lifted, context);
  const exception = lifted[at] as MarkOf<"exception">;
  const next = nextDenial(lifted, at);
  if (next !== null && context.type === "inclusion") {
    const one = readException(lifted.slice(0, next), context, read);
    const other = readException(lifted.slice(next + 1), context, read);
    if (one !== null && other !== null)
      return { tree: all([one.tree, other.tree]), unread: [...one.unread, ...other.unread] };
  }
  if (exception.sense === "only-if" && lifted.slice(at + 1).some(isJoint)) return textOf(lifted, context);
  const right = readException(lifted.slice(at + 1), context, read);
  const left = read(lifted.slice(0, at), context) ?? (at === 0 ? null : textOf(lifted.slice(0, at), context));
  // An exception from nothing that was named is left to a person.
  if (left === null) return textOf(lifted, context);
  if (right === null) return exception.sense === "only-if" ? textOf(lifted, context) : left;
  const unread = [...left.unread, ...right.unread];
  if (exception.sense === "only-if") return { tree: all([left.tree, right.tree]), unread };
  if (exception.sense === "except" && exceptsItself(left.tree, right.tree)) {
    return { tree: all([left.tree, not(textOf(lifted.slice(at + 1), context).tree)]), unread };
  }
  const named = exception.sense === "except" ? readExcept(left.tree, right.tree) : null;
  if (named !== null) {
    // "Except neuropathy of grade ≤ 2": a set of names cannot say the grade.
    const words = lifted.slice(at + 1).filter((mark) => isMark(mark, "leaf") && isGraded(mark.tree));
    if (words.length === 0) return { tree: named, unread };
    const { tree, unread: spans } = textOf(words, context);
    return { tree: all([named, tree]), unread: [...unread, ...spans] };
  }
  if (left.tree.kind === "not" || isRelief(exception, left.tree, context)) {
    return { tree: any([left.tree, right.tree]), unread };
  }
  return { tree: all([left.tree, not(inTimeOf(left.tree, right.tree))]), unread };
}

/** "No cancer except of the skin, and no HIV": where the next denial begins, which the exception has no part in. */
function nextDenial(marks: readonly Mark[], exception: number): number | null {
  if (!marks.slice(0, exception).some((mark) => isMark(mark, "negation"))) return null;
  for (let at = exception + 1; at < marks.length - 1; at++) {
    const mark = marks[at];
    if (!isMark(mark, "connector") || mark.is !== "and") continue;
    const behind = marks.slice(at + 1).find((one) => !isMark(one, "filler"));
    if (isMark(behind, "negation")) return at;
  }
  return null;
}

/** What is excepted from an event of some time is meant in that time. */
const inTimeOf = (left: Tree, right: Tree): Tree =>
  "when" in left && left.when !== undefined && isEvents(left) && isEvents(right) ? withWindow(right, left.when) : right;

/** Behind "only if" a list does not say how far the condition reaches. */
const isJoint = (mark: Mark) => isMark(mark, "connector") || (isMark(mark, "punct") && mark.is === ",");

/** "Hb ≥ 9 g/dL unless thalassaemia", "bilirubin ≤ 1.5 x ULN except with Gilbert's syndrome": who is excepted need not meet it. */
const isRelief = ({ sense }: MarkOf<"exception">, demand: Tree, { type }: RuleContext): boolean =>
  type === "inclusion" && (sense === "unless" || isDemand(demand));

const isDemand = (tree: Tree): boolean =>
  tree.kind === "all" || tree.kind === "any"
    ? tree.of.every(isDemand)
    : tree.kind === "measurement" || tree.kind === "score" || tree.kind === "result";

const isGraded = (tree: Tree) => tree.kind === "condition" && (tree.qualifiers ?? []).some((word) => /\d/.test(word));

function textOf(marks: readonly Mark[], { text }: RuleContext): Reading {
  const span = spanOfMarks(marks);
  return { tree: { kind: "text", text: text.slice(span.start, span.end) }, unread: [span] };
}

/** "(except X)" in brackets is read as if it stood without them. */
function liftGroups(marks: readonly Mark[]): readonly Mark[] {
  const at = marks.findIndex((mark) => isMark(mark, "group") && isMark(mark.of[0], "exception"));
  if (at < 0) return marks;
  const group = marks[at] as MarkOf<"group">;
  // What follows the bracket belongs to what stands before it.
  return [...marks.slice(0, at), ...marks.slice(at + 1), ...group.of];
}

/** "Malignancies, excluding BCC, in the previous 5 years": a time behind the excepted names is the rule's, which has none. */
function readExcept(left: Tree, right: Tree): Tree | null {
  const [own] = timesOf(left);
  const [time, ...others] = timesOf(right);
  if (own !== undefined || time === undefined || others.length > 0 || !isEvents(left)) return withExcept(left, right);
  const named = withExcept(left, withoutTime(right));
  return named === null ? null : withWindow(named, time);
}

const withoutTime = (tree: Tree): Tree =>
  mapLeaves(tree, (leaf) => {
    if (!("when" in leaf)) return leaf;
    const { when: _, ...rest } = leaf;
    return rest;
  });

/** The different times that a tree's leaves have. */
function timesOf(tree: Tree): Window[] {
  const found = new Map<string, Window>();
  mapLeaves(tree, (leaf) => {
    if ("when" in leaf && leaf.when !== undefined) found.set(JSON.stringify(leaf.when), leaf.when);
    return leaf;
  });
  return [...found.values()];
}

/** Puts excepted names into the last set of the same kind and those of the same names; null where the exception is more than names. */
function withExcept(left: Tree, right: Tree): Tree | null {
  const excepted = namesOf(right);
  if (excepted === null) return null;
  const kind = excepted.kind;
  let last: Leaf | null = null;
  mapLeaves(left, (leaf) => {
    if (leaf.kind === kind) last = leaf;
    return leaf;
  });
  if (last === null) return null;
  // "Other malignancies or malignancies within 5 years except ...": of both.
  const names = namesIn(last).join();
  return mapLeaves(left, (leaf) => {
    if (leaf.kind !== kind || namesIn(leaf).join() !== names) return leaf;
    if (leaf.kind !== "condition" && leaf.kind !== "drug" && leaf.kind !== "procedure") return leaf;
    return { ...leaf, concepts: { ...leaf.concepts, except: [...(leaf.concepts.except ?? []), ...excepted.of] } };
  });
}

const namesIn = (leaf: Tree): readonly string[] =>
  leaf.kind === "condition" || leaf.kind === "drug" || leaf.kind === "procedure"
    ? leaf.concepts.of.map(({ id }) => id)
    : [];

/** Whether the excepted name is the rule's own: what tells them apart was not read. */
function exceptsItself(left: Tree, right: Tree): boolean {
  const excepted = namesOf(withoutTime(right));
  if (excepted === null) return false;
  const ids = new Set(excepted.of.map(({ id }) => id));
  let isOwn = false;
  mapLeaves(left, (leaf) => {
    isOwn ||= leaf.kind === excepted.kind && namesIn(leaf).some((id) => ids.has(id));
    return leaf;
  });
  return isOwn;
}

/** The concepts of a tree that is nothing but names of one kind without time or status. */
function namesOf(tree: Tree) {
  const leaves = tree.kind === "any" || tree.kind === "all" ? tree.of : [tree];
  const of = [];
  for (const leaf of leaves) {
    if (leaf.kind !== "condition" && leaf.kind !== "drug" && leaf.kind !== "procedure") return null;
    if (leaf.when !== undefined || leaf.kind !== (leaves[0] as Tree).kind) return null;
    // "Except palliative radiotherapy": what it is for is no part of a name.
    if (leaf.kind !== "condition" && (leaf.intent !== undefined || leaf.status === "planned")) return null;
    of.push(...leaf.concepts.of);
  }
  return of.length === 0 ? null : { kind: (leaves[0] as Tree).kind, of };
}
