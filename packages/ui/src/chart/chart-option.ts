import type { EChartsCoreOption } from "echarts/core";
import { okabeIto } from "../colours.ts";
import { axisTitle, type ChartAxis, type ChartSeries, type ChartSpec } from "./chart-spec.ts";

/** The theme's colours as the browser resolved them. */
export type ChartColours = { ink: string; quiet: string; line: string; ground: string; accent: string };

/** The option that draws a spec: thin axes, titles with units, intervals as whiskers, Okabe-Ito for series. */
export function chartOption(spec: ChartSpec, colours: ChartColours, fontFamily: string): EChartsCoreOption {
  const isSingle = spec.series.length === 1;
  const colourOf = (index: number) =>
    isSingle ? colours.accent : (okabeIto[index % okabeIto.length] ?? colours.accent);
  const categories = new Set(spec.series.flatMap((series) => series.points.map((point) => point.x))).size;
  const labelWidth = Math.max(36, Math.floor(400 / Math.max(1, categories)) - 6);
  return {
    animation: false,
    textStyle: { fontFamily, fontSize: 12, color: colours.quiet },
    grid: {
      left: 4,
      right: 16,
      top: isSingle ? 12 : 36,
      bottom: 4,
      outerBoundsMode: "same",
      outerBoundsContain: "all",
    },
    legend: isSingle
      ? { show: false }
      : { top: 0, left: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: colours.ink, fontFamily } },
    tooltip: {
      trigger: "item",
      confine: true,
      backgroundColor: colours.ground,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontFamily, fontSize: 12 },
    },
    xAxis: axisOption(spec.x, colours, "x", labelWidth),
    yAxis: axisOption(spec.y, colours, "y", labelWidth),
    series: spec.series.flatMap((series, index) => [
      seriesOption(series, colourOf(index), index === 0 ? referenceLines(spec, colours) : undefined),
      ...intervalSeries(series, series.kind === "bars" ? colours.ink : colourOf(index)),
    ]),
  };
}

function axisOption(axis: ChartAxis, colours: ChartColours, side: "x" | "y", labelWidth: number) {
  return {
    type: axis.kind ?? "value",
    name: axisTitle(axis),
    nameLocation: "middle",
    nameGap: 8,
    nameMoveOverlap: true,
    nameTextStyle: { color: colours.ink, fontWeight: 500 },
    scale: true,
    ...(axis.min === undefined ? {} : { min: axis.min }),
    ...(axis.max === undefined ? {} : { max: axis.max }),
    axisLine: { show: true, lineStyle: { color: colours.quiet } },
    axisTick: { show: axis.kind !== "category", lineStyle: { color: colours.quiet } },
    axisLabel: {
      color: colours.quiet,
      ...(axis.kind === "category" ? { interval: 0, width: labelWidth, overflow: "break" } : { hideOverlap: true }),
    },
    splitLine: { show: side === "y", lineStyle: { color: colours.line } },
  };
}

function seriesOption(series: ChartSeries, colour: string, markLine: unknown) {
  const data = series.points.map((point) => ({ value: [point.x, point.y], id: point.id }));
  const shared = {
    name: series.name,
    data,
    itemStyle: { color: colour },
    ...(markLine === undefined ? {} : { markLine }),
  };
  if (series.kind === "bars") return { ...shared, type: "bar", barMaxWidth: 28, barCategoryGap: "20%" };
  if (series.kind === "line")
    return { ...shared, type: "line", symbol: "circle", symbolSize: 5, lineStyle: { color: colour, width: 1.5 } };
  return {
    ...shared,
    type: "scatter",
    symbolSize: series.points.length > 500 ? 3 : 7,
    itemStyle: { color: colour, opacity: 0.7 },
  };
}

function intervalSeries(series: ChartSeries, colour: string) {
  const data = series.points.flatMap((point) =>
    point.lo === undefined || point.hi === undefined ? [] : [[point.x, point.lo, point.hi]],
  );
  if (data.length === 0) return [];
  return [
    {
      type: "custom",
      name: series.name,
      data,
      silent: true,
      z: 3,
      renderItem: whisker(colour),
      encode: { x: 0, y: [1, 2] },
    },
  ];
}

type WhiskerApi = { value(at: number): number; coord(point: [number, number]): [number, number] };

function whisker(colour: string) {
  return (_params: unknown, api: WhiskerApi) => {
    const top = api.coord([api.value(0), api.value(2)]);
    const bottom = api.coord([api.value(0), api.value(1)]);
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: "line",
      shape: { x1, y1, x2, y2 },
      style: { stroke: colour, lineWidth: 1.25 },
    });
    const cap = 4;
    return {
      type: "group",
      children: [
        line(top[0], top[1], bottom[0], bottom[1]),
        line(top[0] - cap, top[1], top[0] + cap, top[1]),
        line(bottom[0] - cap, bottom[1], bottom[0] + cap, bottom[1]),
      ],
    };
  };
}

function referenceLines(spec: ChartSpec, colours: ChartColours) {
  if (spec.references === undefined || spec.references.length === 0) return undefined;
  const ends = spec.series.flatMap((series) => series.points.flatMap((point) => [Number(point.x), point.y]));
  const low = Math.max(spec.x.min ?? Math.min(...ends), spec.y.min ?? -Infinity);
  const high = Math.min(spec.x.max ?? Math.max(...ends), spec.y.max ?? Infinity);
  return {
    silent: true,
    symbol: "none",
    animation: false,
    lineStyle: { color: colours.quiet, type: "dashed", width: 1 },
    label: { color: colours.quiet, position: "insideEndTop", formatter: "{b}" },
    data: spec.references.map((one) =>
      one.kind === "horizontal"
        ? { name: one.name, yAxis: one.at ?? 0 }
        : [{ name: one.name, coord: [low, low] }, { coord: [high, high] }],
    ),
  };
}
