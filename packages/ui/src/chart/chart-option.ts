import type { EChartsCoreOption } from "echarts/core";
import { okabeIto } from "../colours.ts";
import { axisTitle, type ChartAxis, type ChartPoint, type ChartSeries, type ChartSpec } from "./chart-spec.ts";
import { pointText } from "./point-text.ts";

/** The theme's colours as the browser resolved them. */
export type ChartColours = { ink: string; quiet: string; line: string; ground: string; accent: string };

/** The option that draws a spec: thin axes, titles with units, intervals as whiskers, Okabe-Ito for series. */
export function chartOption(
  spec: ChartSpec,
  colours: ChartColours,
  fontFamily: string,
  width = 400,
): EChartsCoreOption {
  const isSingle = spec.series.length === 1;
  const isCloud = spec.series.reduce((sum, series) => sum + series.points.length, 0) > 500;
  const colourOf = (index: number) =>
    isSingle ? colours.accent : (okabeIto[index % okabeIto.length] ?? colours.accent);
  const categories = new Set(spec.series.flatMap((series) => series.points.map((point) => point.x))).size;
  const labelWidth = Math.max(36, Math.floor((width - 60) / Math.max(1, categories)) - 6);
  return {
    animation: false,
    textStyle: { fontFamily, fontSize: 12, color: colours.quiet },
    grid: {
      left: 4,
      right: spec.isLying === true ? 64 : 16,
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
      extraCssText: "max-width: 360px; white-space: normal; overflow-wrap: anywhere; line-height: 1.4",
      formatter: (hit: { seriesName?: string; data?: { point?: ChartPoint } }) =>
        hit.data?.point === undefined ? "" : pointText(spec, hit.seriesName ?? "", hit.data.point),
    },
    ...(spec.isLying === true
      ? { xAxis: axisOption(spec.y, colours, "x", labelWidth), yAxis: lyingAxis(spec, colours, width) }
      : {
          xAxis: axisOption(spec.x, colours, "x", labelWidth),
          yAxis: axisOption(spec.y, colours, "y", labelWidth),
        }),
    series: spec.series.flatMap((series, index) => [
      seriesOption(
        series,
        { colour: colourOf(index), ink: colours.ink, isCloud, chosen: spec.chosen, isLying: spec.isLying === true },
        index === 0 ? referenceLines(spec, colours) : undefined,
      ),
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
    ...(axis.step === undefined ? {} : { interval: axis.step }),
    axisLine: { show: true, onZero: false, lineStyle: { color: colours.quiet } },
    axisTick: { show: axis.kind !== "category", lineStyle: { color: colours.quiet } },
    axisLabel: {
      color: colours.quiet,
      ...(axis.kind === "category" ? { interval: 0, width: labelWidth, overflow: "break" } : { hideOverlap: true }),
    },
    splitLine: { show: side === "y", lineStyle: { color: colours.line } },
  };
}

/** Categories from top to bottom, as a list is read. */
function lyingAxis(spec: ChartSpec, colours: ChartColours, width: number) {
  const axis = axisOption(spec.x, colours, "x", 0);
  const room = Math.min(320, Math.max(90, Math.floor(width * 0.36)));
  return {
    ...axis,
    name: "",
    inverse: true,
    axisLabel: { ...axis.axisLabel, color: colours.ink, width: room, overflow: "truncate" },
  };
}

type SeriesLook = { colour: string; ink: string; isCloud: boolean; chosen: string | undefined; isLying: boolean };

function seriesOption(series: ChartSeries, { colour, ink, isCloud, chosen, isLying }: SeriesLook, markLine: unknown) {
  const data = series.points.map((point) => ({
    value: isLying ? [point.y, point.x] : [point.x, point.y],
    id: point.id,
    point,
    ...(point.id === undefined || point.id !== chosen
      ? {}
      : { symbolSize: 13, itemStyle: { opacity: 1, borderColor: ink, borderWidth: 2 } }),
  }));
  const shared = {
    name: series.name,
    data,
    itemStyle: { color: colour },
    ...(markLine === undefined ? {} : { markLine }),
  };
  if (series.kind === "bars")
    return { ...shared, type: "bar", barMaxWidth: 28, barCategoryGap: "20%", ...(isLying ? barEnds(ink) : {}) };
  if (series.kind === "line")
    return { ...shared, type: "line", symbol: "circle", symbolSize: 5, lineStyle: { color: colour, width: 1.5 } };
  return {
    ...shared,
    type: "scatter",
    symbolSize: isCloud ? 4 : 7,
    itemStyle: { color: colour, opacity: 0.7 },
    emphasis: { scale: 2 },
  };
}

/** The number, or what stands in its place, at the end of each lying bar. */
const barEnds = (ink: string) => ({
  label: {
    show: true,
    position: "right",
    color: ink,
    formatter: ({ data }: { data?: { point?: ChartPoint } }) =>
      data?.point === undefined ? "" : (data.point.mark ?? data.point.y.toLocaleString("en-GB")),
  },
});

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
      clip: true,
      z: series.intervals === "faint" ? 1 : 3,
      renderItem: series.intervals === "faint" ? hairline(colour, data.length) : whisker(colour),
      encode: { x: 0, y: [1, 2] },
    },
  ];
}

type WhiskerApi = { value(at: number): number; coord(point: [number, number]): [number, number] };

function hairline(colour: string, count: number) {
  const opacity = count > 1000 ? 0.1 : 0.2;
  return (_params: unknown, api: WhiskerApi) => {
    const [x1, y1] = api.coord([api.value(0), api.value(2)]);
    const [x2, y2] = api.coord([api.value(0), api.value(1)]);
    return { type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 0.75, opacity } };
  };
}

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
      one.kind !== "diagonal"
        ? { name: one.name, [one.kind === "horizontal" ? "yAxis" : "xAxis"]: one.at ?? 0 }
        : [{ name: one.name, coord: [low, low] }, { coord: [high, high] }],
    ),
  };
}
