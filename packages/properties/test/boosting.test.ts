import { createRng } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { binMatrix, type FeatureMatrix } from "../src/boosting/bin-matrix.ts";
import { type GbdtOptions, predictGbdt, trainGbdt } from "../src/boosting/gbdt.ts";
import { createScorer } from "../src/boosting/quick-scorer.ts";
import { packGbdt, unpackGbdt } from "../src/model/pack-gbdt.ts";
import { decodeTensors, encodeTensors } from "../src/model/tensor-file.ts";
import golden from "./golden/learners.json" with { type: "json" };

const options: GbdtOptions = {
  trees: 25,
  learningRate: 0.1,
  leaves: 7,
  minLeafRows: 5,
  l2: 1,
  featureFraction: 1.1,
  maxDepth: 99,
  rowFraction: 1,
  maxBins: 255,
  minNonDefault: 1,
  loss: { kind: "squared" },
};

const matrixOf = (rows: readonly (readonly number[])[]): FeatureMatrix => ({
  rows: rows.length,
  columns: rows[0]!.length,
  values: Float32Array.from(rows.flat()),
});

const squaredError = (a: Float64Array, b: Float64Array): number => a.reduce((sum, v, i) => sum + (v - b[i]!) ** 2, 0);

describe("gradient boosting", () => {
  it("gives LightGBM's predictions on the same rows and settings", () => {
    const matrix = matrixOf(golden.x);
    const model = trainGbdt(matrix, Float64Array.from(golden.y), options, 1);
    const predicted = predictGbdt(model, matrix);
    golden.lightgbm.forEach((value, i) => {
      expect(predicted[i]).toBeCloseTo(value, 5);
    });
  });

  it("lowers the training error with every tree", () => {
    const matrix = matrixOf(golden.x);
    const target = Float64Array.from(golden.y);
    let last = Number.POSITIVE_INFINITY;
    for (const trees of [1, 2, 5, 10, 25, 60]) {
      const error = squaredError(predictGbdt(trainGbdt(matrix, target, { ...options, trees }, 1), matrix), target);
      expect(error).toBeLessThan(last);
      last = error;
    }
  });

  it("reaches a step function exactly", () => {
    const rows = Array.from({ length: 64 }, (_, i) => [i, i % 2]);
    const target = Float64Array.from(rows, ([x, odd]) => (x! < 20 ? -1 : x! < 45 ? 3 : 3 + 2 * odd!));
    const model = trainGbdt(
      matrixOf(rows),
      target,
      { ...options, l2: 0, learningRate: 1, trees: 3, minLeafRows: 1 },
      1,
    );
    predictGbdt(model, matrixOf(rows)).forEach((value, i) => {
      expect(value).toBeCloseTo(target[i]!, 5);
    });
  });

  it("is not pulled by one wild value when the loss is Huber's", () => {
    const rng = createRng(5);
    const rows = Array.from({ length: 200 }, () => [rng.next() * 10]);
    const target = Float64Array.from(rows, ([x]) => Math.sin(x!));
    const wild = target.slice();
    wild[0] = 500;
    const clean = rows.slice(1);
    const errorOf = (loss: GbdtOptions["loss"]): number => {
      const model = trainGbdt(matrixOf(rows), wild, { ...options, loss, trees: 100 }, 1);
      return squaredError(predictGbdt(model, matrixOf(clean)), target.slice(1)) / clean.length;
    };
    expect(errorOf({ kind: "huber", delta: 0.5 })).toBeLessThan(errorOf({ kind: "squared" }) / 10);
  });

  it("is the same for the same seed, another for another, with sampling", () => {
    const sampled = { ...options, rowFraction: 0.6, featureFraction: 0.5 };
    const fit = (seed: number) => [
      ...predictGbdt(trainGbdt(matrixOf(golden.x), Float64Array.from(golden.y), sampled, seed), matrixOf(golden.x)),
    ];
    expect(fit(1)).toEqual(fit(1));
    expect(fit(1)).not.toEqual(fit(2));
  });

  it("predicts a row as its bins were split, at every edge", () => {
    const rng = createRng(3);
    const rows = Array.from({ length: 300 }, () => [Math.fround(rng.normal()), rng.int(3), 0, rng.int(500)]);
    const bins = binMatrix(matrixOf(rows), 16, 1);
    expect([...bins.columns]).toEqual([0, 1, 3]);
    bins.edges.forEach((edges, f) => {
      rows.forEach((row, r) => {
        const value = Math.fround(row[bins.columns[f]!]!);
        const bin = bins.bins[f * 300 + r]!;
        if (bin > 0) expect(value).toBeGreaterThan(edges[bin - 1]!);
        if (bin < edges.length) expect(value).toBeLessThanOrEqual(edges[bin]!);
      });
    });
  });

  it("survives packing without a change in any prediction", () => {
    const matrix = matrixOf(golden.x);
    const model = trainGbdt(matrix, Float64Array.from(golden.y), { ...options, leaves: 60, minLeafRows: 1 }, 1);
    const again = unpackGbdt(
      "m",
      decodeTensors(encodeTensors(packGbdt("m", { ...model, base: Math.fround(model.base) }))),
    );
    expect([...predictGbdt(again, matrix)]).toEqual([
      ...predictGbdt({ ...model, base: Math.fround(model.base) }, matrix),
    ]);
  });

  it("scores by bit words exactly as by walking the trees", () => {
    const rng = createRng(9);
    const rows = Array.from({ length: 500 }, () => [rng.normal(), rng.int(4), rng.int(2) * rng.normal(), rng.next()]);
    const target = Float64Array.from(rows, (row) => Math.sin(3 * row[0]!) + row[1]! * row[2]!);
    for (const leaves of [1, 2, 7, 32]) {
      const model = trainGbdt(matrixOf(rows), target, { ...options, leaves, minLeafRows: 1, trees: 40 }, 1);
      const scored = createScorer(model)(matrixOf(rows));
      predictGbdt(model, matrixOf(rows)).forEach((value, i) => {
        expect(scored[i]).toBeCloseTo(value, 12);
      });
    }
    const large = trainGbdt(matrixOf(rows), target, { ...options, leaves: 40, minLeafRows: 1 }, 1);
    expect(() => createScorer(large)).toThrow(RangeError);
  });

  it("refuses a matrix of another width", () => {
    const model = trainGbdt(matrixOf(golden.x), Float64Array.from(golden.y), options, 1);
    expect(() => predictGbdt(model, matrixOf([[1, 2]]))).toThrow(RangeError);
  });
});
