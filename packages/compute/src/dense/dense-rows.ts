import { computeErrors } from "../errors.ts";

/** Features that are written out row by row when they are needed, so that sparse ones may stay sparse in memory. */
export type DenseRows = {
  readonly rows: number;
  readonly inputs: number;
  /** Writes the features of `indices` into `out`, length indices.length * inputs, row-major; `out` comes zeroed. */
  fill(indices: Uint32Array, out: Float32Array): void;
};

/** Row access to a plain matrix of `rows` rows. @throws `compute.input_invalid` */
export function matrixRows(x: Float32Array, rows: number): DenseRows {
  const inputs = x.length / rows;
  if (!Number.isInteger(inputs) || inputs === 0)
    throw computeErrors.create("input_invalid", { reason: `${x.length} values do not make ${rows} rows` });
  const fill = (indices: Uint32Array, out: Float32Array) => {
    for (const [at, row] of indices.entries()) out.set(x.subarray(row * inputs, (row + 1) * inputs), at * inputs);
  };
  return { rows, inputs, fill };
}

/** The features of some rows as a fresh matrix. */
export function takeRows(source: DenseRows, indices: Uint32Array): Float32Array {
  const out = new Float32Array(indices.length * source.inputs);
  source.fill(indices, out);
  return out;
}

/** The targets of some rows, `outputs` of them per row. */
export function takeTargets(y: Float32Array, indices: Uint32Array, outputs: number): Float32Array {
  const out = new Float32Array(indices.length * outputs);
  for (const [at, row] of indices.entries()) out.set(y.subarray(row * outputs, (row + 1) * outputs), at * outputs);
  return out;
}
