import { describe, expect, it } from "vitest";
import { chartOption } from "../src/chart/chart-option.ts";
import { type ChartSpec, chartToCsv } from "../src/chart/chart-spec.ts";
import { pointText } from "../src/chart/point-text.ts";

const spec: ChartSpec = {
  title: "Measured and predicted",
  n: 2,
  x: { name: "Measured", unit: "log D" },
  y: { name: "Predicted", unit: "log D" },
  series: [
    {
      name: "Inside",
      kind: "points",
      intervals: "faint",
      points: [
        { x: 1.5, y: -0.25, lo: -1, hi: 0.5, id: "7", note: 'C<script>, "x"' },
        { x: 2, y: 2.1, id: "9" },
      ],
    },
    { name: "Outside", kind: "points", points: [] },
  ],
  references: [
    { kind: "diagonal", name: "equal" },
    { kind: "vertical", at: 0.4, name: "limit" },
  ],
};

describe("charts", () => {
  it("say what a point is, without letting a name become markup", () => {
    const text = pointText(spec, "Inside", spec.series[0]!.points[0]!);
    expect(text).toBe(
      "<strong>C&lt;script&gt;, &quot;x&quot;</strong><br>Inside<br>Measured (log D): 1.5<br>Predicted (log D): \u22120.25 (\u22121 … 0.5)",
    );
  });

  it("write their numbers as CSV with intervals, ids and notes", () => {
    expect(chartToCsv(spec).trim().split("\n")).toEqual([
      "series,Measured (log D),Predicted (log D),lo,hi,id,note",
      'Inside,1.5,-0.25,-1,0.5,7,"C<script>, ""x"""',
      "Inside,2,2.1,,,9,",
    ]);
  });

  it("draw a faint line for each interval and one line for each reference", () => {
    const colours = { ink: "#000", quiet: "#666", line: "#ddd", ground: "#fff", accent: "#080" };
    const { series } = chartOption(spec, colours, "sans-serif") as {
      series: { type: string; data: unknown[]; markLine?: { data: unknown[] } }[];
    };
    expect(series.map(({ type, data }) => [type, data.length])).toEqual([
      ["scatter", 2],
      ["custom", 1],
      ["scatter", 0],
    ]);
    expect(series[0]!.markLine!.data).toContainEqual({ name: "limit", xAxis: 0.4 });
  });
});
