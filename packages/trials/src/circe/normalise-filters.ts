import { trialsErrors } from "../errors.ts";
import { parseDay } from "./days.ts";
import { comparisons, type Filter, type Range, type TextMatch, textMatches } from "./definition.ts";
import type { Attribute } from "./domains.ts";
import type { CirceCriterionBody } from "./schema.ts";
import {
  type CirceDateRange,
  type CirceNumericRange,
  type CirceTextFilter,
  conceptSchema,
  conceptSetSelectionSchema,
  dateRangeSchema,
  numericRangeSchema,
  textFilterSchema,
} from "./values.schema.ts";

const refuse = (reason: string): never => {
  throw trialsErrors.create("circe.unsupported", { reason });
};

function readOp<Op extends string>(asked: string | null | undefined, known: readonly Op[], field: string) {
  const negated = asked?.startsWith("!") === true;
  const name = negated ? asked?.slice(1) : asked;
  const op = known.find((candidate) => candidate === name);
  return { op: op ?? refuse(`${field} has the unknown operator ${asked}`), negated };
}

function normaliseRange(range: CirceDateRange | CirceNumericRange, field: string): Range {
  const { op, negated } = readOp(range.Op, comparisons, field);
  const read = (value: string | number | null | undefined): number | null =>
    typeof value === "string" ? (parseDay(value) ?? refuse(`${field}: ${value} is not a date`)) : (value ?? null);
  const value = read(range.Value) ?? refuse(`${field} has no value`);
  const extent = read(range.Extent);
  if (op === "bt" && extent === null) refuse(`${field} has no upper value`);
  return { op, negated, value, extent };
}

/** A text filter without a text matches every text that is there. */
function normaliseText(filter: CirceTextFilter, field: string): TextMatch {
  return { ...readOp(filter.Op, textMatches, field), text: filter.Text ?? "" };
}

function normaliseFilter(field: string, attribute: Attribute, value: unknown, body: CirceCriterionBody): Filter | null {
  switch (attribute.kind) {
    case "date":
      return { field, ...attribute, range: normaliseRange(dateRangeSchema.parse(value), field) };
    case "age":
    case "number":
    case "ratio":
    case "length":
      return { field, ...attribute, range: normaliseRange(numericRangeSchema.parse(value), field) };
    case "concepts": {
      const concepts = conceptSchema.array().parse(value);
      if (concepts.length === 0) return null;
      const excluded = attribute.exclude !== undefined && body[attribute.exclude] === true;
      return { field, kind: "concepts", of: attribute.of, concepts, excluded };
    }
    case "selection": {
      const { CodesetId: codesetId, IsExclusion: excluded } = conceptSetSelectionSchema.parse(value);
      if (codesetId == null) return null;
      return { field, kind: "selection", of: attribute.of, codesetId, excluded: excluded === true };
    }
    case "codeset":
      return typeof value === "number" ? { field, kind: "codeset", of: attribute.of, codesetId: value } : null;
    case "site-region":
      return typeof value === "number" ? { field, kind: "site-region", codesetId: value } : null;
    case "text":
      return { field, ...attribute, match: normaliseText(textFilterSchema.parse(value), field) };
    case "abnormal":
      return value === true ? { field, kind: "abnormal" } : null;
    case "flag":
      return value === true ? { field, kind: "inert", value } : null;
    case "inert-number":
      return { field, kind: "inert", value };
  }
}

/** The filters of a criterion's body, in the order of the domain table. */
export function normaliseFilters(attributes: Readonly<Record<string, Attribute>>, body: CirceCriterionBody): Filter[] {
  const filters: Filter[] = [];
  for (const [field, attribute] of Object.entries(attributes)) {
    const value = body[field];
    if (value === undefined || value === null) continue;
    const filter = normaliseFilter(field, attribute, value, body);
    if (filter !== null) filters.push(filter);
  }
  return filters;
}
