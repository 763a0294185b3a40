import { and, atLeast, not, or, type Truth } from "@qinghao/kernel";
import type { CompiledLeaf } from "../criteria/define-criterion.ts";
import { kindOf } from "../criteria/registry.ts";
import { compileTemporal } from "../criteria/temporal/temporal.ts";
import type { Leaf, Temporal, Tree } from "../criteria/tree.schema.ts";
import type { Terminology } from "../terminology.ts";
import { unknownBecause } from "./outcome.ts";

/** A leaf in its place: `isNegated` under an odd number of negations. */
export type PlacedLeaf = {
  readonly source: Leaf | Temporal;
  readonly compiled: CompiledLeaf;
  readonly isNegated: boolean;
};

/** The logic over leaves, which are numbered in reading order. */
export type LogicNode =
  | { readonly kind: "leaf"; readonly index: number }
  | { readonly kind: "all" | "any"; readonly of: readonly LogicNode[] }
  | { readonly kind: "at-least"; readonly n: number; readonly of: readonly LogicNode[] }
  | { readonly kind: "not"; readonly of: LogicNode };

export type CompiledTree = { readonly leaves: readonly PlacedLeaf[]; readonly logic: LogicNode };

/** Compiles a tree: every leaf once, in reading order. */
export function compileTree(tree: Tree, terminology: Terminology): CompiledTree {
  const leaves: PlacedLeaf[] = [];
  return { logic: place(tree, false), leaves };

  function place(node: Tree, isNegated: boolean): LogicNode {
    switch (node.kind) {
      case "all":
      case "any":
        return { kind: node.kind, of: node.of.map((one) => place(one, isNegated)) };
      case "at-least":
        return { kind: "at-least", n: node.n, of: node.of.map((one) => place(one, isNegated)) };
      case "not":
        return { kind: "not", of: place(node.of, !isNegated) };
      case "temporal":
        leaves.push({ source: node, compiled: temporalLeaf(node, terminology), isNegated });
        return { kind: "leaf", index: leaves.length - 1 };
      default:
        leaves.push({ source: node, compiled: compileLeaf(node, terminology), isNegated });
        return { kind: "leaf", index: leaves.length - 1 };
    }
  }
}

export const compileLeaf = (leaf: Leaf, terminology: Terminology): CompiledLeaf =>
  kindOf(leaf).compile(leaf, terminology);

function temporalLeaf(node: Temporal, terminology: Terminology): CompiledLeaf {
  const event = compileLeaf(node.event, terminology);
  const anchor = compileLeaf(node.anchor, terminology);
  // A ratio or a change of results is no event with a date of its own.
  if (event.events === undefined || anchor.events === undefined) {
    return { touches: [], judge: () => unknownBecause("person-must-judge") };
  }
  return compileTemporal(node, event, anchor);
}

/** Truth of the logic for given truths of the leaves. */
export function truthOfLogic(node: LogicNode, leaves: readonly Truth[]): Truth {
  switch (node.kind) {
    case "leaf":
      return leaves[node.index]!;
    case "not":
      return not(truthOfLogic(node.of, leaves));
    case "all":
      return and(...node.of.map((one) => truthOfLogic(one, leaves)));
    case "any":
      return or(...node.of.map((one) => truthOfLogic(one, leaves)));
    case "at-least":
      return atLeast(
        node.n,
        node.of.map((one) => truthOfLogic(one, leaves)),
      );
  }
}
