export { Chart, type ChartProps } from "./chart.tsx";
export {
  axisTitle,
  type ChartAxis,
  type ChartPoint,
  type ChartReference,
  type ChartSeries,
  type ChartSpec,
  chartToCsv,
} from "./chart-spec.ts";
export { saveFile } from "./save-chart.ts";
