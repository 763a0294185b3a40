import { isoOfDay, spanOf } from "@qinghao/clinical";
import { asOf, daysAgo, drug, fact, lab, record } from "./record-builder.ts";
import type { SpecTable } from "./spec-table.ts";

const platinum = { of: [{ id: "DRUG:platinum" }] };
const surgery = { of: [{ id: "PROC:surgery" }] };
const inDays = (days: number): string => isoOfDay(spanOf(asOf).lo + days);
const plan = (start: string | null) =>
  fact({ kind: "procedure", concept: "PROC:lobectomy", start, assertion: "planned" });
const haemoglobin = (value: number, days: number, fasting?: boolean) => ({
  ...lab("LAB:haemoglobin", value, "g/dL", daysAgo(days)),
  ...(fasting === undefined ? {} : { fasting }),
});

/** How a result was taken, what a treatment is for, and what is only planned. */
export const circumstanceTables: readonly SpecTable[] = [
  {
    name: "fasting results only",
    criterion: {
      kind: "measurement",
      item: { id: "LAB:haemoglobin" },
      expression: { type: "value" },
      range: { min: 10 },
      unit: "g/dL",
      fasting: true,
    },
    rows: [
      { record: record([haemoglobin(11, 3, true)]), is: "true", because: "the sample was taken fasting" },
      { record: record([haemoglobin(9, 3, true)]), is: "false", because: "fasting, and below" },
      { record: record([haemoglobin(11, 3)]), is: "unknown", because: "nothing says whether it was fasting" },
      {
        record: record([haemoglobin(9, 3)]),
        is: "unknown",
        because: "a low result that may not count refutes nothing",
      },
      { record: record([haemoglobin(11, 3, false)]), is: "unknown", because: "it is known not to be fasting" },
      {
        record: record([haemoglobin(11, 9, true), haemoglobin(9, 3, false)]),
        is: "true",
        because: "a later result that was not fasting does not count",
      },
      {
        record: record([haemoglobin(11, 9, true), haemoglobin(9, 3)]),
        is: "unknown",
        because: "a later result may be the latest fasting one",
      },
    ],
  },
  {
    name: "adjuvant or neoadjuvant exposure",
    criterion: { kind: "drug", concepts: platinum, intent: ["neoadjuvant", "adjuvant"], world: "closed" },
    rows: [
      { record: record([drug("DRUG:cisplatin", "2023", { intent: "adjuvant" })]), is: "true", because: "one of both" },
      { record: record([drug("DRUG:cisplatin", "2023")]), is: "unknown", because: "the intent is not recorded" },
      {
        record: record([drug("DRUG:cisplatin", "2023", { intent: "curative" })]),
        is: "unknown",
        because: "adjuvant treatment is curative too",
      },
      {
        record: record([drug("DRUG:cisplatin", "2023", { intent: "palliative" })]),
        is: "false",
        because: "another intent, and a closed world",
      },
      { record: record([]), is: "false", because: "a closed world" },
    ],
  },
  {
    name: "planned procedure",
    criterion: { kind: "procedure", concepts: surgery, status: "planned" },
    rows: [
      { record: record([plan(inDays(10))]), is: "true", because: "a plan for a day to come, below the concept" },
      { record: record([plan(asOf)]), is: "true", because: "planned for the index date itself" },
      { record: record([plan(null)]), is: "true", because: "an open plan without a date" },
      { record: record([plan(daysAgo(1))]), is: "unknown", because: "a plan for a day that is past is none any more" },
      { record: record([plan("2024-05")]), is: "unknown", because: "the month of the index date may be over or not" },
      {
        record: record([fact({ kind: "procedure", concept: "PROC:lobectomy", start: daysAgo(3) })]),
        is: "unknown",
        because: "what was done is no plan",
      },
      {
        record: record([fact({ kind: "procedure", concept: "PROC:lobectomy", start: inDays(3) })]),
        is: "unknown",
        because: "what is recorded as done after the index date is not seen",
      },
    ],
  },
  {
    name: "planned within four weeks, in a closed world",
    criterion: {
      kind: "procedure",
      concepts: surgery,
      status: "planned",
      when: { from: { value: 0, unit: "day" }, to: { value: 4, unit: "week" } },
      world: "closed",
    },
    rows: [
      { record: record([plan(inDays(28))]), is: "true", because: "both bounds count" },
      { record: record([plan(inDays(29))]), is: "false", because: "planned for later" },
      { record: record([plan(null)]), is: "unknown", because: "no date says whether it is in time" },
      { record: record([]), is: "false", because: "the record is kept and names no plan" },
    ],
  },
  {
    name: "a performed procedure is not met by a plan",
    criterion: { kind: "procedure", concepts: surgery, world: "closed" },
    rows: [
      { record: record([plan(inDays(10)), plan(daysAgo(3)), plan(null)]), is: "false", because: "plans only" },
      {
        record: record([fact({ kind: "procedure", concept: "PROC:lobectomy", start: daysAgo(3) })]),
        is: "true",
        because: "it was done",
      },
    ],
  },
];
