import { createRng } from "@qinghao/kernel";

export function meanAbsoluteError(predicted: ArrayLike<number>, measured: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < measured.length; i++) sum += Math.abs(predicted[i]! - measured[i]!);
  return measured.length === 0 ? 0 : sum / measured.length;
}

export function rootMeanSquareError(predicted: ArrayLike<number>, measured: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < measured.length; i++) sum += (predicted[i]! - measured[i]!) ** 2;
  return Math.sqrt(sum / measured.length);
}

/** 1 - residual over total sum of squares. */
export function coefficientOfDetermination(predicted: ArrayLike<number>, measured: ArrayLike<number>): number {
  const average = mean(measured);
  let residual = 0;
  let total = 0;
  for (let i = 0; i < measured.length; i++) {
    residual += (predicted[i]! - measured[i]!) ** 2;
    total += (measured[i]! - average) ** 2;
  }
  return 1 - residual / total;
}

/** Spearman's rank correlation; ties share their mean rank. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const x = ranks(a);
  const y = ranks(b);
  const mx = mean(x);
  const my = mean(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    xy += (x[i]! - mx) * (y[i]! - my);
    xx += (x[i]! - mx) ** 2;
    yy += (y[i]! - my) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const out = new Float64Array(values.length);
  for (let i = 0; i < order.length; ) {
    let end = i + 1;
    while (end < order.length && values[order[end]!] === values[order[i]!]) end++;
    for (let k = i; k < end; k++) out[order[k]!] = (i + end - 1) / 2;
    i = end;
  }
  return out;
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length === 0 ? 0 : sum / values.length;
}

/** Sample standard deviation. */
export function standardDeviation(values: ArrayLike<number>): number {
  if (values.length < 2) return 0;
  const average = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - average) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}

/** Mean and its 95 % percentile bootstrap interval (Efron 1979), 2,000 resamples, fixed seed. */
export function bootstrapMean(values: ArrayLike<number>): { value: number; lo: number; hi: number } {
  const rng = createRng(20261122);
  const means = Float64Array.from({ length: 2000 }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[rng.int(values.length)]!;
    return sum / values.length;
  }).sort();
  return { value: mean(values), lo: means[49]!, hi: means[1949]! };
}
