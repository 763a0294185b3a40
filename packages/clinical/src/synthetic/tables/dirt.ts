/**
 * What goes wrong between what happened and what is written, and how often. A share is of the events that a kind can
 * happen to (`of`). Source: none counts these in one place; orders of magnitude of published quality checks of hospital
 * extracts (Kahn et al., eGEMs 2016, doi 10.13063/2327-9214.1244), chosen so that each kind is met in a few hundred people.
 */
export const dirtKinds = [
  "missing-value",
  "partial-date",
  "missing-date",
  "missing-unit",
  "other-unit",
  "misspelled-unit",
  "local-code",
  "duplicate-result",
  "contradiction",
  "implausible-value",
  "future-date",
  "comparator",
  "free-text-result",
  "duplicate-person",
  "partial-birth-date",
] as const;
export type DirtKind = (typeof dirtKinds)[number];

/** Shares of measurements with a number. */
export const quantityDirt = [
  ["missing-value", 0.006],
  ["missing-unit", 0.012],
  ["other-unit", 0.04],
  ["misspelled-unit", 0.004],
  ["local-code", 0.008],
  ["duplicate-result", 0.01],
  ["implausible-value", 0.0015],
  ["future-date", 0.0008],
  ["comparator", 0.004],
  ["free-text-result", 0.003],
  ["partial-date", 0.004],
  ["missing-date", 0.001],
] as const satisfies readonly (readonly [DirtKind, number])[];

/**
 * Shares of vital signs in the US flavour: monitors date them and write their units, and FHIR's vital-signs profile
 * allows nothing else.
 */
export const monitorDirt = [
  ["other-unit", 0.03],
  ["local-code", 0.004],
  ["duplicate-result", 0.01],
  ["implausible-value", 0.0015],
  ["future-date", 0.0008],
] as const satisfies readonly (readonly [DirtKind, number])[];

/** Shares of results in words. */
export const wordsDirt = [
  ["free-text-result", 0.08],
  ["duplicate-result", 0.01],
  ["local-code", 0.01],
  ["partial-date", 0.005],
] as const satisfies readonly (readonly [DirtKind, number])[];

/** Shares of diagnoses, drugs, procedures, stages and the like. */
export const historyDirt = [
  ["partial-date", 0.06],
  ["missing-date", 0.008],
  ["contradiction", 0.008],
  ["local-code", 0.01],
  ["future-date", 0.001],
  ["duplicate-result", 0.005],
] as const satisfies readonly (readonly [DirtKind, number])[];

/** Shares of people. */
export const personDirt = { "duplicate-person": 0.005, "partial-birth-date": 0.03 } as const;

/** Words that stand where a result should be, by flavour; the first two also answer tests in words. */
export const freeTexts = {
  cn: ["阳性(+)", "阴性(-)", "标本溶血", "见纸质报告", "未查"],
  us: ["positive", "negative", "hemolyzed", "see report", "not done"],
} as const;
