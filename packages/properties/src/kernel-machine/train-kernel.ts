/** A Gaussian-kernel regression: value = base + sum_j weight_j exp(-rate |x - centre_j|^2). */
export type KernelMachine = {
  readonly rate: number;
  readonly base: number;
  /** Inputs per row. */
  readonly width: number;
  /** Training rows, [count * width]. */
  readonly centres: Float32Array;
  readonly weights: Float32Array;
};

export type KernelOptions = {
  /** Of exp(-gamma * mean squared distance per input, in standard deviations). */
  readonly gamma: number;
  /** Noise variance over signal variance. */
  readonly ridge: number;
  /** Residuals beyond this many target units weigh less (iteratively reweighted, Huber's weights). */
  readonly robustDelta: number;
  readonly rounds: number;
};

/** Symmetric matrix of exp(-rate |x_i - x_j|^2), [n * n]. Cost n^2 * width / 2. */
export function gaussianKernel(x: Float32Array, n: number, width: number, rate: number): Float32Array {
  const kernel = new Float32Array(n * n);
  for (let i = 0; i < n; i++) {
    kernel[i * n + i] = 1;
    for (let j = 0; j < i; j++) {
      const value = Math.exp(-rate * squaredDistance(x, i * width, x, j * width, width));
      kernel[i * n + j] = value;
      kernel[j * n + i] = value;
    }
  }
  return kernel;
}

export function squaredDistance(x: Float32Array, at: number, y: Float32Array, to: number, width: number): number {
  let even = 0;
  let odd = 0;
  let c = 0;
  for (; c + 1 < width; c += 2) {
    const p = x[at + c]! - y[to + c]!;
    const q = x[at + c + 1]! - y[to + c + 1]!;
    even += p * p;
    odd += q * q;
  }
  if (c < width) even += (x[at + c]! - y[to + c]!) ** 2;
  return even + odd;
}

/**
 * Kernel ridge regression (the mean of a Gaussian process), made robust by reweighting.
 * Sources: Rasmussen & Williams 2006, equation 2.25; Huber 1964, doi 10.1214/aoms/1177703732 (weights); solved by conjugate gradients
 * (Hestenes & Stiefel 1952). Cost rounds * iterations * n^2.
 * @param kernel from gaussianKernel
 * @returns weights, one per row
 */
export function solveKernel(
  kernel: Float32Array,
  target: Float64Array,
  options: KernelOptions,
): { base: number; weights: Float64Array } {
  const n = target.length;
  let base = 0;
  for (const y of target) base += y / n;
  const centred = Float64Array.from(target, (y) => y - base);
  const noise = new Float64Array(n).fill(options.ridge);
  let weights: Float64Array = new Float64Array(n);
  for (let round = 0; round < options.rounds; round++) {
    weights = conjugateGradients(kernel, noise, centred, weights);
    // In the solution the residual of a row is its noise times its weight.
    for (let i = 0; i < n; i++) {
      const residual = Math.abs(noise[i]! * weights[i]!);
      noise[i] = options.ridge * Math.max(1, residual / options.robustDelta);
    }
  }
  return { base, weights };
}

function conjugateGradients(
  kernel: Float32Array,
  noise: Float64Array,
  target: Float64Array,
  start: Float64Array,
): Float64Array {
  const n = target.length;
  const x = start.slice();
  const product = new Float64Array(n);
  multiply(kernel, noise, x, product);
  const residual = Float64Array.from(target, (y, i) => y - product[i]!);
  const direction = residual.slice();
  const tolerance = 1e-7 * dot(target, target);
  let square = dot(residual, residual);
  for (let iteration = 0; iteration < 200 && square > tolerance; iteration++) {
    multiply(kernel, noise, direction, product);
    const step = square / dot(direction, product);
    for (let i = 0; i < n; i++) {
      x[i]! += step * direction[i]!;
      residual[i]! -= step * product[i]!;
    }
    const next = dot(residual, residual);
    for (let i = 0; i < n; i++) direction[i] = residual[i]! + (next / square) * direction[i]!;
    square = next;
  }
  return x;
}

function multiply(kernel: Float32Array, noise: Float64Array, x: Float64Array, out: Float64Array): void {
  const n = x.length;
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let even = noise[i]! * x[i]!;
    let odd = 0;
    let j = 0;
    for (; j + 1 < n; j += 2) {
      even += kernel[row + j]! * x[j]!;
      odd += kernel[row + j + 1]! * x[j + 1]!;
    }
    if (j < n) even += kernel[row + j]! * x[j]!;
    out[i] = even + odd;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
