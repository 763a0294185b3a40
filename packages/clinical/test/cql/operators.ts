import { and, implies, not, or, type Truth, truthOf, xor } from "@qinghao/kernel";
import {
  addDuration,
  type CalendarUnit,
  compareRange,
  differenceBetween,
  durationBetween,
  makeInterval,
  type Precision,
  relationsOn,
  type Span,
  spanOf,
  spanOfPoint,
} from "../../src/time/index.ts";
import { divideQuantities, multiplyQuantities } from "../../src/units/index.ts";
import { type CqlInterval, Invalid, NotApplied, type Scalar, scalarLine, type Value } from "./values.ts";

const relations = relationsOn(scalarLine);
export type RelationName = Exclude<keyof typeof relations, "intersect">;

const toTruth = (value: Value): Truth => {
  if (value === null) return "unknown";
  if (typeof value !== "boolean") throw new NotApplied("logic on what is no truth value");
  return truthOf(value);
};
export const fromTruth = (truth: Truth): boolean | null => (truth === "unknown" ? null : truth === "true");

export function applyLogic(operator: "and" | "or" | "xor" | "implies", a: Value, b: Value): Value {
  const operators = { and, or, xor, implies };
  return fromTruth(operators[operator](toTruth(a), toTruth(b)));
}

export const applyNot = (value: Value): Value => fromTruth(not(toTruth(value)));

const isScalar = (value: Value): value is Scalar =>
  value !== null && typeof value === "object" && value.is !== "interval" && value.is !== "range";

function spanOfValue(value: Value): Span<Scalar> | undefined {
  if (value === null) return undefined;
  if (isScalar(value)) return spanOfPoint(value);
  if (typeof value === "object" && value.is === "interval") return spanOf(scalarLine, value.interval);
  throw new NotApplied("a relation between values that are no points and no intervals");
}

/** A relation of points and intervals; null where an operand is null. */
export function relate(name: RelationName, a: Value, b: Value, precision?: Precision): Value {
  const [left, right] = [spanOfValue(a), spanOfValue(b)];
  if (left === undefined || right === undefined) return null;
  const inside = name === "properlyIncludes" && isScalar(b) ? "holdsInside" : name;
  return fromTruth(relations[inside](left, right, precision));
}

export function compareValues(operator: "<" | "<=" | ">" | ">=", a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (typeof a === "object" && a.is === "range" && isScalar(b) && b.is === "number") {
    return fromTruth(compareRange(a.range, operator, b.value));
  }
  if (!isScalar(a) || !isScalar(b)) throw new NotApplied("an order of values that have none");
  const order = scalarLine.compare(a, b);
  if (order === undefined) return null;
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

export function equalValues(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null;
  if (typeof a === "boolean" || typeof b === "boolean") return a === b;
  if (a.is === "range" && b.is === "number") return fromTruth(compareRange(a.range, "=", b.value));
  if (a.is === "interval" && b.is === "interval") return relate("same", a, b) as boolean | null;
  if (!isScalar(a) || !isScalar(b)) throw new NotApplied("equality of values of two kinds");
  const order = scalarLine.compare(a, b);
  return order === undefined ? null : order === 0;
}

export function addOrSubtract(operator: "+" | "-", a: Value, b: Value): Value {
  if (typeof a === "object" && a?.is === "range") throw new NotApplied("arithmetic of uncertain durations");
  if (a === null || b === null || typeof a !== "object" || a.is !== "moment") {
    throw new NotApplied("arithmetic of plain numbers and quantities");
  }
  if (typeof b !== "object" || b.is !== "quantity") throw new NotApplied("a date and what is no duration");
  if (!b.isCalendar) throw new NotApplied("a date and a UCUM unit of time");
  const moment = addDuration(a.moment, operator === "+" ? b.value : -b.value, b.unit as CalendarUnit);
  if (moment === undefined) throw new Invalid("outside the calendar");
  return { is: "moment", moment };
}

export function multiplyOrDivide(operator: "*" | "/", a: Value, b: Value): Value {
  if (typeof a === "object" && a?.is === "range") throw new NotApplied("arithmetic of uncertain durations");
  if (typeof a !== "object" || a?.is !== "quantity" || b === null || typeof b !== "object") {
    throw new NotApplied("arithmetic of plain numbers and quantities");
  }
  const other = b.is === "number" ? { value: b.value, unit: "1" } : b.is === "quantity" ? b : undefined;
  if (other === undefined) throw new NotApplied("arithmetic of plain numbers and quantities");
  const result = operator === "*" ? multiplyQuantities(a, other) : divideQuantities(a, other);
  if (!result.ok) throw new Invalid(result.error.code);
  return { is: "quantity", isCalendar: false, ...result.value };
}

export function measureBetween(kind: "duration" | "difference", unit: CalendarUnit, a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (typeof a !== "object" || a.is !== "moment" || typeof b !== "object" || b.is !== "moment") {
    throw new NotApplied("a duration between what are no moments");
  }
  const measure = kind === "duration" ? durationBetween : differenceBetween;
  const range = measure(a.moment, b.moment, unit);
  if (range === undefined) throw new Invalid("no duration");
  return range.low === range.high ? { is: "number", value: range.low, isDecimal: false } : { is: "range", range };
}

export function buildInterval(low: Value, high: Value, lowClosed: boolean, highClosed: boolean): CqlInterval {
  if ((low !== null && !isScalar(low)) || (high !== null && !isScalar(high))) {
    throw new NotApplied("an interval of what are no points");
  }
  const interval = makeInterval(scalarLine, { low, high, lowClosed, highClosed });
  if (interval === undefined) throw new Invalid("an interval that ends before it starts");
  const span = spanOf(scalarLine, interval);
  if (
    fromTruth(relations.onOrBefore({ start: span.start, end: span.start }, { start: span.end, end: span.end })) ===
    false
  ) {
    throw new Invalid("an empty interval");
  }
  return { is: "interval", interval };
}

export function intersectValues(a: Value, b: Value): Value {
  if (typeof a !== "object" || a?.is !== "interval" || typeof b !== "object" || b?.is !== "interval") {
    throw new NotApplied("an intersection of what are no intervals");
  }
  const interval = relations.intersect(a.interval, b.interval);
  return interval === undefined ? null : { is: "interval", interval };
}

/** `start of` and `end of`: the first and the last point; null for an unbounded or unknown bound. */
export function boundOf(side: "start" | "end", value: Value): Value {
  if (value === null) return null;
  if (typeof value !== "object" || value.is !== "interval") throw new NotApplied("a bound of what is no interval");
  const endpoint = spanOf(scalarLine, value.interval)[side];
  const isKnown = endpoint.min === endpoint.max && typeof endpoint.min === "object";
  return isKnown ? (endpoint.min as { readonly at: Scalar }).at : null;
}
