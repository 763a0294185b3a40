import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { chartOption } from "../src/chart/chart-option.ts";
import { type ChartSpec, chartToCsv } from "../src/chart/chart-spec.ts";
import { PredictedValue, ProgressBar, StateChip, type UiLocale, UiProvider } from "../src/index.ts";
import { absenceMark } from "../src/values/absence.tsx";

const html = (locale: UiLocale, children: ReactNode) =>
  renderToStaticMarkup(createElement(UiProvider, { locale, children }));

describe("PredictedValue", () => {
  const prediction = { value: -3.2561, lo: -4.31, hi: -2.2, inDomain: true };
  it("shows value and interval with the digits that the width supports", () => {
    const shown = html("en", <PredictedValue prediction={prediction} unit="log10(mol/L)" />);
    expect(shown).toContain("\u22123.3");
    expect(shown).toContain("\u22124.3 … \u22122.2");
    expect(shown).toContain("Inside the domain of the model");
  });
  it("says in words and by a mark that a value is outside the domain", () => {
    const inside = html("zh", <PredictedValue prediction={prediction} unit="log10(mol/L)" />);
    const outside = html("zh", <PredictedValue prediction={{ ...prediction, inDomain: false }} unit="log10(mol/L)" />);
    expect(outside).toContain("超出模型适用域");
    expect(outside).toContain("<svg");
    expect(inside).not.toContain("<svg");
  });
  it("keeps the four absences apart", () => {
    const marks = [
      absenceMark({ kind: "not-measured" }),
      absenceMark({ kind: "unknown" }),
      absenceMark({ kind: "withheld", threshold: 10 }),
      absenceMark({ kind: "failed", reason: "x" }),
    ];
    expect(marks).toEqual(["–", "?", "<10", "!"]);
    const failed = html("en", <PredictedValue prediction={{ kind: "failed", reason: "too large" }} unit="" />);
    expect(failed).toContain("Failed: too large");
  });
});

describe("ProgressBar", () => {
  it("names done, total, failures, rate and time left", () => {
    const progress = { done: 900, failed: 4, total: 1204, perSecond: 50, secondsLeft: 6 };
    const shown = html("en", <ProgressBar label="Predicting" progress={progress} />);
    expect(shown).toContain("904 of 1,204");
    expect(shown).toContain("4 failed");
    expect(shown).toContain("50 per second");
    expect(shown).toContain("about 6 secs left");
  });
  it("counts without a total while none is known", () => {
    const progress = { done: 7, failed: 0, total: null, perSecond: null, secondsLeft: null };
    expect(html("en", <ProgressBar label="Reading" progress={progress} />)).toContain("7 done");
  });
});

describe("StateChip", () => {
  it("says the state in the reader's language", () => {
    expect(html("en", <StateChip state="waiting" />)).toContain("Waiting");
    expect(html("zh", <StateChip state="partial" />)).toContain("已完成，部分失败");
  });
});

describe("charts", () => {
  const spec: ChartSpec = {
    title: "Measured and predicted",
    n: 2,
    x: { name: "Measured", unit: "log10(mol/L)" },
    y: { name: "Predicted", unit: "log10(mol/L)" },
    series: [
      {
        name: "Test set, seed 1",
        kind: "points",
        points: [
          { x: -1, y: -1.2, lo: -2, hi: 0, id: "a" },
          { x: -2, y: -2 },
        ],
      },
    ],
    references: [{ kind: "diagonal", name: "equal" }],
  };
  it("exports what it draws as CSV", () => {
    expect(chartToCsv(spec)).toBe(
      'series,Measured (log10(mol/L)),Predicted (log10(mol/L)),lo,hi,id\n"Test set, seed 1",-1,-1.2,-2,0,a\n"Test set, seed 1",-2,-2,,,\n',
    );
  });
  it("titles the axes with their units and draws intervals", () => {
    const colours = { ink: "#000", quiet: "#555", line: "#ddd", ground: "#fff", accent: "#060" };
    const option = chartOption(spec, colours, "Inter") as {
      xAxis: { name: string };
      series: { type: string; data: unknown[] }[];
    };
    expect(option.xAxis.name).toBe("Measured (log10(mol/L))");
    expect(option.series.map((series) => series.type)).toEqual(["scatter", "custom"]);
    expect(option.series[1]?.data).toEqual([[-1, -2, 0]]);
  });
});
