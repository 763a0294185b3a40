/** A float32 feature matrix, row-major; `at(row)[column] = values[row * columns + column]`. Every value is finite. */
export type FeatureMatrix = { readonly rows: number; readonly columns: number; readonly values: Float32Array };

/** A matrix cut into at most 255 bins per feature; features of one value are left out. */
export type BinMatrix = {
  readonly rows: number;
  /** Column in the feature matrix of each kept feature. */
  readonly columns: Uint16Array;
  /** Upper edge of each bin but the last, per kept feature: a value goes left of bin b's edge when value <= edge. */
  readonly edges: readonly Float32Array[];
  /** Bin of each value, feature-major: `bins[feature * rows + row]`. */
  readonly bins: Uint8Array;
  /** The most frequent bin per feature, which histograms get by subtraction. */
  readonly defaultBin: Uint8Array;
  /** Per row the features whose bin is not the default: `feature[start[row] .. start[row + 1]]`, ascending. */
  readonly start: Uint32Array;
  readonly feature: Uint16Array;
};

/**
 * Cuts every feature into bins of about equal population.
 * Source: Ke et al. 2017 (LightGBM), section 2 (histogram algorithm); zero-skipping as its sparse bins.
 * @param maxBins 2 to 255
 * @param minNonDefault features with fewer rows outside their most frequent bin are left out
 */
export function binMatrix(matrix: FeatureMatrix, maxBins: number, minNonDefault: number): BinMatrix {
  const { rows, columns, values } = matrix;
  const kept: number[] = [];
  const edges: Float32Array[] = [];
  const keptBins: Uint8Array[] = [];
  const defaults: number[] = [];
  const column = new Float32Array(rows);
  const nonDefault = new Uint32Array(rows + 1);
  for (let c = 0; c < columns; c++) {
    for (let r = 0; r < rows; r++) column[r] = values[r * columns + c]!;
    const sorted = column.slice().sort();
    if (sorted[0] === sorted[rows - 1]) continue;
    const cut = quantileEdges(sorted, maxBins);
    const bins = new Uint8Array(rows);
    const population = new Uint32Array(cut.length + 1);
    for (let r = 0; r < rows; r++) {
      const bin = lowerBin(cut, column[r]!);
      bins[r] = bin;
      population[bin]!++;
    }
    let common = 0;
    for (let bin = 1; bin < population.length; bin++) if (population[bin]! > population[common]!) common = bin;
    if (rows - population[common]! < minNonDefault) continue;
    kept.push(c);
    edges.push(cut);
    keptBins.push(bins);
    defaults.push(common);
    for (let r = 0; r < rows; r++) if (bins[r] !== common) nonDefault[r + 1]!++;
  }
  for (let r = 0; r < rows; r++) nonDefault[r + 1]! += nonDefault[r]!;
  const feature = new Uint16Array(nonDefault[rows]!);
  const at = nonDefault.slice(0, rows);
  const all = new Uint8Array(kept.length * rows);
  keptBins.forEach((bins, f) => {
    all.set(bins, f * rows);
    for (let r = 0; r < rows; r++) if (bins[r] !== defaults[f]) feature[at[r]!++] = f;
  });
  return {
    rows,
    columns: Uint16Array.from(kept),
    edges,
    bins: all,
    defaultBin: Uint8Array.from(defaults),
    start: nonDefault,
    feature,
  };
}

/** Edges between neighbouring distinct values, at most `maxBins - 1`, each strictly below the value above it. */
function quantileEdges(sorted: Float32Array, maxBins: number): Float32Array {
  const distinct: number[] = [];
  const upTo: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    if (i + 1 < sorted.length && sorted[i + 1] === sorted[i]) continue;
    distinct.push(sorted[i]!);
    upTo.push(i + 1);
  }
  const edges: number[] = [];
  const step = sorted.length / maxBins;
  let next = distinct.length <= maxBins ? 0 : step;
  for (let d = 0; d + 1 < distinct.length && edges.length < maxBins - 1; d++) {
    if (upTo[d]! < next) continue;
    const middle = Math.fround((distinct[d]! + distinct[d + 1]!) / 2);
    edges.push(middle < distinct[d + 1]! ? middle : distinct[d]!);
    if (next > 0) next = upTo[d]! + step;
  }
  return Float32Array.from(edges);
}

function lowerBin(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
