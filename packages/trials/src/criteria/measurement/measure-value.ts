import type { QuantityValue } from "@qinghao/clinical";
import { exactly, spanOfValue, type ValueSpan } from "../../evaluate/bounds.ts";
import type { MissingReason } from "../../evaluate/outcome.ts";

/** What one result measures: an interval of numbers, or why it cannot be compared. */
export type Measured =
  | { readonly span: ValueSpan; readonly why: null }
  | { readonly span: null; readonly why: MissingReason };

/** The value in the canonical unit. */
export function measuredValue(quantity: QuantityValue): Measured {
  if (quantity.canonical === null) return { span: null, why: "unit-unknown" };
  return { span: spanOfValue(quantity.canonical, quantity.comparator), why: null };
}

/** The value as a multiple of its own laboratory's limit. */
export function measuredMultiple(quantity: QuantityValue, limit: number | undefined): Measured {
  if (quantity.canonical === null) return { span: null, why: "unit-unknown" };
  if (limit === undefined || limit <= 0) return { span: null, why: "limit-missing" };
  return { span: spanOfValue(quantity.canonical / limit, quantity.comparator), why: null };
}

/** The one number of a result; why there is none. */
export function exactValue(quantity: QuantityValue): Measured {
  if (quantity.canonical === null) return { span: null, why: "unit-unknown" };
  if (quantity.comparator !== undefined) return { span: null, why: "value-missing" };
  return { span: exactly(quantity.canonical), why: null };
}
