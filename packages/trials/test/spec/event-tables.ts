import { condition, daysAgo, drug, fact, record } from "./record-builder.ts";
import type { SpecTable } from "./spec-table.ts";

const lungCancer = { of: [{ id: "D:lung-cancer" }] };
const platinum = { of: [{ id: "DRUG:platinum" }] };

/** Conditions, drugs, procedures, visits and allergies: whether and how often something happened. */
export const eventTables: readonly SpecTable[] = [
  {
    name: "condition, ever",
    criterion: { kind: "condition", concepts: lungCancer },
    rows: [
      { record: record([condition("D:lung-cancer", "2020-01-01")]), is: "true", because: "the concept itself" },
      { record: record([condition("D:nsclc", "2020-01-01")]), is: "true", because: "a concept below it" },
      { record: record([condition("D:nsclc", null)]), is: "true", because: "no window asks for a date" },
      { record: record([]), is: "unknown", because: "silence is not an answer in an open world" },
      { record: record([condition("D:cancer", "2020")]), is: "unknown", because: "a concept above it is another one" },
      {
        record: record([condition("BROAD:cancer-of-chest", "2020")]),
        is: "unknown",
        because: "a broader code may be meant",
      },
      {
        record: record([condition("D:nsclc", "2020", { assertion: "absent" })]),
        is: "false",
        because: "it was ruled out",
      },
      {
        record: record([condition("BROAD:cancer-of-chest", "2020", { assertion: "absent" })]),
        is: "unknown",
        because: "a denial of a broader code is no denial of this one",
      },
      {
        record: record([condition("D:nsclc", "2020", { assertion: "possible" })]),
        is: "unknown",
        because: "it is only suspected",
      },
      {
        record: record([condition("D:nsclc", "2020", { assertion: "family" })]),
        is: "unknown",
        because: "a relative's disease is not the patient's",
      },
      { record: record([condition("D:nsclc", "2024-05-21")]), is: "unknown", because: "it lies after the index date" },
      {
        record: record([
          condition("D:nsclc", "2020", { assertion: "absent" }),
          condition("D:nsclc", "2023", { assertion: "present" }),
        ]),
        is: "true",
        because: "an event outweighs an earlier denial",
      },
    ],
  },
  {
    name: "condition with an exception",
    criterion: {
      kind: "condition",
      concepts: { of: [{ id: "D:cancer" }], except: [{ id: "D:lung-cancer" }] },
      world: "closed",
    },
    rows: [
      { record: record([condition("D:breast-cancer", "2020")]), is: "true", because: "not excepted" },
      { record: record([condition("D:nsclc", "2020")]), is: "false", because: "below what is excepted" },
    ],
  },
  {
    name: "condition, active",
    criterion: { kind: "condition", concepts: lungCancer, status: "active" },
    rows: [
      { record: record([condition("D:nsclc", "2020", { ongoing: true })]), is: "true", because: "said to go on" },
      { record: record([condition("D:nsclc", "2020")]), is: "unknown", because: "nobody recorded whether it ended" },
      { record: record([condition("D:nsclc", "2020", { end: "2023" })]), is: "unknown", because: "ended before" },
      {
        record: record([condition("D:nsclc", "2020", { end: "2024" })]),
        is: "unknown",
        because: "ended some time this year",
      },
    ],
  },
  {
    name: "condition, closed world",
    criterion: {
      kind: "condition",
      concepts: lungCancer,
      world: "closed",
      when: { from: { value: -5, unit: "year" } },
    },
    rows: [
      { record: record([]), is: "false", because: "the record was kept over the whole window and is silent" },
      {
        record: record([], { observed: { from: "2021-01-01", to: null } }),
        is: "unknown",
        because: "the record begins inside the window",
      },
      {
        record: record([], { observed: { from: null, to: null } }),
        is: "unknown",
        because: "nobody says since when the record is kept",
      },
      {
        record: record([], { observed: { from: "2010", to: "2023-12-31" } }),
        is: "unknown",
        because: "the record ended before the index date",
      },
      {
        record: record([condition("BROAD:cancer-of-chest", "2022")]),
        is: "unknown",
        because: "a broader code is not silence",
      },
    ],
  },
  {
    name: "condition with words that codes do not carry",
    criterion: { kind: "condition", concepts: lungCancer, qualifiers: ["uncontrolled"], world: "closed" },
    rows: [
      { record: record([condition("D:nsclc", "2020")]), is: "unknown", because: "a person judges the qualifier" },
      { record: record([]), is: "false", because: "without the diagnosis there is nothing to judge" },
    ],
  },
  {
    name: "drug, at least two different days in the last 30 days",
    criterion: {
      kind: "drug",
      concepts: platinum,
      count: { min: 2, distinct: "day" },
      when: { from: { value: -30, unit: "day" }, part: "start" },
    },
    rows: [
      {
        record: record([drug("DRUG:cisplatin", daysAgo(3)), drug("DRUG:carboplatin", daysAgo(30))]),
        is: "true",
        because: "two days, the bound counts",
      },
      {
        record: record([drug("DRUG:cisplatin", daysAgo(3)), drug("DRUG:cisplatin", daysAgo(3))]),
        is: "unknown",
        because: "a duplicate of one day",
      },
      {
        record: record([drug("DRUG:cisplatin", daysAgo(3)), drug("DRUG:cisplatin", daysAgo(31))]),
        is: "unknown",
        because: "one lies a day outside",
      },
      {
        record: record([drug("DRUG:cisplatin", daysAgo(3)), drug("DRUG:cisplatin", "2024-04")]),
        is: "unknown",
        because: "April may be inside or outside",
      },
    ],
  },
  {
    name: "drug, never more than two, closed world",
    criterion: { kind: "drug", concepts: platinum, count: { max: 2 }, world: "closed" },
    rows: [
      { record: record([]), is: "true", because: "none is at most two" },
      {
        record: record([1, 2, 3].map((days) => drug("DRUG:cisplatin", daysAgo(days)))),
        is: "false",
        because: "three are on record",
      },
      {
        record: record([1, 2].map((days) => drug("DRUG:cisplatin", daysAgo(days)))),
        is: "true",
        because: "two, and silence about a third",
      },
    ],
  },
  {
    name: "drug with a daily dose above 10 mg",
    criterion: {
      kind: "drug",
      concepts: platinum,
      dose: { range: { min: 10, minExclusive: true }, unit: "mg" },
      world: "closed",
    },
    rows: [
      {
        record: record([drug("DRUG:cisplatin", "2024", { dose: { value: 0.02, unit: "g" } })]),
        is: "true",
        because: "20 mg in grams",
      },
      {
        record: record([drug("DRUG:cisplatin", "2024", { dose: { value: 10, unit: "mg/d" } })]),
        is: "false",
        because: "ten is not above ten",
      },
      { record: record([drug("DRUG:cisplatin", "2024")]), is: "unknown", because: "no dose on record" },
      {
        record: record([drug("DRUG:cisplatin", "2024", { dose: { value: 20, unit: "[iU]" } })]),
        is: "unknown",
        because: "units of activity are no mass",
      },
    ],
  },
  {
    name: "drug still running overlaps the window",
    criterion: { kind: "drug", concepts: platinum, when: { from: { value: -14, unit: "day" } } },
    rows: [
      {
        record: record([drug("DRUG:cisplatin", "2023-01-01", { ongoing: true })]),
        is: "true",
        because: "goes on into the window",
      },
      {
        record: record([drug("DRUG:cisplatin", "2023-01-01", { end: daysAgo(14) })]),
        is: "true",
        because: "ended on the window's first day",
      },
      {
        record: record([drug("DRUG:cisplatin", "2023-01-01", { end: daysAgo(15) })]),
        is: "unknown",
        because: "ended the day before",
      },
      { record: record([drug("DRUG:cisplatin", "2023-01-01")]), is: "unknown", because: "the end is not known" },
    ],
  },
  {
    name: "lines of therapy, one or two",
    criterion: { kind: "therapy-lines", range: { min: 1, max: 2 }, world: "closed" },
    rows: [
      {
        record: record([drug("DRUG:cisplatin", "2023", { line: 2 })]),
        is: "true",
        because: "the second line was given",
      },
      { record: record([drug("DRUG:cisplatin", "2023", { line: 3 })]), is: "false", because: "a third line was given" },
      { record: record([]), is: "false", because: "silence means none" },
    ],
  },
  {
    name: "procedure that ended within 28 days",
    criterion: {
      kind: "procedure",
      concepts: { of: [{ id: "PROC:surgery" }] },
      when: { from: { value: -4, unit: "week" } },
    },
    rows: [
      {
        record: record([fact({ kind: "procedure", concept: "PROC:lobectomy", start: daysAgo(28) })]),
        is: "true",
        because: "day 28 counts",
      },
      {
        record: record([fact({ kind: "procedure", concept: "PROC:lobectomy", start: daysAgo(29) })]),
        is: "unknown",
        because: "day 29 does not",
      },
      {
        record: record([fact({ kind: "procedure", concept: "PROC:lobectomy", start: null })]),
        is: "unknown",
        because: "no date",
      },
    ],
  },
  {
    name: "visit and allergy",
    criterion: {
      kind: "all",
      of: [
        { kind: "visit", setting: "any" },
        { kind: "not", of: { kind: "allergy", concepts: platinum, world: "closed" } },
      ],
    },
    rows: [
      {
        record: record([fact({ kind: "visit", concept: "VISIT:emergency", start: "2024" })]),
        is: "true",
        because: "a visit, and silence about allergy",
      },
      {
        record: record([
          fact({ kind: "visit", concept: "VISIT:inpatient", start: "2024" }),
          fact({ kind: "allergy", concept: "DRUG:cisplatin", start: null }),
        ]),
        is: "false",
        because: "the allergy",
      },
    ],
  },
];
