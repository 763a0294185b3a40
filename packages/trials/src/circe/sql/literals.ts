import { formatDay } from "../days.ts";
import type { Day, Range, TextMatch } from "../definition.ts";

export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const sqlDay = (day: Day): string => `date '${formatDay(day)}'`;
export const sqlNumber = (value: number): string => (value < 0 ? `(${value})` : String(value));

const operators = { lt: "<", lte: "<=", eq: "=", gt: ">", gte: ">=" } as const;

/** A comparison; null on either side makes it null, so a `where` drops the row whether negated or not. */
export function sqlRange(expression: string, range: Range, literal: (value: number) => string): string {
  const [low, high] = [literal(range.value), literal(range.extent ?? range.value)];
  const test =
    range.op === "bt" ? `${expression} between ${low} and ${high}` : `${expression} ${operators[range.op]} ${low}`;
  return range.negated ? `not (${test})` : `(${test})`;
}

const matchers = { contains: "contains", startsWith: "starts_with", endsWith: "ends_with" } as const;

export function sqlTextMatch(column: string, match: TextMatch): string {
  const test = `${matchers[match.op]}(${column}, ${sqlText(match.text)})`;
  return match.negated ? `not ${test}` : test;
}

/** Membership of a codeset; a missing concept is in no set and outside none. */
export function sqlInCodeset(expression: string, codesetId: number, excluded = false): string {
  const set = `select concept_id from codesets where codeset_id = ${codesetId}`;
  return `(${expression} is not null and ${expression} ${excluded ? "not in" : "in"} (${set}))`;
}
