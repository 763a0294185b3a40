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

describe("lying bars", () => {
  const lying: ChartSpec = {
    title: "People left",
    n: 130,
    x: { name: "Step", kind: "category" },
    y: { name: "People", min: 0 },
    isLying: true,
    series: [
      {
        name: "People",
        kind: "bars",
        points: [
          { x: "Everyone", y: 130 },
          { x: "I1", y: 0, mark: "<10" },
        ],
      },
    ],
  };

  it("put the categories on the vertical axis, the first on top", () => {
    const option = chartOption(lying, { ink: "", quiet: "", line: "", ground: "", accent: "" }, "sans-serif") as {
      yAxis: { type: string; inverse: boolean };
      series: { data: { value: unknown[] }[]; label: { formatter(hit: unknown): string } }[];
    };
    expect([option.yAxis.type, option.yAxis.inverse]).toEqual(["category", true]);
    expect(option.series[0]?.data.map(({ value }) => value)).toEqual([
      [130, "Everyone"],
      [0, "I1"],
    ]);
    expect(option.series[0]?.data.map((data) => option.series[0]?.label.formatter({ data }))).toEqual(["130", "<10"]);
  });

  it("never give a withheld number as a number, in files and when pointed at", () => {
    expect(chartToCsv(lying)).toContain("People,I1,<10,");
    expect(pointText(lying, "People", lying.series[0]!.points[1]!)).toContain("People: &lt;10");
  });
});

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
