import {
  type Interval,
  type Line,
  type Moment,
  momentLine,
  type NumberRange,
  numberLine,
} from "../../src/time/index.ts";
import { convert } from "../../src/units/index.ts";

export type CqlNumber = { readonly is: "number"; readonly value: number; readonly isDecimal: boolean };
export type CqlQuantity = {
  readonly is: "quantity";
  readonly value: number;
  readonly unit: string;
  readonly isCalendar: boolean;
};
export type CqlMoment = { readonly is: "moment"; readonly moment: Moment };
export type CqlInterval = { readonly is: "interval"; readonly interval: Interval<Scalar> };
export type CqlRange = { readonly is: "range"; readonly range: NumberRange };
export type CqlString = { readonly is: "string"; readonly value: string };
export type Scalar = CqlNumber | CqlQuantity | CqlMoment | CqlString;
export type Value = null | boolean | Scalar | CqlInterval | CqlRange;

/** The case is outside what the product does; the reason goes into the committed list. */
export class NotApplied extends Error {}

/** The expression is well read and has no value: an overflow, an interval that ends before it starts. */
export class Invalid extends Error {}

const DECIMAL_STEP = 1e-8;

/** The line that scalars of one kind lie on, built on the product's lines and its conversion of units. */
export const scalarLine: Line<Scalar, unknown> = {
  compare: (a, b, precision) => {
    if (a.is === "moment" && b.is === "moment") {
      return momentLine.compare(a.moment, b.moment, precision as Parameters<typeof momentLine.compare>[2]);
    }
    if (a.is === "number" && b.is === "number") return numberLine(DECIMAL_STEP).compare(a.value, b.value);
    if (a.is === "string" && b.is === "string") return a.value === b.value ? 0 : a.value < b.value ? -1 : 1;
    if (a.is !== "quantity" || b.is !== "quantity") return undefined;
    const other = inUnitOf(b, a);
    return other === undefined ? undefined : numberLine(DECIMAL_STEP).compare(a.value, other);
  },
  next: (point) => step(point, "next"),
  previous: (point) => step(point, "previous"),
};

function step(point: Scalar, towards: "next" | "previous"): Scalar | undefined {
  if (point.is === "string") return undefined;
  if (point.is === "moment") {
    const moment = momentLine[towards](point.moment);
    return moment === undefined ? undefined : { is: "moment", moment };
  }
  const size = point.is === "number" && !point.isDecimal ? 1 : DECIMAL_STEP;
  const value = numberLine(size)[towards](point.value);
  return value === undefined ? undefined : { ...point, value };
}

const CALENDAR_AS_UCUM: Readonly<Record<string, string>> = {
  week: "wk",
  day: "d",
  hour: "h",
  minute: "min",
  second: "s",
  millisecond: "ms",
};

// Calendar years and months have no fixed length: against a UCUM unit of time they stay unknown.
function inUnitOf(quantity: CqlQuantity, other: CqlQuantity): number | undefined {
  if (quantity.unit === other.unit && quantity.isCalendar === other.isCalendar) return quantity.value;
  const [from, to] = [quantity, other].map((own) => (own.isCalendar ? CALENDAR_AS_UCUM[own.unit] : own.unit));
  if (from === undefined || to === undefined) return undefined;
  const converted = convert(quantity.value, from, to);
  return converted.ok ? converted.value : undefined;
}
