import type { MeasureExpression, Tree } from "../../src/schema.ts";
import { daysAgo, lab, record } from "./record-builder.ts";
import type { SpecTable } from "./spec-table.ts";

const hb = (part: Partial<Extract<Tree, { kind: "measurement" }>> = {}): Tree => ({
  kind: "measurement",
  item: { id: "LAB:haemoglobin" },
  expression: { type: "value" },
  range: { min: 10 },
  unit: "g/dL",
  ...part,
});
const of = (
  id: string,
  expression: MeasureExpression,
  range: { min?: number; max?: number },
  unit: string | null = null,
): Tree => ({
  kind: "measurement",
  item: { id },
  expression,
  range,
  unit,
});

/** Laboratory results: units, windows, picks, limits of normal, ratios and changes. */
export const measurementTables: readonly SpecTable[] = [
  {
    name: "value, latest within 28 days",
    criterion: hb({ when: { from: { value: -28, unit: "day" } } }),
    rows: [
      {
        record: record([lab("LAB:haemoglobin", 104, "g/L", daysAgo(3))]),
        is: "true",
        because: "the unit is converted",
      },
      { record: record([lab("LAB:haemoglobin", 10, "g/dL", daysAgo(28))]), is: "true", because: "both bounds count" },
      { record: record([lab("LAB:haemoglobin", 9.9, "g/dL", daysAgo(3))]), is: "false", because: "below" },
      {
        record: record([lab("LAB:haemoglobin", 12, "g/dL", daysAgo(29))]),
        is: "unknown",
        because: "outside of the window",
      },
      { record: record([lab("LAB:haemoglobin", 12, null, daysAgo(3))]), is: "unknown", because: "no unit" },
      {
        record: record([lab("LAB:haemoglobin", 12, "mmol/L", daysAgo(3))]),
        is: "unknown",
        because: "a unit that does not convert",
      },
      {
        record: record([lab("LAB:haemoglobin", 9, "g/dL", daysAgo(9)), lab("LAB:haemoglobin", 11, "g/dL", daysAgo(2))]),
        is: "true",
        because: "the latest counts",
      },
      {
        record: record([lab("LAB:haemoglobin", 9, "g/dL", "2024-05"), lab("LAB:haemoglobin", 11, "g/dL", daysAgo(2))]),
        is: "unknown",
        because: "the one of some day in May may be later",
      },
      {
        record: record([lab("LAB:haemoglobin", 9, "g/dL", "2024-05-20T23:59:00-11:00")]),
        is: "false",
        because: "an instant counts on its own local date",
      },
      {
        record: record([lab("LAB:haemoglobin", 9, "g/dL", "2024-05-21T00:10:00+14:00")]),
        is: "unknown",
        because: "its local date is after the index date",
      },
      {
        record: record([lab("LAB:haemoglobin", 12, "g/dL", daysAgo(3), { comparator: ">" })]),
        is: "true",
        because: "more than 12 is more than 10",
      },
      {
        record: record([lab("LAB:haemoglobin", 12, "g/dL", daysAgo(3), { comparator: "<" })]),
        is: "unknown",
        because: "less than 12 may be more or less than 10",
      },
      {
        record: record([lab("LAB:haemoglobin", 10, "g/dL", daysAgo(3), { comparator: "<" })]),
        is: "false",
        because: "less than 10 is not 10",
      },
    ],
  },
  {
    name: "value below a limit",
    criterion: hb({ range: { max: 10, maxExclusive: true } }),
    rows: [
      {
        record: record([lab("LAB:haemoglobin", 10, "g/dL", daysAgo(3), { comparator: "<" })]),
        is: "true",
        because: "less than 10 is below 10",
      },
      {
        record: record([lab("LAB:haemoglobin", 10, "g/dL", daysAgo(3), { comparator: "<=" })]),
        is: "unknown",
        because: "10 itself is not below 10",
      },
      { record: record([lab("LAB:haemoglobin", 10, "g/dL", daysAgo(3))]), is: "false", because: "10 is not below 10" },
    ],
  },
  {
    name: "value, any and all",
    criterion: {
      kind: "all",
      of: [hb({ pick: "any" }), { kind: "not", of: hb({ pick: "all" }) }],
    },
    rows: [
      {
        record: record([
          lab("LAB:haemoglobin", 9, "g/dL", "2024-01-01"),
          lab("LAB:haemoglobin", 11, "g/dL", "2023-01-01"),
        ]),
        is: "true",
        because: "one is and one is not",
      },
      { record: record([lab("LAB:haemoglobin", 11, "g/dL", "2023-01-01")]), is: "false", because: "all are" },
    ],
  },
  {
    name: "value, lowest",
    criterion: hb({ pick: "lowest" }),
    rows: [
      {
        record: record([
          lab("LAB:haemoglobin", 90, "g/L", "2024-01-01"),
          lab("LAB:haemoglobin", 11, "g/dL", "2024-02-01"),
        ]),
        is: "false",
        because: "the lowest in one unit",
      },
      {
        record: record([
          lab("LAB:haemoglobin", 90, "g/L", "2024-01-01", { assertion: "possible" }),
          lab("LAB:haemoglobin", 11, "g/dL", "2024-02-01"),
        ]),
        is: "unknown",
        because: "the lowest is in doubt",
      },
    ],
  },
  {
    name: "multiple of the upper limit",
    criterion: of("LAB:alt", { type: "times-upper-limit" }, { max: 2.5 }),
    rows: [
      {
        record: record([lab("LAB:alt", 100, "U/L", daysAgo(1), { high: 40 })]),
        is: "true",
        because: "exactly 2.5 times",
      },
      { record: record([lab("LAB:alt", 101, "U/L", daysAgo(1), { high: 40 })]), is: "false", because: "above" },
      {
        record: record([lab("LAB:alt", 30, "U/L", daysAgo(1))]),
        is: "unknown",
        because: "the laboratory's limit is missing",
      },
    ],
  },
  {
    name: "ratio of two items",
    criterion: of("LAB:ast", { type: "ratio", to: { id: "LAB:alt" } }, { min: 2 }, "1"),
    rows: [
      {
        record: record([lab("LAB:ast", 80, "U/L", daysAgo(2)), lab("LAB:alt", 40, "U/L", daysAgo(1))]),
        is: "true",
        because: "80 over 40",
      },
      { record: record([lab("LAB:ast", 80, "U/L", daysAgo(2))]), is: "unknown", because: "nothing to divide by" },
      {
        record: record([lab("LAB:ast", 80, "U/L", daysAgo(2)), lab("LAB:alt", 0, "U/L", daysAgo(1))]),
        is: "unknown",
        because: "no division by zero",
      },
    ],
  },
  {
    name: "relative change",
    criterion: of("LAB:creatinine", { type: "change", relative: true }, { min: 50 }),
    rows: [
      {
        record: record([
          lab("LAB:creatinine", 1, "mg/dL", "2024-01-01"),
          lab("LAB:creatinine", 132.6, "umol/L", "2024-02-01"),
        ]),
        is: "true",
        because: "1.0 to 1.5 mg/dL across two units",
      },
      {
        record: record([lab("LAB:creatinine", 1, "mg/dL", "2024-01-01")]),
        is: "unknown",
        because: "one result is no change",
      },
    ],
  },
  {
    name: "change of a temperature in another scale",
    criterion: of("LAB:body-temperature", { type: "change", relative: false }, { max: 2 }, "[degF]"),
    rows: [
      {
        record: record([
          lab("LAB:body-temperature", 36, "Cel", "2024-01-01"),
          lab("LAB:body-temperature", 37, "Cel", "2024-01-02"),
        ]),
        is: "true",
        because: "one kelvin is 1.8 degrees Fahrenheit",
      },
      {
        record: record([
          lab("LAB:body-temperature", 36, "Cel", "2024-01-01"),
          lab("LAB:body-temperature", 38, "Cel", "2024-01-02"),
        ]),
        is: "false",
        because: "two kelvin are 3.6",
      },
    ],
  },
];
