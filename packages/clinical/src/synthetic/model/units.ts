import { toCanonical } from "../../read/to-canonical.ts";
import type { LabRow } from "../tables/lab-row.ts";
import { misspelledUnits, unitSpellings } from "../tables/unit-spellings.ts";

/** A spelling of a unit for one item; canonical = raw * slope + offset. */
export type LabUnit = {
  readonly spelling: string;
  readonly ucum: string | null;
  readonly slope: number;
  readonly offset: number;
  readonly decimals: number;
  readonly isCanonical: boolean;
};

function toCanonicalOf(lab: LabRow, ucum: string, raw: number): number {
  const value = toCanonical(raw, ucum, {
    concept: `LAB:${lab.id}`,
    canonicalUnit: lab.canonical ?? "1",
    conventionalUnit: lab.conventional?.[0] ?? null,
    conventionalFactor: lab.conventional?.[1] ?? null,
  });
  if (value === null) throw new Error(`${lab.id}: ${ucum} does not convert to ${lab.canonical}`);
  return value;
}

/** The unit that a spelling stands for on an item's reports, with its affine map to the canonical unit. */
export function labUnit(lab: LabRow, spelling: string): LabUnit {
  const ucum = unitSpellings[spelling];
  if (ucum === undefined) throw new Error(`${lab.id}: no such spelling of a unit: ${spelling}`);
  const offset = toCanonicalOf(lab, ucum, 0);
  const slope = toCanonicalOf(lab, ucum, 1) - offset;
  const typical = Math.abs(((lab.mean[0] + lab.mean[1]) / 2 - offset) / slope);
  const decimals = lab.canonical === "1" ? 2 : Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(typical))));
  return { spelling, ucum, slope, offset, decimals, isCanonical: ucum === lab.canonical };
}

/** A spelling that is no unit: the number cannot be compared. */
export const misspelledUnit = (lab: LabRow, ucum: string | null): LabUnit => ({
  spelling: misspelledUnits[ucum ?? "other"] ?? misspelledUnits.other ?? "?",
  ucum: null,
  slope: 1,
  offset: 0,
  decimals: lab.canonical === "1" ? 2 : 1,
  isCanonical: false,
});
