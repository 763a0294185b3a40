import type { Bounds } from "../evaluate/bounds.ts";
import { allOf, anyOf, caseOf, numberLiteral } from "./expression.ts";

const bounded = Number.isFinite;
// An open end may touch a limit, as the reference engine has it.
const touch = (limit: number): number => (bounded(limit) ? 2e-9 * (Math.abs(limit) < 1e-8 ? 1 : Math.abs(limit)) : 0);

/** Whether a number lies within bounds, SQL; NULL where the number is. */
export const isWithinBounds = (value: string, { min, max }: Bounds): string =>
  allOf(
    bounded(min) ? `${value} >= ${numberLiteral(min)}` : "true",
    bounded(max) ? `${value} <= ${numberLiteral(max)}` : "true",
  );

/**
 * Truth (0, 1, 2) of a value that may carry a comparator (0, or 1 to 4: <, <=, >, >=). Most values carry none, and the
 * rest of the expression is then never looked at.
 * @param isUnknown where the value says nothing; the value itself may be anything there
 */
export function truthOfValue(
  value: string,
  comparator: string,
  bounds: Bounds,
  isUnknown = `${value} is null`,
): string {
  const { min, max } = bounds;
  const exact = caseOf([[isWithinBounds(value, bounds), "2"]], "0");
  // All numbers up to the value: one that may be too low leaves it open. And the same the other way round.
  const upTo = (fits: number, below: string) =>
    bounded(min)
      ? caseOf([[below, "0"]], "1")
      : caseOf([[bounded(max) ? `${value} <= ${numberLiteral(fits)}` : "true", "2"]], "1");
  const from = (fits: number, above: string) =>
    bounded(max)
      ? caseOf([[above, "0"]], "1")
      : caseOf([[bounded(min) ? `${value} >= ${numberLiteral(fits)}` : "true", "2"]], "1");
  const least = bounded(min) ? min : 0;
  const most = bounded(max) ? max : 0;
  const open = caseOf(
    [
      [`${comparator} = 1`, upTo(most + touch(most), `${value} <= ${numberLiteral(least + touch(least))}`)],
      [`${comparator} = 2`, upTo(most, `${value} < ${numberLiteral(least)}`)],
      [`${comparator} = 3`, from(least - touch(least), `${value} >= ${numberLiteral(most - touch(most))}`)],
    ],
    from(least, `${value} > ${numberLiteral(most)}`),
  );
  return caseOf(
    [
      [isUnknown, "1"],
      [comparator === "0" ? "true" : `${comparator} = 0`, exact],
    ],
    open,
  );
}

/**
 * Truth of an interval `[lo, hi]` of numbers, both known: 2 where all of it lies within, 0 where none does.
 */
export const truthOfSpan = (lo: string, hi: string, { min, max }: Bounds): string =>
  caseOf(
    [
      [
        allOf(
          bounded(min) ? `${lo} >= ${numberLiteral(min)}` : "true",
          bounded(max) ? `${hi} <= ${numberLiteral(max)}` : "true",
        ),
        "2",
      ],
      [
        anyOf(
          bounded(min) ? `${hi} < ${numberLiteral(min)}` : "false",
          bounded(max) ? `${lo} > ${numberLiteral(max)}` : "false",
        ),
        "0",
      ],
    ],
    "1",
  );
