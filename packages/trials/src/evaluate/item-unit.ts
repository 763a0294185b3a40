import { type LabItem, toCanonical } from "@qinghao/clinical";

/** Both ways between a criterion's unit and the item's canonical one. */
export type UnitScale = { readonly inward: (value: number) => number; readonly outward: (value: number) => number };

const same = (value: number): number => value;
export const identity: UnitScale = { inward: same, outward: same };

/**
 * How values in a unit become canonical ones and back; null where the units cannot be compared. A null unit is the
 * canonical one. Every conversion of units here is a line (a factor, and an offset for temperatures and HbA1c), so two of
 * its points give the way back.
 */
export function unitScale(item: LabItem, unit: string | null): UnitScale | null {
  if (unit === null || unit === item.canonicalUnit) return identity;
  const zero = toCanonical(0, unit, item);
  const one = toCanonical(1, unit, item);
  if (zero === null || one === null) return null;
  const slope = one - zero;
  return {
    inward: (value) => toCanonical(value, unit, item) ?? Number.NaN,
    outward: (value) => Number(((value - zero) / slope).toPrecision(12)),
  };
}

/** The same for a difference of two values: 9 °F of change are 5 K, whatever the zero points are. */
export function differenceScale(item: LabItem, unit: string | null): UnitScale | null {
  const scale = unitScale(item, unit);
  if (scale === null) return null;
  return {
    inward: (value) => scale.inward(value) - scale.inward(0),
    outward: (value) => scale.outward(value) - scale.outward(0),
  };
}
