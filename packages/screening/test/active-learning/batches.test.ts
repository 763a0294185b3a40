import { describe, expect, it } from "vitest";
import {
  chosenAfter,
  createSurrogate,
  divideShare,
  drawBatch,
  mostPromising,
  nextBatch,
  openExpectation,
  packFeatures,
  unpackFeatures,
} from "../../src/active-learning/index.ts";
import { featuresOf, syntheticLibrary } from "./synthetic-library.ts";

describe("a share in batches", () => {
  it.each([
    // Ligands, share, batches asked for; ligands to score, batches, how many are chosen after each.
    [1000, 0.2, 4, 200, 4, [50, 100, 150, 200]],
    [1000, 0.0333, 4, 33, 4, [8, 17, 25, 33]],
    [12, 0.25, 10, 3, 3, [1, 2, 3]],
    [2, 0.01, 5, 1, 1, [1]],
    [0, 0.2, 5, 0, 0, []],
  ])("of %i ligands, %f in %i batches", (ligands, fraction, wanted, target, batches, chosen) => {
    const share = divideShare(ligands, { fraction, batches: wanted });
    expect(share).toEqual({ target, batches });
    expect(Array.from({ length: batches }, (_, batch) => chosenAfter(share, batch))).toEqual(chosen);
  });
});

describe("a batch", () => {
  it("takes the greatest worth first, of equal ones the first, and leaves what is worth nothing to the end", () => {
    const worth = [1, 5, Number.NEGATIVE_INFINITY, 5, 2];
    expect(mostPromising([10, 11, 12, 13, 14], worth, 3)).toEqual([11, 13, 14]);
    expect(mostPromising([10, 11, 12, 13, 14], worth, 9)).toEqual([11, 13, 14, 10, 12]);
  });

  it("is the same whether the ligands are at hand or what was learned is sent to where they are", () => {
    const { ligands, scores } = syntheticLibrary(300, 5);
    const open = [...ligands.keys()];
    const first = drawBatch(open, 40, 7);
    const known = new Map(first.map((index) => [index, scores[index]!]));
    const whole = nextBatch(ligands, known, { size: 25, better: "lower", seed: 7 });

    const trained = [...known.keys()].sort((a, b) => a - b);
    const packed = unpackFeatures(packFeatures(trained.map((index) => ligands[index]!))).filter((one) => one !== null);
    const sent = structuredClone(
      createSurrogate().fit(
        packed,
        trained.map((index) => scores[index]!),
      ).learned,
    );
    const rest = open.filter((index) => !known.has(index));
    const expected = openExpectation(sent)(rest.map((index) => ligands[index]!));
    expect(
      mostPromising(
        rest,
        expected.map((score) => -score),
        25,
      ),
    ).toEqual(whole);
  });
});

describe("packed features", () => {
  it("come back as they were, with gaps for ligands that have none", () => {
    const ligands = [featuresOf([1, 0, 3], [0.25, -7]), null, featuresOf([], [1, 2]), featuresOf([0, 2], [4, 5])];
    expect(unpackFeatures(packFeatures(ligands))).toEqual(ligands);
    expect(unpackFeatures(packFeatures([]))).toEqual([]);
    expect(unpackFeatures(packFeatures([null]))).toEqual([null]);
  });
});
