import { isQinghaoError } from "@qinghao/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cholesky, solveLower, solveUpper } from "../../src/active-learning/cholesky.ts";
import { createSurrogate } from "../../src/active-learning/index.ts";
import golden from "./golden.json" with { type: "json" };
import { featuresOf, syntheticLibrary } from "./synthetic-library.ts";

const all = golden.counts.map((counts, row) => featuresOf(counts, golden.properties[row]!));
const known = all.slice(0, golden.scores.length);
const others = all.slice(golden.scores.length);

describe("createSurrogate", () => {
  it(`is Gaussian process regression, by the formulas in ${golden.source}`, () => {
    const { weights, reach, noise } = golden;
    const learned = createSurrogate({ weights, reach, noise }).fit(known, golden.scores);
    const { mean, spread } = learned.predict(others);
    expect(learned.expect(others)).toEqual(mean);
    golden.mean.forEach((expected, row) => {
      expect(mean[row]).toBeCloseTo(expected, 4);
      expect(spread[row]).toBeCloseTo(golden.spread[row]!, 4);
    });
  });

  it("learns from ligands outside of its basis", () => {
    const { ligands, scores } = syntheticLibrary(700, 3);
    const error = (rows: number) => {
      const surrogate = createSurrogate({ basis: 100 }).fit(ligands.slice(0, rows), scores.slice(0, rows));
      const { mean } = surrogate.predict(ligands.slice(500));
      return mean.reduce((sum, value, row) => sum + (value - scores[500 + row]!) ** 2, 0) / mean.length;
    };
    expect(error(500)).toBeLessThan(0.8 * error(100));
  });

  it("is less sure of what it has not seen", () => {
    const { ligands, scores } = syntheticLibrary(60, 5);
    const foreign = featuresOf([...new Array<number>(60).fill(0), 2, 2, 2], [0, 0]);
    const { spread } = createSurrogate().fit(ligands, scores).predict([ligands[0]!, foreign]);
    expect(spread[0]).toBeLessThan(0.8 * spread[1]!);
  });

  it("expects the one score there is of everything", () => {
    const { mean } = createSurrogate().fit(known.slice(0, 1), [-6.5]).predict(others);
    expect([...mean]).toEqual(others.map(() => -6.5));
  });

  it.each([
    ["no ligand", [], []],
    ["fewer scores than ligands", known.slice(0, 2), [-7]],
    ["a score that is no number", known.slice(0, 2), [-7, Number.NaN]],
  ])("refuses %s", (_, ligands, scores) => {
    const fit = () => createSurrogate().fit(ligands, scores);
    expect(fit).toThrow(expect.toSatisfy((e) => isQinghaoError(e) && e.code === "screening.surrogate.scores"));
  });
});

describe("cholesky", () => {
  const size = 6;
  const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 36, maxLength: 36 });
  it("gives back the matrix, and solves with it", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const matrix = new Float64Array(size * size);
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++)
            for (let k = 0; k < size; k++) matrix[i * size + j]! += values[i * size + k]! * values[j * size + k]!;
        for (let i = 0; i < size; i++) matrix[i * size + i]! += 1;
        const lower = cholesky(matrix, size);
        const wanted = Float64Array.from({ length: size }, (_, i) => i - 2);
        const right = Float64Array.from({ length: size }, (_, i) =>
          wanted.reduce((sum, value, j) => sum + matrix[i * size + j]! * value, 0),
        );
        const solved = solveUpper(lower, size, solveLower(lower, size, right));
        for (let i = 0; i < size; i++) {
          expect(solved[i]).toBeCloseTo(wanted[i]!, 6);
          for (let j = 0; j <= i; j++) {
            let product = 0;
            for (let k = 0; k < size; k++) product += lower[i * size + k]! * lower[j * size + k]!;
            expect(product).toBeCloseTo(matrix[i * size + j]!, 8);
          }
        }
      }),
    );
  });
});
