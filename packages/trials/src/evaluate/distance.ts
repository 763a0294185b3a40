import type { Range } from "../criteria/ranges.schema.ts";
import type { Distance } from "../criteria/verdict.schema.ts";

/** How far a value is from the nearest limit of a range: value minus limit, and as a share of the limit. */
export function distanceTo(range: Range, value: number, unit: string | null): Distance | null {
  let best: Distance | null = null;
  for (const limit of [range.min, range.max]) {
    if (limit === undefined) continue;
    const distance = trimmed(value - limit);
    if (best !== null && Math.abs(best.value) <= Math.abs(distance)) continue;
    best = { value: distance, unit, relative: limit === 0 ? null : trimmed(distance / Math.abs(limit)) };
  }
  return best;
}

/** Within a tenth of the limit a small change would decide otherwise. */
export const isNear = (distance: Distance | null): boolean =>
  distance?.relative != null && Math.abs(distance.relative) <= 0.1;

const trimmed = (value: number): number => Number(value.toPrecision(10));
