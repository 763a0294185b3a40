import { axisTitle, type ChartPoint, type ChartSpec } from "./chart-spec.ts";

/** What is said of a point that is pointed at, as HTML: what it is, then its numbers with their axes' names and units. */
export function pointText(spec: ChartSpec, seriesName: string, point: ChartPoint): string {
  const interval =
    point.lo === undefined || point.hi === undefined ? "" : ` (${numberText(point.lo)} … ${numberText(point.hi)})`;
  const lines = [
    ...(point.note === undefined ? [] : [`<strong>${escapeHtml(point.note)}</strong>`]),
    ...(spec.series.length > 1 ? [escapeHtml(seriesName)] : []),
    `${escapeHtml(axisTitle(spec.x))}: ${typeof point.x === "number" ? numberText(point.x) : escapeHtml(point.x)}`,
    `${escapeHtml(axisTitle(spec.y))}: ${point.mark === undefined ? numberText(point.y) : escapeHtml(point.mark)}${interval}`,
  ];
  return lines.join("<br>");
}

const numberText = (value: number): string => String(Number(value.toFixed(3))).replace("-", "\u2212");

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter]!);
