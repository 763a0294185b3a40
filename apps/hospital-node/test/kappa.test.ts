import { describe, expect, test } from "vitest";
import { agreements, cohensKappa } from "../src/pages/kappa.ts";

const times = <T>(count: number, pair: T): T[] => Array.from({ length: count }, () => pair);

describe("agreement of readers", () => {
  test("two readers, 50 items: 0.4 (worked example of the statistic's encyclopaedia entry)", () => {
    const pairs = [
      ...times(20, ["met", "met"] as const),
      ...times(5, ["met", "not-met"] as const),
      ...times(10, ["not-met", "met"] as const),
      ...times(15, ["not-met", "not-met"] as const),
    ];
    const { both, agreed, kappa } = cohensKappa(pairs);
    expect([both, agreed]).toEqual([50, 35]);
    expect(kappa).toBeCloseTo(0.4, 12);
  });

  test("three categories, as scikit-learn's cohen_kappa_score computes it", () => {
    const pairs = [
      ...times(7, ["met", "met"] as const),
      ...times(2, ["met", "unknown"] as const),
      ...times(1, ["not-met", "met"] as const),
      ...times(5, ["not-met", "not-met"] as const),
      ...times(3, ["unknown", "unknown"] as const),
      ...times(2, ["unknown", "not-met"] as const),
    ];
    expect(cohensKappa(pairs).kappa).toBeCloseTo(0.6168582375478928, 10);
  });

  test("has no value where both always say the same one thing", () => {
    expect(cohensKappa(times(4, ["met", "met"] as const)).kappa).toBeNull();
  });

  test("pairs readers over what both judged", () => {
    const judged = (reader: string, patient: number, verdict: "met" | "not-met") => ({
      patient,
      criterion: "c1",
      reader,
      verdict,
    });
    const all = [judged("Chen", 1, "met"), judged("Li", 1, "met"), judged("Chen", 2, "met"), judged("Wu", 3, "met")];
    expect(agreements(all)).toEqual([{ readers: ["Chen", "Li"], both: 1, agreed: 1, kappa: null }]);
  });
});
