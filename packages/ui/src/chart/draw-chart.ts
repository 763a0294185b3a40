import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { type ChartColours, chartOption } from "./chart-option.ts";
import type { ChartSpec } from "./chart-spec.ts";

use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

export type DrawnChart = {
  draw(spec: ChartSpec): void;
  resize(): void;
  /** In the colours of the light theme, for files and paper. */
  toSvg(): string;
  dispose(): void;
};

/** Draws into an element with the colours of the theme around it. Loaded only where a chart is. */
export function openChart(element: HTMLElement, onChoose: ((id: string) => void) | undefined): DrawnChart {
  const chart: EChartsType = init(element, null, { renderer: "svg" });
  chart.on("click", (event) => {
    const id = (event.data as { id?: string } | undefined)?.id;
    if (id !== undefined) onChoose?.(id);
  });
  // The library writes the name into an attribute as it is: double quotes would make the SVG file unreadable.
  const font = getComputedStyle(element).fontFamily.replaceAll('"', "'");
  let shown: ChartSpec | null = null;
  const paint = (spec: ChartSpec, scheme: "light" | "inherit") =>
    chart.setOption(chartOption(spec, coloursAt(element, scheme), font, chart.getWidth()), true);
  return {
    draw: (spec) => {
      shown = spec;
      paint(spec, "inherit");
    },
    resize: () => {
      chart.resize();
      if (shown !== null) paint(shown, "inherit");
    },
    toSvg: () => {
      if (shown === null) return "";
      paint(shown, "light");
      const svg = chart.renderToSVGString();
      paint(shown, "inherit");
      return svg;
    },
    dispose: () => chart.dispose(),
  };
}

/** Tokens are light-dark() pairs; only a computed `color` says which of the two holds here. */
function coloursAt(element: HTMLElement, scheme: "light" | "inherit"): ChartColours {
  const probe = element.ownerDocument.createElement("span");
  probe.style.colorScheme = scheme;
  element.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: read("--qh-ink"),
    quiet: read("--qh-ink-3"),
    line: read("--qh-line"),
    ground: read("--qh-raised"),
    accent: read("--qh-accent"),
  };
  probe.remove();
  return colours;
}
