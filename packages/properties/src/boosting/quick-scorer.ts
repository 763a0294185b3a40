import type { FeatureMatrix } from "./bin-matrix.ts";
import type { Gbdt } from "./gbdt.ts";
import type { Tree } from "./tree.ts";

/** Predictions of one boosted model for rows of a matrix; the same values as `predictGbdt`. */
export type Scorer = (matrix: FeatureMatrix) => Float64Array;

/** Leaves of a tree that fit into one word. */
const wordLeaves = 32;

type Condition = { readonly threshold: number; readonly tree: number; readonly mask: number };

/**
 * Prepares a model for many predictions. Instead of walking trees, all splits are visited column by column, thresholds
 * ascending, until one is not exceeded; each exceeded split strikes the leaves of its left subtree from its tree's word,
 * and the lowest bit left is the leaf. No jump is hard to predict, and a column of value zero costs next to nothing.
 * Source: Lucchese et al. 2015 (QuickScorer), doi 10.1145/2766462.2767733. Cost per row: splits exceeded + trees.
 * @throws RangeError for trees of more than 32 leaves
 */
export function createScorer(model: Gbdt): Scorer {
  const byColumn = new Map<number, Condition[]>();
  const values = new Float64Array(model.trees.length * wordLeaves);
  model.trees.forEach((tree, index) => {
    if (tree.value.length > wordLeaves) throw new RangeError(`a tree has ${tree.value.length} leaves, at most 32 fit`);
    numberLeaves(tree, index, byColumn, values.subarray(index * wordLeaves, (index + 1) * wordLeaves));
  });
  const columns = [...byColumn.keys()].sort((a, b) => a - b);
  const groups = columns.map((column) => byColumn.get(column)!.sort((a, b) => a.threshold - b.threshold));
  const conditions = groups.flat();
  const start = new Uint32Array(columns.length + 1);
  groups.forEach((group, c) => {
    start[c + 1] = start[c]! + group.length;
  });
  const threshold = Float32Array.from(conditions, (one) => one.threshold);
  const treeOf = Uint16Array.from(conditions, (one) => one.tree);
  const mask = Int32Array.from(conditions, (one) => one.mask);
  const words = new Int32Array(model.trees.length);

  return (matrix) => {
    if (matrix.columns !== model.columns)
      throw new RangeError(`expected ${model.columns} columns, got ${matrix.columns}`);
    const out = new Float64Array(matrix.rows);
    for (let row = 0; row < matrix.rows; row++) {
      words.fill(-1);
      const at = row * matrix.columns;
      for (let c = 0; c < columns.length; c++) {
        const x = matrix.values[at + columns[c]!]!;
        const end = start[c + 1]!;
        for (let i = start[c]!; i < end && x > threshold[i]!; i++) words[treeOf[i]!]! &= mask[i]!;
      }
      let sum = model.base;
      for (let t = 0; t < words.length; t++) {
        const word = words[t]!;
        sum += values[t * wordLeaves + 31 - Math.clz32(word & -word)]!;
      }
      out[row] = sum;
    }
    return out;
  };
}

/** Numbers the leaves from left to right, writes their values in that order, and notes each split under its column. */
function numberLeaves(tree: Tree, index: number, byColumn: Map<number, Condition[]>, values: Float64Array): void {
  let leaves = 0;
  const visit = (node: number): number => {
    if (node < 0) {
      values[leaves] = tree.value[-1 - node]!;
      return 1 << leaves++;
    }
    const left = visit(tree.left[node]!);
    const column = tree.column[node]!;
    const condition = { threshold: tree.threshold[node]!, tree: index, mask: ~left };
    const group = byColumn.get(column);
    if (group) group.push(condition);
    else byColumn.set(column, [condition]);
    return left | visit(tree.right[node]!);
  };
  visit(tree.column.length === 0 ? -1 : 0);
}
