import type { JudgeLabel } from "../judge.schema.ts";
import type { Features } from "./features.ts";

/**
 * A tree as its inner nodes, the root first: a feature's place, the limit up to which a case goes to the first branch, and
 * both branches. A branch of 0 or more is a node, below 0 it is leaf `-branch - 1`. A tree of one leaf has no nodes.
 */
export type Tree = {
  readonly nodes: readonly (readonly [feature: number, limit: number, low: number, high: number])[];
  readonly leaves: readonly number[];
};

/** Trees of one type of criterion: what each label starts from, and its trees, whose leaves are added up. */
export type BoostedTrees = {
  readonly features: readonly string[];
  readonly labels: readonly { readonly label: JudgeLabel; readonly start: number; readonly trees: readonly Tree[] }[];
};

/**
 * How likely each label is: the leaves of its trees summed, and brought to a sum of 1 by the softmax.
 * Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, section 10.10.3.
 */
export function probabilitiesOf(model: BoostedTrees, features: Features): Map<JudgeLabel, number> {
  const values = model.features.map((name) => features[name] ?? 0);
  const sums = model.labels.map(({ start, trees }) => trees.reduce((sum, tree) => sum + leafOf(tree, values), start));
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return new Map(model.labels.map(({ label }, at) => [label, powers[at]! / total]));
}

/** What a tree adds for a case, whose features stand in the order of the model's. */
export function leafOf({ nodes, leaves }: Tree, values: ArrayLike<number>): number {
  let branch = nodes.length === 0 ? -1 : 0;
  while (branch >= 0) {
    const [feature, limit, low, high] = nodes[branch]!;
    branch = values[feature]! <= limit ? low : high;
  }
  return leaves[-branch - 1]!;
}
