import type { ModelEvaluation } from "@qinghao/api/schema";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { coverageChart, largestErrors, parityChart, similarityChart } from "../features/models/evaluation-charts.ts";
import models from "../i18n/messages/en/models.json" with { type: "json" };

const t = createTranslator({ locale: "en", messages: { models }, namespace: "models" }) as Parameters<
  typeof parityChart
>[1];
const curve = (n: number) => ({ n, points: [{ level: 0.9, observed: 0.88, lo: 0.85, hi: 0.91 }] });
const bin = { from: 0.3, to: 0.4, n: 12, mae: 0.5, lo: 0.4, hi: 0.6 };

const evaluation = (outside: number): ModelEvaluation => ({
  endpoint: "lipophilicity",
  unit: "log D",
  set: "test",
  level: 0.9,
  minTanimoto: 0.4,
  rows: {
    row: [2, 3, 5],
    measured: [-11.2, 0, 1.5],
    value: [-9.2, 0.5, 1.4],
    half: [1.23456, 1, 1],
    similarity: [0.2, 0.4, 0.9],
    smiles: ["CCO", "CC", "C"],
    name: ["ethanol", "", "methane"],
  },
  coverage: { all: curve(100), inDomain: curve(100 - outside), outOfDomain: curve(outside) },
  errorBySimilarity: { test: [bin], heldOut: [bin, { ...bin, n: 30 }] },
});

describe("charts of a model's evidence", () => {
  it("set predicted against measured values, parted by domain, on equal axes with round ticks", () => {
    const { series, x, y, n, title } = parityChart(evaluation(40), t, "en");
    expect(n).toBe(3);
    expect(title).toContain("0.867");
    expect(series.map(({ points }) => points.map(({ id }) => id))).toEqual([["1", "2"], ["0"]]);
    expect(series[1]!.points[0]).toMatchObject({ x: -11.2, y: -9.2, lo: -10.435, hi: -7.965, note: "ethanol · CCO" });
    expect(series[0]!.points[0]!.note).toBe("CC");
    for (const axis of [x, y]) expect(axis).toMatchObject({ min: -12, max: 2, step: 2, unit: "log D" });
  });

  it("call a row by its line where neither name nor structure is here", () => {
    const bare = evaluation(40);
    bare.rows.smiles = null;
    bare.rows.name = null;
    expect(parityChart(bare, t, "en").series[1]!.points[0]!.note).toBe("Line 2");
  });

  it("show coverage inside and outside the domain, together where one of them is a handful", () => {
    expect(coverageChart(evaluation(40), t, "en").series.map(({ points }) => points[0]!.note)).toEqual([
      "60 molecules",
      "40 molecules",
    ]);
    const [only, ...more] = coverageChart(evaluation(8), t, "en").series;
    expect(more).toEqual([]);
    expect(only).toMatchObject({ name: "All molecules", points: [{ x: 90, y: 88, lo: 85, hi: 91 }] });
  });

  it("count what stands behind the error in steps of similarity, and rank the largest errors", () => {
    const { n, references } = similarityChart(evaluation(40), t, "en");
    expect(n).toBe(54);
    expect(references).toEqual([{ kind: "vertical", at: 0.4, name: "domain begins" }]);
    expect(largestErrors(evaluation(40), 2)).toEqual([0, 1]);
  });
});
