import type { Flavour } from "../model/module.ts";

/**
 * A laboratory item or vital sign. Means and limits are in the canonical unit, in the order female, male.
 * `between` and `within` are coefficients of variation between people and between two results of one person.
 */
export type LabRow = {
  /** Item of the knowledge base without its prefix: `creatinine` is `LAB:creatinine`. */
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly loinc: string | null;
  /** Code in the catalogue of a mainland laboratory. */
  readonly local: string;
  readonly category: "laboratory" | "vital-signs" | "imaging";
  /** UCUM; null for results in words. */
  readonly canonical: string | null;
  /** UCUM unit of another dimension, and the factor that turns a value in it into the canonical unit. */
  readonly conventional?: readonly [unit: string, factor: number];
  /** Spelling on the report by flavour, then others that laboratories use (all keys of `unitSpellings`). */
  readonly units: Readonly<Record<Flavour, string>> & { readonly others: readonly string[] };
  readonly mean: readonly [female: number, male: number];
  /** Where the US mean is another one. */
  readonly meanUs?: readonly [female: number, male: number];
  readonly between: number;
  readonly within: number;
  readonly shape: "normal" | "lognormal";
  /** Relative change of the mean per ten years of age away from 45. */
  readonly perDecade: number;
  readonly low: readonly [number | null, number | null];
  readonly high: readonly [number | null, number | null];
  /** Physiological bounds that no drawn value leaves. */
  readonly bounds: readonly [number, number];
  /** Below this the assay reports "<" and the limit. */
  readonly detection?: number;
};

type Numbers = {
  mean: number | readonly [number, number];
  meanUs?: readonly [number, number];
  cv: readonly [between: number, within: number];
  shape?: "lognormal";
  perDecade?: number;
  low?: number | readonly [number, number];
  high?: number | readonly [number, number];
  bounds: readonly [number, number];
  detection?: number;
};

const pair = (value: number | readonly [number, number]): readonly [number, number] =>
  typeof value === "number" ? [value, value] : value;
const limits = (value: number | readonly [number, number] | undefined): readonly [number | null, number | null] =>
  value === undefined ? [null, null] : pair(value);

type Names = {
  en: string;
  zh: string;
  loinc: string | null;
  local: string;
  conventional?: readonly [unit: string, factor: number];
  category?: LabRow["category"];
};
type Units = { canonical: string; cn: string; us: string; others?: readonly string[] };

/** A quantitative item. */
export const quantity = (id: string, names: Names, units: Units, numbers: Numbers): LabRow => ({
  id,
  en: names.en,
  zh: names.zh,
  loinc: names.loinc,
  local: names.local,
  category: names.category ?? "laboratory",
  canonical: units.canonical,
  ...(names.conventional === undefined ? {} : { conventional: names.conventional }),
  units: { cn: units.cn, us: units.us, others: units.others ?? [] },
  mean: pair(numbers.mean),
  ...(numbers.meanUs === undefined ? {} : { meanUs: numbers.meanUs }),
  between: numbers.cv[0],
  within: numbers.cv[1],
  shape: numbers.shape ?? "normal",
  perDecade: numbers.perDecade ?? 0,
  low: limits(numbers.low),
  high: limits(numbers.high),
  bounds: numbers.bounds,
  ...(numbers.detection === undefined ? {} : { detection: numbers.detection }),
});

/** An item whose result is a word: `RESULT:positive` or `RESULT:negative`. */
export const inWords = (id: string, names: Names): LabRow => ({
  id,
  en: names.en,
  zh: names.zh,
  loinc: names.loinc,
  local: names.local,
  category: names.category ?? "laboratory",
  canonical: null,
  units: { cn: "", us: "", others: [] },
  mean: [0, 0],
  between: 0,
  within: 0,
  shape: "normal",
  perDecade: 0,
  low: [null, null],
  high: [null, null],
  bounds: [0, 0],
});
