// Distance bounds: triangle smoothing, embedding by the metric matrix, and the error of coordinates against the bounds.
import { random } from "./random";
import { add, at, atoms, bounds, gradient, metric, position, put, squares } from "./state";

/** Bounds that contradict one another by more than this share cannot be met. */
const TOLERANCE: f64 = 0.05;
/** Iterations for one eigenvector of the metric matrix: a rough one is enough for a start. */
const POWER_STEPS: i32 = 60;

/**
 * Tightens the bounds until no triangle contradicts them, then keeps their squares for `boundsError`.
 * Returns 1 where a lower bound exceeds an upper one by more than the tolerance; both are then set to the upper one.
 * Source: Crippen & Havel 1988; Floyd's shortest paths. Cost O(atoms³).
 */
export function smooth(): i32 {
  const n = atoms;
  let contradiction = 0;
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const upperIk = at(bounds, i < k ? i * n + k : k * n + i);
      const lowerIk = at(bounds, i < k ? k * n + i : i * n + k);
      for (let j = i + 1; j < n; j++) {
        if (j === k) continue;
        const upperKj = at(bounds, j < k ? j * n + k : k * n + j);
        const lowerKj = at(bounds, j < k ? k * n + j : j * n + k);
        const upper = upperIk + upperKj;
        if (at(bounds, i * n + j) > upper) put(bounds, i * n + j, upper);
        const lower = max(lowerIk - upperKj, lowerKj - upperIk);
        if (at(bounds, j * n + i) < lower) put(bounds, j * n + i, lower);
        if (at(bounds, j * n + i) > at(bounds, i * n + j)) {
          if (at(bounds, j * n + i) > at(bounds, i * n + j) * (1.0 + TOLERANCE)) contradiction = 1;
          put(bounds, j * n + i, at(bounds, i * n + j));
        }
      }
    }
  }
  let p = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const lower = at(bounds, j * n + i);
      const upper = at(bounds, i * n + j);
      put(squares, p, lower * lower);
      put(squares, p + 1, upper * upper);
      p += 2;
    }
  }
  return contradiction;
}

/**
 * Draws a distance for each pair within its bounds and places the atoms in four dimensions by the largest eigenvectors
 * of the metric matrix. Source: Havel, Kuntz & Crippen 1983. Cost O(atoms²).
 */
export function embed(): void {
  const n = atoms;
  for (let i = 0; i < n; i++) {
    put(metric, i * n + i, 0.0);
    for (let j = i + 1; j < n; j++) {
      const lower = at(bounds, j * n + i);
      const distance = lower + (at(bounds, i * n + j) - lower) * random();
      put(metric, i * n + j, distance * distance);
      put(metric, j * n + i, distance * distance);
    }
  }
  // Squared distance of each atom to the centre of mass, kept in the gradient's room.
  let mean: f64 = 0.0;
  for (let i = 0; i < n; i++) {
    let sum: f64 = 0.0;
    for (let j = 0; j < n; j++) sum += at(metric, i * n + j);
    put(gradient, i, sum / <f64>n);
    mean += sum;
  }
  mean /= 2.0 * <f64>n * <f64>n;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      put(metric, i * n + j, 0.5 * (at(gradient, i) + at(gradient, j) - 2.0 * mean - at(metric, i * n + j)));
    }
  }
  for (let axis = 0; axis < 4; axis++) placeAxis(axis);
}

/** One coordinate of all atoms: the largest eigenvector that is left, which is then taken out of the matrix. */
function placeAxis(axis: i32): void {
  const n = atoms;
  const vector = gradient;
  const image = gradient + ((<usize>n) << 3);
  for (let i = 0; i < n; i++) put(vector, i, random() - 0.5);
  let value: f64 = 0.0;
  for (let step = 0; step < POWER_STEPS; step++) {
    let norm: f64 = 0.0;
    for (let i = 0; i < n; i++) norm += at(vector, i) * at(vector, i);
    norm = norm > 0.0 ? 1.0 / sqrt(norm) : 0.0;
    for (let i = 0; i < n; i++) put(vector, i, at(vector, i) * norm);
    const before = value;
    value = 0.0;
    for (let i = 0; i < n; i++) {
      let sum: f64 = 0.0;
      const row = metric + ((<usize>(i * n)) << 3);
      for (let j = 0; j < n; j++) sum += at(row, j) * at(vector, j);
      put(image, i, sum);
      value += sum * at(vector, i);
    }
    if (step > 5 && abs(value - before) < 1e-3 * abs(value)) break;
    // A negative eigenvalue holds no coordinate: the vector stays as it is.
    if (value <= 0.0) break;
    for (let i = 0; i < n; i++) put(vector, i, at(image, i));
  }
  let norm: f64 = 0.0;
  for (let i = 0; i < n; i++) norm += at(vector, i) * at(vector, i);
  norm = norm > 0.0 ? 1.0 / sqrt(norm) : 0.0;
  const length = value > 0.0 ? sqrt(value) : 0.0;
  for (let i = 0; i < n; i++) {
    const component = at(vector, i) * norm;
    put(position, 4 * i + axis, value > 0.0 ? component * length : random() - 0.5);
    put(vector, i, component);
  }
  if (value <= 0.0) return;
  for (let i = 0; i < n; i++) {
    const own = value * at(vector, i);
    for (let j = 0; j < n; j++) add(metric, i * n + j, -own * at(vector, j));
  }
}

/** Error of the distances against their bounds, dimensionless; adds its gradient. Source: Blaney & Dixon 1994. */
export function boundsError(weight: f64): f64 {
  const n = atoms;
  let energy: f64 = 0.0;
  let p = squares;
  for (let i = 0; i < n; i++) {
    const own = position + ((<usize>i) << 5);
    const x = load<f64>(own);
    const y = load<f64>(own, 8);
    const z = load<f64>(own, 16);
    const w = load<f64>(own, 24);
    let gx: f64 = 0.0;
    let gy: f64 = 0.0;
    let gz: f64 = 0.0;
    let gw: f64 = 0.0;
    for (let j = i + 1; j < n; j++, p += 16) {
      const other = position + ((<usize>j) << 5);
      const dx = x - load<f64>(other);
      const dy = y - load<f64>(other, 8);
      const dz = z - load<f64>(other, 16);
      const dw = w - load<f64>(other, 24);
      const square = dx * dx + dy * dy + dz * dz + dw * dw;
      const lower = load<f64>(p);
      const upper = load<f64>(p, 8);
      let slope: f64;
      if (square > upper) {
        const excess = square / upper - 1.0;
        energy += excess * excess;
        slope = (4.0 * excess) / upper;
      } else if (square < lower) {
        const sum = lower + square;
        const lack = (2.0 * lower) / sum - 1.0;
        energy += lack * lack;
        slope = (-8.0 * lack * lower) / (sum * sum);
      } else continue;
      slope *= weight;
      gx += slope * dx;
      gy += slope * dy;
      gz += slope * dz;
      gw += slope * dw;
      const target = gradient + ((<usize>j) << 5);
      store<f64>(target, load<f64>(target) - slope * dx);
      store<f64>(target, load<f64>(target, 8) - slope * dy, 8);
      store<f64>(target, load<f64>(target, 16) - slope * dz, 16);
      store<f64>(target, load<f64>(target, 24) - slope * dw, 24);
    }
    add(gradient, 4 * i, gx);
    add(gradient, 4 * i + 1, gy);
    add(gradient, 4 * i + 2, gz);
    add(gradient, 4 * i + 3, gw);
  }
  return energy * weight;
}

/** Penalty of the fourth dimension; adds its gradient. */
export function fourthDimension(weight: f64): f64 {
  let energy: f64 = 0.0;
  for (let i = 0; i < atoms; i++) {
    const w = at(position, 4 * i + 3);
    energy += w * w;
    add(gradient, 4 * i + 3, 2.0 * weight * w);
  }
  return energy * weight;
}
