import { convert } from "@qinghao/clinical";
import type { Range } from "../criteria/ranges.schema.ts";
import { type Bounds, boundsOf } from "./bounds.ts";

/** A dose in mg per day, whether its unit says "per day" or not; null where the unit is no mass. */
export function doseMgPerDay(dose: { readonly value: number; readonly unit: string }): number | null {
  for (const target of ["mg", "mg/d"]) {
    const converted = convert(dose.value, dose.unit, target);
    if (converted.ok) return converted.value;
  }
  return null;
}

/** A range of daily doses in mg; null where its unit is no mass, so that no dose can be compared. */
export function dailyDoseBounds(range: Range, unit: string): Bounds | null {
  const scale = doseMgPerDay({ value: 1, unit });
  return scale === null ? null : boundsOf(range, (value) => value * scale);
}
