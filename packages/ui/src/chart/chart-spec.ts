/** A chart in words: what is on the axes, how many points there are and what is drawn. The look is the theme's. */
export type ChartSpec = {
  /** What the chart shows, one sentence; the name for screen readers and files. */
  title: string;
  /** How many molecules, runs, … stand behind it. */
  n: number;
  x: ChartAxis;
  y: ChartAxis;
  series: readonly ChartSeries[];
  /** Bars lie, their categories one below the other: for names that are long or many. `x` is the vertical axis then. */
  isLying?: boolean;
  /** Id of the point that stands out. */
  chosen?: string;
  /** Lines to compare with. */
  references?: readonly ChartReference[];
};

export type ChartAxis = {
  name: string;
  unit?: string;
  kind?: "value" | "log" | "category";
  min?: number;
  max?: number;
  /** Between two ticks; default: what fits. */
  step?: number;
};

/**
 * `lo` and `hi` draw an interval around `y`. `id` is handed back when the point is chosen; `note` says what it stands for
 * (a name, a SMILES, n) when it is pointed at. `mark` is written in place of a number that may not be told ("<10") or is
 * told with a mark ("≥120"); files carry it too.
 */
export type ChartPoint = {
  x: number | string;
  y: number;
  lo?: number;
  hi?: number;
  id?: string;
  note?: string;
  mark?: string;
};

export type ChartSeries = {
  name: string;
  kind: "points" | "line" | "bars";
  /** `faint` for clouds of points: a thin line without caps. Default `whiskers`. */
  intervals?: "whiskers" | "faint";
  points: readonly ChartPoint[];
};

/** `at` on the axis that the line crosses. */
export type ChartReference = { kind: "diagonal" | "horizontal" | "vertical"; at?: number; name: string };

export const axisTitle = (axis: ChartAxis): string =>
  axis.unit === undefined || axis.unit === "" ? axis.name : `${axis.name} (${axis.unit})`;

/** The numbers of a chart as CSV: one row per point, columns named after the axes. */
export function chartToCsv(spec: ChartSpec): string {
  const hasIntervals = spec.series.some((series) => series.points.some((point) => point.lo !== undefined));
  const hasNotes = spec.series.some((series) => series.points.some((point) => point.note !== undefined));
  const head = [
    "series",
    axisTitle(spec.x),
    axisTitle(spec.y),
    ...(hasIntervals ? ["lo", "hi"] : []),
    "id",
    ...(hasNotes ? ["note"] : []),
  ];
  const rows = spec.series.flatMap((series) =>
    series.points.map((point) => [
      series.name,
      point.x,
      point.mark ?? point.y,
      ...(hasIntervals ? [point.lo ?? "", point.hi ?? ""] : []),
      point.id ?? "",
      ...(hasNotes ? [point.note ?? ""] : []),
    ]),
  );
  return `${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\n")}\n`;
}

function csvCell(cell: string | number): string {
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
