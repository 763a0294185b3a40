import type { QuantityValue } from "../schema.ts";
import { convert, hba1cPercentFromIfcc } from "../units/index.ts";

/** Digits that a limit is written with. */
const DIGITS = 6;

/**
 * A number of an item's canonical unit in the unit that a result was written in: what writers need for reference limits.
 * Where the units share no dimension, the result's own two numbers give the factor.
 */
export function fromCanonical(
  value: number,
  item: string | null,
  { ucum, canonical, canonicalUnit, value: written }: QuantityValue,
): number {
  const settled = (one: number) => Number(one.toPrecision(DIGITS));
  if (ucum === null || canonical === null || canonicalUnit === null || ucum === canonicalUnit) return settled(value);
  if (item === "LAB:hba1c" && ucum === "%") return settled(hba1cPercentFromIfcc(value));
  const converted = convert(value, canonicalUnit, ucum);
  if (converted.ok) return settled(converted.value);
  return settled(canonical === 0 ? value : (value * written) / canonical);
}
