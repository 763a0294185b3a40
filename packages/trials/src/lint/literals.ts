import type { CriteriaDocument, Criterion } from "../criteria/document.schema.ts";
import type { Leaf, Temporal, Tree } from "../criteria/tree.schema.ts";

/** A leaf that every eligible patient must satisfy (or, negated, must not). */
export type Literal = { readonly criterion: Criterion; readonly leaf: Leaf; readonly isWanted: boolean };

/** A part of a criterion that every eligible patient must satisfy (or must not): a leaf, or a choice as a whole. */
export type Demand = { readonly criterion: Criterion; readonly tree: Tree; readonly isWanted: boolean };

/**
 * What a document demands of everyone: the leaves that stand alone under "all" in inclusion criteria, and under "any" in
 * exclusion criteria, with negations resolved. Leaves inside a choice demand nothing by themselves.
 */
export function literalsOf(document: CriteriaDocument): Literal[] {
  return demandsOf(document).flatMap(({ criterion, tree, isWanted }) =>
    isLeaf(tree) ? [{ criterion, leaf: tree, isWanted }] : [],
  );
}

const isLeaf = (tree: Tree): tree is Leaf => !["not", "all", "any", "at-least", "temporal"].includes(tree.kind);

/** What a document demands of everyone, choices left whole. */
export function demandsOf(document: CriteriaDocument): Demand[] {
  return document.criteria.flatMap((criterion) => demanded(criterion, criterion.tree, criterion.type === "inclusion"));
}

function demanded(criterion: Criterion, tree: Tree, isWanted: boolean): Demand[] {
  switch (tree.kind) {
    case "not":
      return demanded(criterion, tree.of, !isWanted);
    case "all":
    case "any": {
      const isEach = (tree.kind === "all") === isWanted || tree.of.length === 1;
      return isEach ? tree.of.flatMap((one) => demanded(criterion, one, isWanted)) : [{ criterion, tree, isWanted }];
    }
    case "at-least": {
      const isEach = isWanted ? tree.n >= tree.of.length : tree.n <= 1;
      return isEach ? tree.of.flatMap((one) => demanded(criterion, one, isWanted)) : [{ criterion, tree, isWanted }];
    }
    default:
      return [{ criterion, tree, isWanted }];
  }
}

/** Every leaf of a tree, wherever it stands. */
export function leavesOf(tree: Tree): (Leaf | Temporal)[] {
  switch (tree.kind) {
    case "not":
      return leavesOf(tree.of);
    case "all":
    case "any":
    case "at-least":
      return tree.of.flatMap(leavesOf);
    case "temporal":
      return [tree, ...leavesOf(tree.event), ...leavesOf(tree.anchor)];
    default:
      return [tree];
  }
}
