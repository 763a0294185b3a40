/** A chart in words: what is on the axes, how many points there are and what is drawn. The look is the theme's. */
export type ChartSpec = {
  /** What the chart shows, one sentence; the name for screen readers and files. */
  title: string;
  /** How many molecules, runs, … stand behind it. */
  n: number;
  x: ChartAxis;
  y: ChartAxis;
  series: readonly ChartSeries[];
  /** Lines to compare with. */
  references?: readonly ChartReference[];
};

export type ChartAxis = {
  name: string;
  unit?: string;
  kind?: "value" | "log" | "category";
  min?: number;
  max?: number;
};

/** `lo` and `hi` draw an interval around `y`. `id` is handed back when the point is chosen. */
export type ChartPoint = { x: number | string; y: number; lo?: number; hi?: number; id?: string };

export type ChartSeries = {
  name: string;
  kind: "points" | "line" | "bars";
  points: readonly ChartPoint[];
};

export type ChartReference = { kind: "diagonal" | "horizontal"; at?: number; name: string };

export const axisTitle = (axis: ChartAxis): string =>
  axis.unit === undefined || axis.unit === "" ? axis.name : `${axis.name} (${axis.unit})`;

/** The numbers of a chart as CSV: one row per point, columns named after the axes. */
export function chartToCsv(spec: ChartSpec): string {
  const hasIntervals = spec.series.some((series) => series.points.some((point) => point.lo !== undefined));
  const head = ["series", axisTitle(spec.x), axisTitle(spec.y), ...(hasIntervals ? ["lo", "hi"] : []), "id"];
  const rows = spec.series.flatMap((series) =>
    series.points.map((point) => [
      series.name,
      point.x,
      point.y,
      ...(hasIntervals ? [point.lo ?? "", point.hi ?? ""] : []),
      point.id ?? "",
    ]),
  );
  return `${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\n")}\n`;
}

function csvCell(cell: string | number): string {
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
