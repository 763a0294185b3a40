import type { LeafWarning } from "./define-criterion.ts";
import type { Range } from "./ranges.schema.ts";

/** Whether no number lies in the range. */
export const isEmptyRange = ({ min, max, minExclusive, maxExclusive }: Range): boolean =>
  min !== undefined && max !== undefined && (min > max || (min === max && (minExclusive || maxExclusive) === true));

/** The warning of a range that no number satisfies. */
export const emptyRange = (range: Range): readonly LeafWarning[] =>
  isEmptyRange(range)
    ? [
        {
          code: "empty-range",
          en: `No value can be ${range.minExclusive ? "above" : "at least"} ${range.min} and ${range.maxExclusive ? "below" : "at most"} ${range.max}.`,
          zh: `没有数值能同时${range.minExclusive ? "大于" : "不低于"} ${range.min} 且${range.maxExclusive ? "小于" : "不超过"} ${range.max}。`,
        },
      ]
    : [];
