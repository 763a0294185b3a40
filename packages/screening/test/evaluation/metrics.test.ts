// Oracle: Python RDKit's ML.Scoring.Scoring (CalcAUC, CalcEnrichment, CalcBEDROC), by make-golden.py.
import { describe, expect, it } from "vitest";
import { activeRanks, bedroc, enrichmentFactor, rocAuc } from "../../src/evaluation/index.ts";
import golden from "./golden.json" with { type: "json" };

describe(`measures of a ranked list are those of ${golden.source}`, () => {
  it.each(golden.rankings)("$ranks.length actives among $total", ({ ranks, total, auc, ef1, ef5, bedroc20 }) => {
    expect(rocAuc(ranks, total)).toBeCloseTo(auc, 10);
    expect(enrichmentFactor(ranks, total, 0.01)).toBeCloseTo(ef1, 10);
    expect(enrichmentFactor(ranks, total, 0.05)).toBeCloseTo(ef5, 10);
    expect(bedroc(ranks, total, 20)).toBeCloseTo(bedroc20, 10);
  });
});

describe("activeRanks", () => {
  it("puts a decoy before an active of the same score", () => {
    expect([...activeRanks(Float64Array.of(0.5, 0.9), Float64Array.of(0.5, 0.1, 0.5))]).toEqual([0, 3]);
  });
  it("gives every place when all are equal", () => {
    expect(rocAuc(activeRanks(new Float64Array(3), new Float64Array(4)), 7)).toBe(0);
  });
});
