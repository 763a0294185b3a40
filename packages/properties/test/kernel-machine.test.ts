import { openBackend } from "@qinghao/compute/node";
import { describe, expect, it } from "vitest";
import { loadKernel } from "../src/kernel-machine/run-kernel.ts";
import { applyScaling, fitScaling } from "../src/kernel-machine/scaling.ts";
import { gaussianKernel, solveKernel } from "../src/kernel-machine/train-kernel.ts";
import golden from "./golden/learners.json" with { type: "json" };

const width = 4;
const x = Float32Array.from(golden.x.flat());
const { gamma, ridge, shift, values } = golden.kernelRidge;

describe("kernel machine", () => {
  it("gives scikit-learn's kernel ridge regression on the same rows, on the cpu backend", async () => {
    const rate = gamma / width;
    const kernel = gaussianKernel(x, golden.y.length, width, rate);
    const { base, weights } = solveKernel(kernel, Float64Array.from(golden.y), {
      gamma,
      ridge,
      robustDelta: 1,
      rounds: 1,
    });
    const backend = await openBackend("cpu");
    const loaded = await loadKernel(backend, { rate, base, width, centres: x, weights: Float32Array.from(weights) });
    const query = x.slice(0, 20 * width).map((value) => value + shift);
    const predicted = await loaded.run(query, 20);
    values.forEach((value, i) => {
      expect(predicted[i]).toBeCloseTo(value, 3);
    });
    await loaded.dispose();
    await backend.dispose();
  });

  it("gives an outlier less weight when it is robust", () => {
    const n = 40;
    const line = Float32Array.from({ length: n }, (_, i) => i / 10);
    const target = Float64Array.from(line, (v) => Math.sin(v));
    target[20] = 30;
    const kernel = gaussianKernel(line, n, 1, 1);
    const at = (rounds: number): number => {
      const { base, weights } = solveKernel(kernel, target, { gamma: 1, ridge: 0.1, robustDelta: 0.1, rounds });
      return base + weights.reduce((sum, w, j) => sum + w * kernel[19 * n + j]!, 0);
    };
    expect(Math.abs(at(8) - Math.sin(1.9))).toBeLessThan(Math.abs(at(1) - Math.sin(1.9)) / 4);
  });

  it("standardises to whole numbers of 4/127 standard deviations, cut off at four", () => {
    const values = Float32Array.from({ length: 101 }, (_, i) => (i === 100 ? 1000 : i % 2 ? 1 : -1));
    const matrix = { rows: 101, columns: 1, values };
    const scaling = fitScaling(matrix, 0);
    const steps = applyScaling(scaling, matrix);
    expect(steps[100]).toBe(127);
    expect(steps.every(Number.isInteger)).toBe(true);
    expect(steps[0]).toBe(Math.round(((-1 - scaling.mean[0]!) / scaling.scale[0]!) * (127 / 4)));
  });
});
