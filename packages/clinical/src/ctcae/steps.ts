import type { Step } from "./term.ts";

/** Grades from 1 on at multiples of the upper limit of normal. */
export const upper = (...times: readonly number[]): readonly Step[] =>
  times.map((timesUpperLimit, index) => ({ grade: index + 1, limit: { timesUpperLimit } }));
/** Grades from 1 on at multiples of the lower limit of normal. */
export const lower = (...times: readonly number[]): readonly Step[] =>
  times.map((timesLowerLimit, index) => ({ grade: index + 1, limit: { timesLowerLimit } }));

/** Grades from 1 on at multiples of the baseline. */
export const baseline = (...times: readonly number[]): readonly Step[] =>
  times.map((timesBaseline, index) => ({ grade: index + 1, limit: { timesBaseline } }));

/** Grade 1 above the upper limit of normal, then from 2 on at values in the canonical unit. */
export const beyondUpper = (...values: readonly number[]): readonly Step[] => [
  { grade: 1, limit: { timesUpperLimit: 1 } },
  ...values.map((value, index) => ({ grade: index + 2, limit: { value } })),
];

/** Grade 1 below the lower limit of normal, then from 2 on at values in the canonical unit. */
export const belowLower = (...values: readonly number[]): readonly Step[] => [
  { grade: 1, limit: { timesLowerLimit: 1 } },
  ...values.map((value, index) => ({ grade: index + 2, limit: { value } })),
];

/** Grades where the baseline was abnormal: the first starts at its limit itself, as the standard prints no ">" there. */
export const fromBaseline = (first: number, ...rest: readonly number[]): readonly Step[] =>
  baseline(first, ...rest).map((step, index) => (index === 0 ? { ...step, reached: true } : step));

/** Notes of terms whose grades a value cannot tell apart. */
export const symptoms = {
  en: "Grades differ by signs or symptoms, which a value does not show.",
  zh: "分级取决于有无症状体征，仅凭检验值不能确定。",
};
export const intervention = {
  en: "Grades differ by the intervention that was needed, which a value does not show.",
  zh: "分级取决于所需的处置，仅凭检验值不能确定。",
};
