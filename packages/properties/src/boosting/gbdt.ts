import { createRng } from "@qinghao/kernel";
import { type BinMatrix, binMatrix, type FeatureMatrix } from "./bin-matrix.ts";
import { TreeGrower, type TreeOptions } from "./grow-tree.ts";
import type { Tree } from "./tree.ts";

export type GbdtOptions = TreeOptions & {
  readonly trees: number;
  readonly learningRate: number;
  /** Share of the rows drawn, without replacement, for each tree. */
  readonly rowFraction: number;
  readonly maxBins: number;
  /** Features with fewer rows than this outside their most frequent bin are not used. */
  readonly minNonDefault: number;
  /** `squared`: mean of residuals; `huber`: residuals beyond `delta` count as `delta`. */
  readonly loss: { readonly kind: "squared" } | { readonly kind: "huber"; readonly delta: number };
};

/** A sum of trees over a float32 feature row; leaf values include the learning rate. */
export type Gbdt = { readonly base: number; readonly columns: number; readonly trees: readonly Tree[] };

export type GbdtWatch = {
  /** Rows of another matrix whose prediction is wanted after each tree. */
  readonly onTree?: (done: number, tree: Tree) => void;
  readonly signal?: AbortSignal;
};

/**
 * Gradient boosting for a numeric target.
 * Sources: Friedman 2001, doi 10.1214/aos/1013203451 (boosting, shrinkage, Huber gradients); Friedman 2002 (row sampling);
 * Ke et al. 2017 (LightGBM; histograms, leaf-wise growth). The same seed gives the same trees on every machine.
 * @param target one number per row of the matrix
 */
export function trainGbdt(
  matrix: FeatureMatrix,
  target: Float64Array,
  options: GbdtOptions,
  seed: number,
  watch: GbdtWatch = {},
): Gbdt {
  return trainOnBins(
    binMatrix(matrix, options.maxBins, options.minNonDefault),
    matrix.columns,
    target,
    options,
    seed,
    watch,
  );
}

/** As trainGbdt, on a matrix that is binned already (several fits share the bins). */
export function trainOnBins(
  data: BinMatrix,
  columns: number,
  target: Float64Array,
  options: GbdtOptions,
  seed: number,
  watch: GbdtWatch = {},
): Gbdt {
  const { rows } = data;
  const rng = createRng(seed);
  const grower = new TreeGrower(data, options);
  let base = 0;
  for (const y of target) base += y / rows;
  const residual = Float64Array.from(target, (y) => y - base);
  const gradient = new Float64Array(rows);
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  const sampled = Math.max(1, Math.round(rows * options.rowFraction));
  const trees: Tree[] = [];
  const delta = options.loss.kind === "huber" ? options.loss.delta : Number.POSITIVE_INFINITY;
  for (let t = 0; t < options.trees; t++) {
    watch.signal?.throwIfAborted();
    for (let r = 0; r < rows; r++) gradient[r] = Math.max(-delta, Math.min(delta, residual[r]!));
    for (let i = 0; i < sampled && sampled < rows; i++) {
      const j = i + rng.int(rows - i);
      const held = order[i]!;
      order[i] = order[j]!;
      order[j] = held;
    }
    const inSample = order.subarray(0, sampled);
    const { tree, leafStart } = grower.grow(inSample, gradient, rng);
    for (let leaf = 0; leaf < tree.value.length; leaf++) {
      tree.value[leaf]! *= options.learningRate;
      const value = tree.value[leaf]!;
      for (let i = leafStart[2 * leaf]!; i < leafStart[2 * leaf + 1]!; i++) residual[inSample[i]!]! -= value;
    }
    for (let i = sampled; i < rows; i++) residual[order[i]!]! -= tree.value[binnedLeaf(data, tree, order[i]!)]!;
    trees.push(tree);
    watch.onTree?.(t + 1, tree);
  }
  return { base, columns, trees };
}

const featureOfColumn = new WeakMap<BinMatrix, Int32Array>();

/** Leaf of a training row, from its bins. */
function binnedLeaf(data: BinMatrix, tree: Tree, row: number): number {
  if (tree.column.length === 0) return 0;
  let lookup = featureOfColumn.get(data);
  if (lookup === undefined) {
    lookup = new Int32Array(65536).fill(-1);
    for (let f = 0; f < data.columns.length; f++) lookup[data.columns[f]!] = f;
    featureOfColumn.set(data, lookup);
  }
  let node = 0;
  while (node >= 0) {
    const f = lookup[tree.column[node]!]!;
    const edges = data.edges[f]!;
    const bin = data.bins[f * data.rows + row]!;
    // A bin lies left of the threshold when its own upper edge does not exceed it.
    const goesLeft = bin < edges.length && edges[bin]! <= tree.threshold[node]!;
    node = goesLeft ? tree.left[node]! : tree.right[node]!;
  }
  return -1 - node;
}

/**
 * Predictions for rows of a matrix, float64. Cost trees * depth per row.
 * @throws RangeError when the matrix has other columns than the model was trained on
 */
export function predictGbdt(model: Gbdt, matrix: FeatureMatrix): Float64Array {
  const { rows, columns } = matrix;
  if (columns !== model.columns) throw new RangeError(`expected ${model.columns} columns, got ${columns}`);
  const out = new Float64Array(rows).fill(model.base);
  for (let from = 0; from < rows; from += blockRows) {
    const count = Math.min(blockRows, rows - from);
    const block = transpose(matrix, from, count);
    const part = out.subarray(from, from + count);
    for (const tree of model.trees) addTree(tree, block, count, part);
  }
  return out;
}

/** Rows walked through a tree together: the columns that one tree reads then stay in the nearest cache. */
const blockRows = 128;

/** Values of some rows, column by column. */
function transpose({ columns, values }: FeatureMatrix, from: number, count: number): Float32Array {
  const out = new Float32Array(columns * count);
  for (let r = 0; r < count; r++) {
    const at = (from + r) * columns;
    for (let c = 0; c < columns; c++) out[c * count + r] = values[at + c]!;
  }
  return out;
}

function addTree(tree: Tree, block: Float32Array, rows: number, out: Float64Array): void {
  const { column, threshold, left, right, value } = tree;
  if (column.length === 0) {
    for (let r = 0; r < rows; r++) out[r]! += value[0]!;
    return;
  }
  for (let r = 0; r < rows; r++) {
    let node = 0;
    while (node >= 0) node = block[column[node]! * rows + r]! <= threshold[node]! ? left[node]! : right[node]!;
    out[r]! += value[-1 - node]!;
  }
}
