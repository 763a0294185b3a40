import type { ModelEvaluation } from "@qinghao/api/schema";
import { formatCount, formatDecimal, formatPercent } from "@qinghao/ui";
import type { ChartPoint, ChartSpec } from "@qinghao/ui/chart";
import type { useTranslations } from "next-intl";
import type { Locale } from "../../i18n/locale.ts";

export type Sentences = ReturnType<typeof useTranslations<"models">>;

/** Measured against predicted values, each with its interval; points outside the domain in another colour. */
export function parityChart(evaluation: ModelEvaluation, t: Sentences, locale: Locale): ChartSpec {
  const { rows, unit, minTanimoto, level } = evaluation;
  const points = rows.measured.map((measured, i): ChartPoint => {
    const [value, half] = [rows.value[i]!, rows.half[i]!];
    return {
      x: measured,
      y: value,
      lo: toThousandths(value - half),
      hi: toThousandths(value + half),
      id: String(i),
      note: rowName(rows, i, t),
    };
  });
  const part = (isInside: boolean) => points.filter((_, i) => rows.similarity[i]! >= minTanimoto === isInside);
  const ends = points.flatMap(({ x, y }) => [Number(x), y]);
  const span = Math.max(...ends) - Math.min(...ends);
  const step = [1, 2, 5].find((one) => span / one <= 10) ?? 10;
  const [min, max] = [Math.floor(Math.min(...ends) / step) * step, Math.ceil(Math.max(...ends) / step) * step];
  const errors = rows.measured.map((measured, i) => Math.abs(measured - rows.value[i]!));
  const mae = errors.reduce((sum, one) => sum + one, 0) / Math.max(1, errors.length);
  return {
    title: t("parityChart", { mae: formatDecimal(mae, 3), level: formatPercent(locale, level) }),
    n: points.length,
    x: { name: t("measured"), unit, min, max, step },
    y: { name: t("predicted"), unit, min, max, step },
    series: [
      { name: t("inDomain"), kind: "points", intervals: "faint", points: part(true) },
      { name: t("outOfDomain"), kind: "points", intervals: "faint", points: part(false) },
    ],
    references: [{ kind: "diagonal", name: t("equal") }],
  };
}

/** What the rows are stored to. */
const toThousandths = (value: number): number => Math.round(value * 1000) / 1000;

/** What a row is called: name and structure where they are here, else where it stands in its file. */
export function rowName(rows: ModelEvaluation["rows"], i: number, t: Sentences): string {
  const line = t("lineOfFile", { line: rows.row[i]! });
  const known = [rows.name?.[i], rows.smiles?.[i]].filter((one) => one !== undefined && one !== "");
  return known.length === 0 ? line : known.join(" · ");
}

/** Share of measured values inside the interval of each level, beside that level. */
export function coverageChart({ coverage }: ModelEvaluation, t: Sentences, locale: Locale): ChartSpec {
  const curve = (name: string, part: ModelEvaluation["coverage"]["all"]) => ({
    name,
    kind: "line" as const,
    points: part.points.map(({ level, observed, lo, hi }) => ({
      x: 100 * level,
      y: 100 * observed,
      lo: 100 * lo,
      hi: 100 * hi,
      note: t("countNote", { n: part.n, shown: formatCount(locale, part.n) }),
    })),
  });
  // A share of a handful of molecules says nothing; then the two parts stand together.
  const isSplit = Math.min(coverage.inDomain.n, coverage.outOfDomain.n) >= minCurveRows;
  return {
    title: t("calibrationChart"),
    n: coverage.all.n,
    x: { name: t("nominal"), unit: "%", min: 40, max: 100 },
    y: { name: t("observed"), unit: "%", max: 100 },
    series: isSplit
      ? [curve(t("inDomain"), coverage.inDomain), curve(t("outOfDomain"), coverage.outOfDomain)]
      : [curve(t("allMolecules"), coverage.all)],
    references: [{ kind: "diagonal", name: t("aim") }],
  };
}

const minCurveRows = 20;

/** Mean absolute error in steps of the similarity to the nearest training molecule; the domain begins at the line. */
export function similarityChart(evaluation: ModelEvaluation, t: Sentences, locale: Locale): ChartSpec {
  const { errorBySimilarity, unit, minTanimoto } = evaluation;
  // Side by side within a step, so that the intervals of the two do not hide each other.
  const series = (name: string, bins: ModelEvaluation["errorBySimilarity"]["test"], aside: number) => ({
    name,
    kind: "line" as const,
    points: bins.map(({ from, to, n, mae, lo, hi }) => ({
      x: Number(((from + to) / 2 + aside).toFixed(3)),
      y: mae,
      lo,
      hi,
      note: t("binNote", {
        from: formatDecimal(from, 1),
        to: formatDecimal(to, 1),
        n,
        shown: formatCount(locale, n),
      }),
    })),
  });
  const counted = (bins: ModelEvaluation["errorBySimilarity"]["test"]) => bins.reduce((sum, { n }) => sum + n, 0);
  return {
    title: t("similarityChart"),
    n: counted(errorBySimilarity.heldOut) + counted(errorBySimilarity.test),
    x: { name: t("similarity"), min: 0, max: 1 },
    y: { name: t("metricName.mae"), unit, min: 0 },
    series: [
      series(t("set.held-out"), errorBySimilarity.heldOut, -0.008),
      series(t("set.test"), errorBySimilarity.test, 0.008),
    ],
    references: [{ kind: "vertical", at: minTanimoto, name: t("domainBegins") }],
  };
}

/** Positions of the rows that are farthest off, worst first. */
export function largestErrors({ rows }: ModelEvaluation, count: number): number[] {
  const error = (i: number) => Math.abs(rows.measured[i]! - rows.value[i]!);
  return rows.row
    .map((_, i) => i)
    .sort((a, b) => error(b) - error(a))
    .slice(0, count);
}
