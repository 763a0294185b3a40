import { addCriterion, type ImportedTrial } from "./imported-trial.ts";

const units: Readonly<Record<string, "year" | "month" | "week" | "day">> = {
  year: "year",
  month: "month",
  week: "week",
  day: "day",
};

/** "18 Years" of the registry as a number and a unit; null for "N/A" and the like. Hours and minutes count as part of a day. */
export function readRegistryAge(
  text: string | undefined,
): { value: number; unit: "year" | "month" | "week" | "day" } | null {
  const found = /^\s*(\d+(?:\.\d+)?)\s*(year|month|week|day|hour|minute)s?\s*$/i.exec(text ?? "");
  if (!found) return null;
  const value = Number(found[1]);
  const word = found[2]!.toLowerCase();
  if (word === "hour") return { value: value / 24, unit: "day" };
  if (word === "minute") return { value: value / 1440, unit: "day" };
  return { value, unit: units[word]! };
}

/**
 * Adds the registry's own age and sex fields as inclusion criteria. The registry's maximum age counts as "no older than":
 * a person of the maximum age is still eligible.
 */
export function addStructuredEligibility(
  trial: ImportedTrial,
  fields: { minimumAge?: string | undefined; maximumAge?: string | undefined; sex?: string | undefined },
): void {
  const minimum = readRegistryAge(fields.minimumAge);
  const maximum = readRegistryAge(fields.maximumAge);
  if (minimum) {
    addCriterion(trial, "inclusion", `Minimum age: ${fields.minimumAge}`, {
      kind: "age",
      range: { min: minimum.value },
      unit: minimum.unit,
    });
  }
  if (maximum) {
    // Completed years: a person is of the maximum age until the next birthday.
    addCriterion(trial, "inclusion", `Maximum age: ${fields.maximumAge}`, {
      kind: "age",
      range: { max: maximum.value },
      unit: maximum.unit,
    });
  }
  const sex = fields.sex?.toLowerCase();
  if (sex === "female" || sex === "male") {
    addCriterion(trial, "inclusion", `Sex: ${fields.sex}`, { kind: "sex", is: [sex] });
  }
}
