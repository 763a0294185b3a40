import type { Criterion, Leaf, Range, Tree } from "@qinghao/trials/schema";

type Numeric = Extract<Leaf, { kind: "age" | "measurement" | "score" | "therapy-lines" | "life-expectancy" }>;
const numeric = new Set<string>(["age", "measurement", "score", "therapy-lines", "life-expectancy"]);
const isNumeric = (tree: Tree): tree is Numeric => numeric.has(tree.kind);

/** A bound of a criterion that could be set otherwise. `key` is unique in the document. */
export type Threshold = {
  key: string;
  criterion: string;
  /** Which child of which child the leaf is. */
  path: readonly number[];
  side: "min" | "max";
  value: number;
  leaf: Numeric;
};

/** The bounds of a criterion's numeric leaves, in the order of the tree. */
export function thresholdsOf({ id, tree }: Criterion): Threshold[] {
  return leavesOf(tree, []).flatMap(({ leaf, path }) =>
    (["min", "max"] as const).flatMap((side) => {
      const value = leaf.range[side];
      return value === undefined
        ? []
        : [{ key: `${id} ${path.join(".")} ${side}`, criterion: id, path, side, value, leaf }];
    }),
  );
}

function leavesOf(tree: Tree, path: readonly number[]): { leaf: Numeric; path: readonly number[] }[] {
  if (tree.kind === "not") return leavesOf(tree.of, [...path, 0]);
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least")
    return tree.of.flatMap((one, at) => leavesOf(one, [...path, at]));
  return isNumeric(tree) ? [{ leaf: tree, path }] : [];
}

/** The tree with one bound set otherwise. */
export function withBound(tree: Tree, { path, side }: Pick<Threshold, "path" | "side">, value: number): Tree {
  const [at, ...rest] = path;
  if (at === undefined) {
    if (!isNumeric(tree)) return tree;
    const range: Range = { ...tree.range, [side]: value };
    return { ...tree, range } as Tree;
  }
  if (tree.kind === "not") return { ...tree, of: withBound(tree.of, { path: rest, side }, value) };
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least")
    return { ...tree, of: tree.of.map((one, i) => (i === at ? withBound(one, { path: rest, side }, value) : one)) };
  return tree;
}

/** Ends and step of a slider around a bound: half to double, in steps that keep about a hundred places. */
export function scaleOf(value: number): { min: number; max: number; step: number } {
  if (Number.isInteger(value) && Math.abs(value) <= 20) return { min: 0, max: Math.max(10, value * 2), step: 1 };
  const size = 10 ** Math.floor(Math.log10(Math.abs(value) || 1));
  const step = size / 20;
  const round = (edge: number) => Number((Math.round(edge / step) * step).toPrecision(12));
  return { min: round(value / 2), max: round(value * 2), step };
}
