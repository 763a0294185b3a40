import { createRng } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { bootstrapLists, evaluateLists, type ListScores } from "../../src/evaluation/index.ts";

/** Normal scores; those of actives lie `shift` higher. */
function normalScores(actives: number, decoys: number, shift: number): ListScores {
  const rng = createRng(4);
  return {
    actives: Float64Array.from({ length: actives }, () => rng.normal() + shift),
    decoys: Float64Array.from({ length: decoys }, () => rng.normal()),
  };
}

/** Standard error of the AUC after DeLong, DeLong & Clarke-Pearson 1988 (doi 10.2307/2531595). */
function delongError(actives: Float64Array, decoys: Float64Array): number {
  const share = (values: Float64Array, is: (value: number) => boolean) => values.filter(is).length / values.length;
  const variance = (values: Float64Array) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  };
  const ofActives = actives.map((score) => share(decoys, (decoy) => decoy < score));
  const ofDecoys = decoys.map((score) => share(actives, (active) => active > score));
  return Math.sqrt(variance(ofActives) / actives.length + variance(ofDecoys) / decoys.length);
}

describe("bootstrapLists", () => {
  it("is as wide for the AUC as DeLong's formula says", () => {
    const scores = normalScores(60, 500, 1);
    const { low, high } = bootstrapLists([scores], [[]], { seed: 1 });
    const ranked = scores.decoys.filter((_, row) => row % 5 !== 0); // the first list sets every fifth aside
    const error = delongError(scores.actives, ranked);
    const { auc } = evaluateLists([scores], [[]]);
    expect(Math.abs((high.auc - low.auc) / (2 * 1.96 * error) - 1)).toBeLessThan(0.1);
    expect(Math.abs((high.auc + low.auc) / 2 - auc)).toBeLessThan(0.01);
  });

  it("holds the measures themselves", () => {
    const scores = normalScores(40, 400, 1.5);
    const lists = [
      [0, 1],
      [2, 3],
    ];
    const value = evaluateLists([scores, scores], lists);
    const { low, high } = bootstrapLists([scores, scores], lists, { seed: 1, draws: 300 });
    for (const measure of ["auc", "ef1", "ef5", "bedroc20"] as const) {
      expect(low[measure]).toBeLessThan(value[measure]);
      expect(high[measure]).toBeGreaterThan(value[measure]);
    }
  });

  it("has no width where every draw is perfect", () => {
    const scores = { actives: new Float64Array(10).fill(1), decoys: new Float64Array(100) };
    const { low, high } = bootstrapLists([scores], [[0]], { seed: 1, draws: 50 });
    expect([low.auc, high.auc]).toEqual([1, 1]);
    expect(low.bedroc20).toBeCloseTo(1, 10);
  });

  it("counts a tie against the active, and leaves the queries out", () => {
    const tied = { actives: Float64Array.of(9, 0, 0), decoys: new Float64Array(20) };
    expect(bootstrapLists([tied], [[0]], { seed: 1, draws: 50 }).high.auc).toBe(0);
  });

  it("has no bounds where all actives are queries", () => {
    const none = { actives: Float64Array.of(1), decoys: new Float64Array(20) };
    expect(bootstrapLists([none], [[0]], { seed: 1, draws: 5 }).low.auc).toBeNaN();
  });

  it("is the same for the same seed", () => {
    const scores = normalScores(30, 200, 1);
    const draw = (seed: number) => bootstrapLists([scores], [[]], { seed, draws: 100 });
    expect(draw(2)).toEqual(draw(2));
    expect(draw(2)).not.toEqual(draw(3));
  });
});
