import type { LabItem } from "../resolver.ts";
import { convert, ENZYME_ACTIVITY_UNITS, hba1cIfccFromPercent } from "../units/index.ts";

/** Ions whose results are written in equivalents; charge without sign. */
const charges: Readonly<Record<string, number>> = {
  "LAB:sodium": 1,
  "LAB:potassium": 1,
  "LAB:chloride": 1,
  "LAB:bicarbonate": 1,
  "LAB:calcium": 2,
  "LAB:calcium-ionised": 2,
  "LAB:magnesium": 2,
};

/**
 * A value in the laboratory item's canonical unit, or null where the units do not meet. A change of dimension (mg/dL to
 * umol/L) goes through the item's conventional unit and its stated factor; IU/L of an enzyme counts as U/L.
 */
export function toCanonical(value: number, ucum: string, item: LabItem): number | null {
  if (ucum === item.canonicalUnit) return value;
  // Percent and mmol/mol are both ratios, but of different methods: 7 % is 53 mmol/mol, not 70.
  if (item.concept === "LAB:hba1c" && ucum === "%") return hba1cIfccFromPercent(value);
  const charge = charges[item.concept];
  const options =
    charge === undefined
      ? item.canonicalUnit === "U/L"
        ? { arbitraryUnits: ENZYME_ACTIVITY_UNITS }
        : undefined
      : { charge };
  const direct = convert(value, ucum, item.canonicalUnit, options);
  if (direct.ok) return direct.value;
  // Laboratories write the estimate per 1.73 m2 without saying so; an absolute clearance is an item of its own.
  if (item.concept === "LAB:egfr" && ucum === "mL/min") return value;
  if (item.concept === "LAB:hba1c") {
    const percent = convert(value, ucum, "%");
    return percent.ok ? hba1cIfccFromPercent(percent.value) : null;
  }
  if (item.conventionalUnit === null || item.conventionalFactor === null) return null;
  const conventional = convert(value, ucum, item.conventionalUnit, options);
  return conventional.ok ? conventional.value * item.conventionalFactor : null;
}
