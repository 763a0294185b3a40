import { mapOk, ok, type Result } from "@qinghao/kernel";
import { BASE_UNIT_CODES } from "./atoms.ts";
import { type ConvertOptions, convert } from "./convert.ts";
import { type ResolvedUnit, resolveUnit } from "./resolve-unit.ts";
import { scaleToNumber } from "./scale.ts";
import type { UnitFailure } from "./unit-failure.ts";

/** A number and the UCUM code it is counted in. */
export type Quantity = { readonly value: number; readonly unit: string };

/** Whether a text is a well-formed UCUM code of known symbols; the reason when it is not. */
export const validateUnit = (code: string): Result<true, UnitFailure> => {
  const unit = resolveUnit(code);
  // A special unit in a product is written correctly and yet cannot be converted.
  if (unit.ok || unit.error.code === "units.special_in_product") return ok(true);
  return unit;
};

/** A unit as a product of base units: `mmol/L` is `6.02214076e+23 m-3`, together with what base units do not tell. */
export type CanonicalUnit = { readonly factor: number; readonly unit: string; readonly kinds: readonly string[] };

/** The canonical form of a code. Codes that convert freely share `unit` and `kinds`. */
export const canonicaliseUnit = (code: string): Result<CanonicalUnit, UnitFailure> =>
  mapOk(resolveUnit(code), (unit) => ({
    factor: scaleToNumber(unit.scale),
    unit: baseProduct(unit),
    kinds: [...unit.kinds].map(([kind, power]) => (power === 1 ? kind : `${kind}${power}`)).sort(),
  }));

function baseProduct(unit: ResolvedUnit): string {
  const terms = unit.dimensions.flatMap((power, index) =>
    power === 0 ? [] : [power === 1 ? BASE_UNIT_CODES[index]! : `${BASE_UNIT_CODES[index]}${power}`],
  );
  return terms.length === 0 ? "1" : terms.join(".");
}

/** The quantity in another unit. */
export const convertQuantity = (
  quantity: Quantity,
  to: string,
  options?: ConvertOptions,
): Result<Quantity, UnitFailure> =>
  mapOk(convert(quantity.value, quantity.unit, to, options), (value) => ({ value, unit: to }));

/** The product, in the product of both units: `2 m` times `1.5 g` is `3 m.g`. */
export const multiplyQuantities = (a: Quantity, b: Quantity): Result<Quantity, UnitFailure> =>
  combine(a, b, a.value * b.value, ".");

/** The quotient; units of one kind cancel to `1`. */
export const divideQuantities = (a: Quantity, b: Quantity): Result<Quantity, UnitFailure> => {
  const same = convert(b.value, b.unit, a.unit);
  if (same.ok && b.value !== 0) return ok({ value: a.value / same.value, unit: "1" });
  return combine(a, b, a.value / b.value, "/");
};

function combine(a: Quantity, b: Quantity, value: number, operator: "." | "/"): Result<Quantity, UnitFailure> {
  const left = a.unit === "1" ? "" : a.unit;
  const right = b.unit === "1" ? "" : bracket(b.unit);
  const joined = right === "" ? left : operator === "." && left === "" ? right : `${left}${operator}${right}`;
  const unit = joined === "" ? "1" : joined;
  const resolved = resolveUnit(unit);
  return resolved.ok ? ok({ value, unit }) : resolved;
}

const bracket = (unit: string): string => (/[./]/.test(unit.replace(/\[[^\]]*\]/g, "")) ? `(${unit})` : unit);
