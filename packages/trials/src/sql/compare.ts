import type { Bounds } from "../evaluate/bounds.ts";
import { allOf, anyOf, caseOf, numberLiteral } from "./expression.ts";

const isFinite = Number.isFinite;
// As the reference engine takes an open end that touches a limit.
const TOUCH = 2e-9;

/** Whether a number lies within bounds, SQL; NULL where the number is. */
export const isWithinBounds = (value: string, { min, max }: Bounds): string =>
  allOf(
    isFinite(min) ? `${value} >= ${numberLiteral(min)}` : "true",
    isFinite(max) ? `${value} <= ${numberLiteral(max)}` : "true",
  );

/** Truth (0, 1, 2) of a value that may be NULL (unknown) and may carry a comparator (0, or 1 to 4: <, <=, >, >=). */
export function truthOfValue(value: string, comparator: string, bounds: Bounds): string {
  const { min, max } = bounds;
  const atMost = (limit: string) =>
    isFinite(min)
      ? caseOf([[limit, "0"]], "1")
      : caseOf([[isFinite(max) ? `${value} <= ${numberLiteral(max)}` : "true", "2"]], "1");
  const atLeast = (limit: string) =>
    isFinite(max)
      ? caseOf([[limit, "0"]], "1")
      : caseOf([[isFinite(min) ? `${value} >= ${numberLiteral(min)}` : "true", "2"]], "1");
  const below = numberLiteral(isFinite(min) ? min + Math.abs(min) * TOUCH : 0);
  const above = numberLiteral(isFinite(max) ? max - Math.abs(max) * TOUCH : 0);
  return caseOf(
    [
      [`${value} is null`, "1"],
      [allOf(`${comparator} = 0`, isWithinBounds(value, bounds)), "2"],
      [`${comparator} = 0`, "0"],
      [`${comparator} = 1`, atMost(`${value} <= ${below}`)],
      [`${comparator} = 2`, atMost(`${value} < ${numberLiteral(isFinite(min) ? min : 0)}`)],
      [`${comparator} = 3`, atLeast(`${value} >= ${above}`)],
    ],
    atLeast(`${value} > ${numberLiteral(isFinite(max) ? max : 0)}`),
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
          isFinite(min) ? `${lo} >= ${numberLiteral(min)}` : "true",
          isFinite(max) ? `${hi} <= ${numberLiteral(max)}` : "true",
        ),
        "2",
      ],
      [
        anyOf(
          isFinite(min) ? `${hi} < ${numberLiteral(min)}` : "false",
          isFinite(max) ? `${lo} > ${numberLiteral(max)}` : "false",
        ),
        "0",
      ],
    ],
    "1",
  );
