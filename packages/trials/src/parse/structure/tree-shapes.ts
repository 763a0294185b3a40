import type { Window } from "../../criteria/ranges.schema.ts";
import type { Leaf, LeafKind, Tree } from "../../criteria/tree.schema.ts";

/** What a stretch of text came to: its tree, and the places of words that no table knew. */
export type Reading = { tree: Tree; unread: Span[] };
export type Span = { start: number; end: number };

/** Trees that say the same once; a long list is left as it is. */
function distinct(of: readonly Tree[]): Tree[] {
  if (of.length > 200) return [...of];
  const seen = new Set<string>();
  return of.filter((tree) => {
    const key = JSON.stringify(tree);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** All of, without needless nesting. */
export function all(of: readonly Tree[]): Tree {
  const flat = distinct(of.flatMap((tree) => (tree.kind === "all" ? tree.of : [tree])));
  return flat.length === 1 ? flat[0]! : { kind: "all", of: flat };
}

/** Any of, without needless nesting. */
export function any(of: readonly Tree[]): Tree {
  const flat = distinct(of.flatMap((tree) => (tree.kind === "any" ? tree.of : [tree])));
  return flat.length === 1 ? flat[0]! : { kind: "any", of: flat };
}

/** Denial, without double denial; of a variant or result it stays a `not`. */
export const not = (tree: Tree): Tree => (tree.kind === "not" ? tree.of : { kind: "not", of: tree });

const eventKinds = new Set<LeafKind>(["condition", "procedure", "drug", "visit", "allergy"]);
const timedKinds = new Set<LeafKind>([
  ...eventKinds,
  "measurement",
  "result",
  "score",
  "variant",
  "stage",
  "therapy-lines",
  "reproduction",
  "ctcae",
]);

type Timed = Extract<Leaf, { when?: Window | undefined }>;
const isTimed = (tree: Tree): tree is Timed => timedKinds.has(tree.kind as LeafKind);

/** Whether a tree consists of events that a list may share words about ("no history of A, B or C within 6 months"). */
export function isEvents(tree: Tree): boolean {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") return tree.of.every(isEvents);
  return eventKinds.has(tree.kind as LeafKind);
}

/** Gives a window to every leaf that can have one and has none. A diagnosis called active may have begun before it. */
export function withWindow(tree: Tree, when: Window, isActive = false): Tree {
  return mapLeaves(tree, (leaf) => {
    if (!isTimed(leaf) || leaf.when !== undefined) return leaf;
    // "Women of childbearing potential without a negative test within 14 days": the time is the test's.
    if (leaf.kind === "reproduction" && leaf.state === "childbearing-potential") return leaf;
    const isInstant = leaf.kind !== "condition" && leaf.kind !== "drug" && leaf.kind !== "allergy";
    if (isInstant && when.part === "start") {
      const { part: _, ...rest } = when;
      return { ...leaf, when: rest };
    }
    const isOpen = isActive && leaf.kind === "condition" && when.part === undefined;
    return { ...leaf, when: isOpen ? { ...when, part: "overlap" } : when };
  });
}

/** Gives "active" to diagnoses and "current" to drugs that have no status and no window. */
export function withStatus(tree: Tree, is: "active" | "current" | "ever"): Tree {
  return mapLeaves(tree, (leaf) => {
    if (leaf.kind === "condition" && leaf.status === undefined)
      return is === "ever" ? leaf : { ...leaf, status: "active" };
    if (leaf.kind === "drug" && leaf.status === undefined) return is === "ever" ? leaf : { ...leaf, status: "current" };
    return leaf;
  });
}

/** A tree with its leaves changed. */
export function mapLeaves(tree: Tree, change: (leaf: Leaf) => Tree): Tree {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") {
    return { ...tree, of: tree.of.map((one) => mapLeaves(one, change)) };
  }
  if (tree.kind === "not") return { kind: "not", of: mapLeaves(tree.of, change) };
  return tree.kind === "temporal" ? tree : change(tree);
}

/** How many leaves a tree has, and how many of them are left to a person. */
export function countLeaves(tree: Tree): { leaves: number; texts: number } {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") {
    return tree.of.map(countLeaves).reduce((a, b) => ({ leaves: a.leaves + b.leaves, texts: a.texts + b.texts }), {
      leaves: 0,
      texts: 0,
    });
  }
  if (tree.kind === "not") return countLeaves(tree.of);
  return { leaves: 1, texts: tree.kind === "text" ? 1 : 0 };
}
