import { evaluateCql } from "./evaluate.ts";
import { equalValues } from "./operators.ts";
import type { CqlCase } from "./read-cases.ts";
import { Invalid, NotApplied, type Value } from "./values.ts";

/** Files of the suite about parts of the language that no function of the product answers. */
const OTHER_FILES: Readonly<Record<string, string>> = {
  CqlAggregateFunctionsTest: "functions over lists",
  CqlAggregateTest: "the aggregate clause",
  CqlConditionalOperatorsTest: "if and case",
  CqlErrorsAndMessagingOperatorsTest: "messages",
  CqlListOperatorsTest: "lists",
  CqlQueryTests: "queries",
  CqlStringOperatorsTest: "functions over strings",
  CqlTypeOperatorsTest: "conversion between types",
  ValueLiteralsAndSelectors: "literals of plain numbers and their limits",
};

/** A case that contradicts its siblings in the suite. */
const CONTRADICTED: Readonly<Record<string, string>> = {
  "CqlTypesTest DateTime/DateTimeUncertain":
    "counts a day known to the day as its last millisecond (18 days), where the sibling 'days between 15 January and February' counts from the day (17)",
};

export type Outcome = { readonly kind: "passed" | "failed" | "not-applied"; readonly reason: string };

/** Runs one case: applied and passed, applied and failed, or not applied with the reason. */
export function runCase(own: CqlCase): Outcome {
  const reason = OTHER_FILES[own.file] ?? CONTRADICTED[`${own.file} ${own.id}`];
  if (reason !== undefined) return { kind: "not-applied", reason };
  try {
    const value = evaluateCql(own.expression);
    if (own.isInvalid || own.output === undefined) return { kind: "failed", reason: `has a value: ${show(value)}` };
    const expected = evaluateCql(own.output);
    return agree(value, expected)
      ? { kind: "passed", reason: "" }
      : { kind: "failed", reason: `${show(value)}, expected ${show(expected)}` };
  } catch (failure) {
    if (failure instanceof NotApplied) return { kind: "not-applied", reason: failure.message };
    if (!(failure instanceof Invalid)) throw failure;
    return own.isInvalid ? { kind: "passed", reason: "" } : { kind: "failed", reason: failure.message };
  }
}

function agree(value: Value, expected: Value): boolean {
  if (isPlain(value) || isPlain(expected)) return value === expected;
  if (value.is === "range" && expected.is === "interval") {
    const { low, high } = expected.interval;
    return agree(number(value.range.low), low) && agree(number(value.range.high), high);
  }
  if (value.is === "interval" && expected.is === "interval") {
    const [a, b] = [value.interval, expected.interval];
    const closed = a.lowClosed === b.lowClosed && a.highClosed === b.highClosed;
    return closed && agree(a.low, b.low) && agree(a.high, b.high);
  }
  if (value.is === "moment" && expected.is === "moment") return show(value) === show(expected);
  return equalValues(value, expected) === true;
}

const isPlain = (value: Value): value is null | boolean => value === null || typeof value === "boolean";
const number = (value: number): Value => ({ is: "number", value, isDecimal: false });

const show = (value: Value): string => JSON.stringify(value);

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[], fill: string): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!, fill)).join(" | ")} |`;
  const rule = line(
    head.map(() => ""),
    "-",
  );
  return [line(head, " "), rule, ...rows.map((row) => line(row, " "))];
}

/** The list of what was applied and what not, and why: a Markdown page that the test keeps. */
export function describeCoverage(cases: readonly CqlCase[]): string {
  const outcomes = cases.map((own) => ({ ...own, outcome: runCase(own) }));
  const applied = outcomes.filter((own) => own.outcome.kind !== "not-applied");
  const lines = [
    "# Cases of the HL7 CQL suite that apply",
    "",
    "A case applies when the product's functions answer its expression: three-valued logic, comparison of numbers, texts,",
    "quantities and moments, calendar arithmetic, durations, and relations of intervals. The test runs them all and fails",
    "when this page no longer says what it does.",
    "",
    `${cases.length} cases, ${applied.length} applied, ${applied.filter((own) => own.outcome.kind === "passed").length} passed.`,
    "",
  ];
  const files = [...new Set(cases.map((own) => own.file))];
  const rows = files.map((file) => {
    const inFile = outcomes.filter((own) => own.file === file);
    const count = (kind: Outcome["kind"]): number => inFile.filter((own) => own.outcome.kind === kind).length;
    return [file, inFile.length, count("passed") + count("failed"), count("passed"), count("not-applied")].map(String);
  });
  lines.push(...table(["file", "cases", "applied", "passed", "not applied"], rows));
  lines.push("", "## Not applied, by file and reason", "");
  for (const file of files) {
    const reasons = new Map<string, string[]>();
    for (const own of outcomes) {
      if (own.file !== file || own.outcome.kind !== "not-applied") continue;
      reasons.set(own.outcome.reason, [...(reasons.get(own.outcome.reason) ?? []), own.id]);
    }
    for (const [reason, ids] of [...reasons].sort((a, b) => b[1].length - a[1].length)) {
      const names = OTHER_FILES[file] === undefined ? `: ${ids.join(", ")}` : ", the whole file";
      lines.push(`- ${file}, ${reason} (${ids.length})${names}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
