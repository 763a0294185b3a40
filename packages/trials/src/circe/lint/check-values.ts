import { parseDay } from "../days.ts";
import { type Attribute, demographicAttributes, domainOf } from "../domains.ts";
import type { CirceCohortExpression, CirceCriterionBody } from "../schema.ts";
import {
  type CirceDateRange,
  type CirceNumericRange,
  type CircePeriod,
  type CirceWindow,
  conceptSetSelectionSchema,
  dateRangeSchema,
  numericRangeSchema,
  periodSchema,
  textFilterSchema,
} from "../values.schema.ts";
import { type CirceFinding, finding } from "./findings.ts";
import type { Sites } from "./sites.ts";
import { demographicsIn, partWords, type Words } from "./words.ts";

type Place = { readonly pointer: string; readonly field: string; readonly what: Words };

function checkEnds(from: string | number, to: string | number, place: Place): CirceFinding[] {
  const invalid = [from, to].filter((value) => typeof value === "string" && parseDay(value) === null);
  const details = { field: place.field, what: place.what };
  if (invalid.length > 0) return invalid.map((value) => finding("date-invalid", place.pointer, { ...details, value }));
  return from > to ? [finding("range-reversed", place.pointer, { ...details, from, to })] : [];
}

function checkRange(range: CirceDateRange | CirceNumericRange, place: Place): CirceFinding[] {
  const isPair = range.Op?.endsWith("bt") === true;
  const isGone = (value: unknown) => value == null || value === "";
  const gone = [
    ...(isGone(range.Op) ? [partWords.operator] : []),
    ...(isGone(range.Value) ? [partWords.value] : []),
    ...(isPair && isGone(range.Extent) ? [partWords.upperValue] : []),
  ];
  if (gone.length > 0) {
    const details = { field: place.field, what: place.what };
    return gone.map((part) => finding("range-incomplete", place.pointer, { ...details, part }));
  }
  const from = range.Value ?? 0;
  return checkEnds(from, isPair ? (range.Extent ?? from) : from, place);
}

function checkPeriod(period: CircePeriod, place: Place): CirceFinding[] {
  const [from, to] = [period.StartDate, period.EndDate];
  const present = [from, to].filter((date) => date != null && date !== "");
  const [first, last = first] = present;
  return first == null || last == null ? [] : checkEnds(first, last, place);
}

function checkAttribute(attribute: Attribute, value: unknown, place: Place): CirceFinding[] {
  const details = { field: place.field, what: place.what };
  switch (attribute.kind) {
    case "date":
      return checkRange(dateRangeSchema.parse(value), place);
    case "age":
    case "number":
    case "ratio":
    case "length":
    case "inert-number":
      return checkRange(numericRangeSchema.parse(value), place);
    case "concepts":
      return Array.isArray(value) && value.length === 0 ? [finding("concept-empty", place.pointer, details)] : [];
    case "selection": {
      const chosen = conceptSetSelectionSchema.parse(value).CodesetId;
      return chosen == null ? [finding("concept-empty", place.pointer, details)] : [];
    }
    case "text": {
      const { Text: text } = textFilterSchema.parse(value);
      return text == null || text === "" ? [finding("text-empty", place.pointer, details)] : [];
    }
    default:
      return [];
  }
}

function checkBody(
  attributes: Readonly<Record<string, Attribute>>,
  body: CirceCriterionBody,
  pointer: string,
  what: Words,
): CirceFinding[] {
  return Object.entries(attributes).flatMap(([field, attribute]) => {
    const value = body[field];
    return value == null ? [] : checkAttribute(attribute, value, { pointer: `${pointer}/${field}`, field, what });
  });
}

function checkWindow(window: CirceWindow | null | undefined, pointer: string, what: Words): CirceFinding[] {
  return (["Start", "End"] as const).flatMap((side) => {
    const value = window?.[side]?.Days;
    const details = { field: side === "Start" ? partWords.windowStart : partWords.windowEnd, what, value: value ?? 0 };
    return value != null && value < 0 ? [finding("days-negative", `${pointer}/${side}`, details)] : [];
  });
}

function checkCriteria({ criteria }: Sites): CirceFinding[] {
  return criteria.flatMap(({ domain, body, pointer, what, correlated }) => {
    const period = periodSchema.nullish().parse(body.UserDefinedPeriod);
    const field = "UserDefinedPeriod";
    const around = pointer.slice(0, pointer.lastIndexOf("/Criteria/"));
    return [
      ...checkBody(domainOf(domain).attributes, body, pointer, what),
      ...(period == null ? [] : checkPeriod(period, { pointer: `${pointer}/${field}`, field, what })),
      ...checkWindow(correlated?.StartWindow, `${around}/StartWindow`, what),
      ...checkWindow(correlated?.EndWindow, `${around}/EndWindow`, what),
    ];
  });
}

function checkDemographics({ groups }: Sites): CirceFinding[] {
  return groups.flatMap(({ group, pointer, part }) =>
    (group.DemographicCriteriaList ?? []).flatMap((body, at) => {
      const here = `${pointer}/DemographicCriteriaList/${at}`;
      if (Object.values(body).every((value) => value == null)) {
        return [finding("demographic-empty", here, { what: part })];
      }
      return checkBody(demographicAttributes, body, here, demographicsIn(part));
    }),
  );
}

/** Ranges, dates, concept lists and texts that are missing, empty or reversed. */
export function checkValues(expression: CirceCohortExpression, sites: Sites): CirceFinding[] {
  const observed = expression.PrimaryCriteria?.ObservationWindow;
  const window = (["PriorDays", "PostDays"] as const).flatMap((field) => {
    const value = observed?.[field] ?? 0;
    const details = { field, what: partWords.observation, value };
    return value < 0 ? [finding("days-negative", `/PrimaryCriteria/ObservationWindow/${field}`, details)] : [];
  });
  const place = { pointer: "/CensorWindow", field: "CensorWindow", what: partWords.definition };
  return [
    ...window,
    ...checkCriteria(sites),
    ...checkDemographics(sites),
    ...(expression.CensorWindow == null ? [] : checkPeriod(expression.CensorWindow, place)),
  ];
}
