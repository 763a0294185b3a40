import type { Criterion, Tree } from "@qinghao/trials/schema";
import { describe, expect, it } from "vitest";
import { askOf, firstAsk, wireAsk } from "../../features/trials/runs/ask.ts";
import { sumOf, sumText } from "../../features/trials/runs/sums.ts";
import { scaleOf, thresholdsOf, withBound } from "../../features/trials/runs/thresholds.ts";

const tree: Tree = {
  kind: "all",
  of: [
    { kind: "age", range: { min: 18, max: 75 }, unit: "year" },
    { kind: "not", of: { kind: "score", score: "ecog", range: { min: 2 } } },
  ],
};
const criterion: Criterion = {
  id: "c1",
  type: "inclusion",
  text: "",
  start: 0,
  end: 0,
  computable: "full",
  tree,
  notes: [],
};
const below = "below-threshold" as Parameters<typeof sumOf>[0][number];
const told = (count: number) => count as Parameters<typeof sumOf>[0][number];

describe("sums of released numbers", () => {
  it("never count a withheld number as 0 people", () => {
    expect(sumOf([told(120), below, undefined])).toEqual({ told: 1, withheld: 1, total: 120 });
    expect(sumText(sumOf([told(120), below]), String)).toBe("≥120");
    expect(sumText(sumOf([told(120), told(5)]), String)).toBe("125");
    expect(sumText(sumOf([below, below]), String)).toBeNull();
  });
});

describe("thresholds", () => {
  it("are found in groups and denials and set where they stand", () => {
    const found = thresholdsOf(criterion);
    expect(found.map(({ value, side, path }) => [value, side, path])).toEqual([
      [18, "min", [0]],
      [75, "max", [0]],
      [2, "min", [1, 0]],
    ]);
    const changed = withBound(tree, found[2]!, 3);
    expect(thresholdsOf({ ...criterion, tree: changed }).map(({ value }) => value)).toEqual([18, 75, 3]);
    expect(thresholdsOf(criterion).map(({ value }) => value)).toEqual([18, 75, 2]);
  });

  it("stand inside the slider's scale", () => {
    for (const value of [0, 1, 1.5, 18, 75, 130, 0.02, 100_000]) {
      const { min, max, step } = scaleOf(value);
      expect(min).toBeLessThanOrEqual(value);
      expect(max).toBeGreaterThanOrEqual(value);
      expect(step).toBeGreaterThan(0);
    }
  });
});

describe("a question", () => {
  it("carries each other bound as a form of its criterion, and is read back from a run", () => {
    const draft = {
      ...firstAsk([criterion]),
      loosened: new Map([
        ["c1 0 max", 80],
        ["c1 0 min", 18],
      ]),
    };
    const wire = wireAsk(draft, [criterion]);
    expect(wire.loosened).toHaveLength(1);
    expect(wire.loosened[0]).toMatchObject({ criterion: "c1", tree: withBound(tree, { path: [0], side: "max" }, 80) });
    expect([...askOf(wire, [criterion]).loosened]).toEqual([["c1 0 max", 80]]);
  });
});
