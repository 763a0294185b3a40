import type { UiLocale } from "../ui-locale.ts";

const tags: Record<UiLocale, string> = { en: "en-GB", zh: "zh-CN" };

/** A whole number with thousands separated: 1,204. */
export function formatCount(locale: UiLocale, count: number): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 0 }).format(count);
}

/** A rate with three significant digits, whole above 100. */
export function formatRate(locale: UiLocale, perSecond: number): string {
  const options = perSecond >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return new Intl.NumberFormat(tags[locale], options).format(perSecond);
}

/** Kept, because a table formats a share in each of its cells and making a format takes longer than using it. */
const percents = new Map<string, Intl.NumberFormat>();

/** A share in [0, 1] as a percentage. */
export function formatPercent(locale: UiLocale, share: number, digits = 0): string {
  const key = `${locale} ${digits}`;
  let format = percents.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(tags[locale], { style: "percent", maximumFractionDigits: digits });
    percents.set(key, format);
  }
  return format.format(share);
}

/** 12.3 MB, in steps of 1,000. */
export function formatBytes(locale: UiLocale, bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(tags[locale], {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: "short",
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** step);
}

const durationSteps = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
  { unit: "second", seconds: 1 },
] as const;

/** The two largest parts of a time span: 2 hr 5 min, 41 sec. Below a second the caller says so in words. */
export function formatDuration(locale: UiLocale, seconds: number): string {
  const rounded = Math.max(1, Math.round(seconds));
  const first = durationSteps.findIndex((step) => rounded >= step.seconds);
  let left = rounded;
  const parts: string[] = [];
  for (const { unit, seconds: size } of durationSteps.slice(first, first + 2)) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count === 0) continue;
    parts.push(new Intl.NumberFormat(tags[locale], { style: "unit", unit, unitDisplay: "short" }).format(count));
  }
  return parts.join(" ");
}

/** Local time in ISO 8601 order, 2026-11-22 04:07; the zone is for the title, see `formatZonedTime`. */
export function formatTime(at: Date | string | number, withSeconds = false): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return withSeconds ? `${day} ${time}:${two(date.getSeconds())}` : `${day} ${time}`;
}

/** The same with seconds and offset: 2026-11-22T04:07:31+08:00. */
export function formatZonedTime(at: Date | string | number): string {
  const date = new Date(at);
  const offset = -date.getTimezoneOffset();
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `${formatTime(date, true).replace(" ", "T")}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}

/**
 * Decimals that an interval of this width supports: the width keeps two significant digits, the value as many decimals.
 * A width of 1.9 gives one decimal, 0.42 two, 38 none.
 */
export function decimalsForWidth(width: number): number {
  if (!Number.isFinite(width) || width <= 0) return 2;
  return Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(width))));
}

/** A number with a fixed count of decimals and a real minus sign. */
export function formatDecimal(value: number, decimals: number): string {
  const fixed = value.toFixed(decimals);
  return (Number(fixed) === 0 ? fixed.replace("-", "") : fixed).replace("-", "\u2212");
}
