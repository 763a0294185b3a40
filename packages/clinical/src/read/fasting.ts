import type { Code } from "../schema.ts";

/** LOINC: whether the patient had fasted, as reported. */
export const FASTING_STATUS = "49541-6";

const random = /\bnon[- ]?fast(?:ing|ed)\b|\bnot fasting\b|\brandom\b|\bpost[- ]?prandial\b|非空腹|随机|餐后/i;
const fasting = /\bfast(?:ing|ed)?\b|空腹/i;

/** What the source's own name of a test says of fasting; undefined where it says nothing. */
export function fastingOfNames(codes: readonly Code[]): boolean | undefined {
  const names = codes.map(({ system, code, display }) => display ?? (system === "text" ? code : ""));
  if (names.some((name) => random.test(name))) return false;
  return names.some((name) => fasting.test(name)) ? true : undefined;
}

/** Items of which the same test has one of its own for fasting samples. */
const fastingItems: Readonly<Record<string, string>> = { "LAB:glucose": "LAB:glucose-fasting" };

/** The item that a result is of once it is known whether the sample was taken fasting. */
export const itemWhenFasting = (concept: string, isFasting: boolean | undefined): string =>
  isFasting === true ? (fastingItems[concept] ?? concept) : concept;
