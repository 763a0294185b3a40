import type { LabItem } from "../resolver.ts";
import type { comparators, QuantityValue } from "../schema.ts";
import { readUnit, validateUnit } from "../units/index.ts";
import { toCanonical } from "./to-canonical.ts";

export type WrittenQuantity = {
  value: number;
  comparator?: (typeof comparators)[number];
  /** The unit as written, and as UCUM where the source claims it. */
  unit: string | null;
  ucum?: string | null;
  low?: number;
  high?: number;
};

/** UCUM code of a written unit; null when it cannot be read as one. */
export function ucumOf(unit: string | null, claimed?: string | null): string | null {
  if (claimed && validateUnit(claimed).ok) return claimed;
  if (unit === null || unit.trim() === "") return null;
  const read = readUnit(unit);
  return read.ok && read.value.kind === "unit" ? read.value.code : null;
}

/**
 * Brings a written quantity and its reference limits into the item's canonical unit. Without an item (a score, a code that
 * nothing resolves) pure numbers stay as they are.
 */
export function readQuantity(written: WrittenQuantity, item: LabItem | null): QuantityValue {
  const { value, comparator, unit } = written;
  const ucum = unitThatFits(written, item);
  const canonicalUnit = item?.canonicalUnit ?? "1";
  const isPureNumber = ucum === "1" || (ucum === null && unit === null) || (ucum?.startsWith("{") ?? false);
  const isUnitless = canonicalUnit === "1" && isPureNumber;
  const scale = (one: number) =>
    isUnitless ? one : ucum === null || item === null ? null : toCanonical(one, ucum, item);
  const canonical = scale(value);
  const base = {
    type: "quantity" as const,
    value,
    ...(comparator === undefined ? {} : { comparator }),
    unit,
    ucum,
    canonical,
    canonicalUnit: item === null && !isUnitless ? null : canonicalUnit,
    unitState: unitStateOf(canonical, unit, ucum, canonicalUnit, isUnitless),
  };
  const low = written.low === undefined ? null : (scale(written.low) ?? written.low);
  const high = written.high === undefined ? null : (scale(written.high) ?? written.high);
  return { ...base, ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
}

/**
 * The unit that the source claims, unless only the written one fits the item: "K/uL" is valid UCUM (kelvin) and means
 * thousands. "pH" is the number itself.
 */
function unitThatFits({ value, unit, ucum: claimed }: WrittenQuantity, item: LabItem | null): string | null {
  const ucum = ucumOf(unit, claimed);
  if (item === null || ucum === null || toCanonical(value, ucum, item) !== null) return ucum;
  const written = ucumOf(unit);
  if (written !== null && toCanonical(value, written, item) !== null) return written;
  return ucum === "[pH]" && item.canonicalUnit === "1" ? "1" : ucum;
}

function unitStateOf(
  canonical: number | null,
  unit: string | null,
  ucum: string | null,
  canonicalUnit: string,
  isUnitless: boolean,
): QuantityValue["unitState"] {
  if (canonical !== null) return isUnitless || ucum === canonicalUnit ? "canonical" : "converted";
  if (unit === null || unit.trim() === "") return "missing";
  return ucum === null ? "unknown" : "inconvertible";
}
