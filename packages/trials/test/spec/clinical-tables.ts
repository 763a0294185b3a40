import { condition, daysAgo, drug, fact, lab, record, worded } from "./record-builder.ts";
import type { SpecTable } from "./spec-table.ts";

const egfr = (part: object) => ({ kind: "variant", concept: "GENE:egfr", start: "2024-01-01", ...part }) as const;

/** Age, sex, scores, grades, variants, states and words. */
export const clinicalTables: readonly SpecTable[] = [
  {
    name: "age of at least 50 years",
    criterion: { kind: "age", range: { min: 50 }, unit: "year" },
    rows: [
      { record: record([]), is: "true", because: "the fiftieth birthday is the index date" },
      { record: record([], { birth: "1974-05-21" }), is: "false", because: "the birthday is tomorrow" },
      { record: record([], { birth: "1974-05" }), is: "unknown", because: "some day of May" },
      { record: record([], { birth: "1973" }), is: "true", because: "whatever the day was" },
      { record: record([], { birth: null }), is: "unknown", because: "no birth date" },
    ],
  },
  {
    name: "a leap day's birthday",
    criterion: { kind: "age", range: { min: 3, max: 3 }, unit: "month" },
    rows: [
      { record: record([], { birth: "2024-02-20" }), is: "true", because: "three months today" },
      { record: record([], { birth: "2024-02-21" }), is: "false", because: "a day short" },
    ],
  },
  {
    name: "sex",
    criterion: { kind: "sex", is: ["male", "other"] },
    rows: [
      { record: record([], { sex: "other" }), is: "true", because: "named" },
      { record: record([]), is: "false", because: "not named" },
      { record: record([], { sex: "unknown" }), is: "unknown", because: "not recorded" },
    ],
  },
  {
    name: "ECOG at most 1",
    criterion: { kind: "score", score: "ecog", range: { max: 1 } },
    rows: [
      { record: record([lab("SCORE:ecog", 1, "1", daysAgo(5))]), is: "true", because: "recorded" },
      { record: record([lab("SCORE:karnofsky", 60, "1", daysAgo(5))]), is: "false", because: "Karnofsky 60 is ECOG 2" },
      {
        record: record([lab("SCORE:karnofsky", 60, "1", daysAgo(5)), lab("SCORE:ecog", 1, "1", daysAgo(50))]),
        is: "true",
        because: "a recorded ECOG comes before a translated one",
      },
    ],
  },
  {
    name: "ECOG at most 1 within four weeks",
    criterion: { kind: "score", score: "ecog", range: { max: 1 }, when: { from: { value: -4, unit: "week" } } },
    rows: [
      {
        record: record([lab("SCORE:karnofsky", 60, "1", daysAgo(5)), lab("SCORE:ecog", 1, "1", "2024-04")]),
        is: "unknown",
        because: "the recorded ECOG may lie before the window, and the Karnofsky score then says otherwise",
      },
      {
        record: record([lab("SCORE:karnofsky", 90, "1", daysAgo(5)), lab("SCORE:ecog", 1, "1", "2024-04")]),
        is: "true",
        because: "both say the same",
      },
    ],
  },
  {
    name: "eGFR of at least 60, computed",
    criterion: { kind: "score", score: "egfr-ckd-epi-2021", range: { min: 60 } },
    rows: [
      {
        record: record([lab("LAB:creatinine", 0.8, "mg/dL", daysAgo(5))]),
        is: "true",
        because: "a woman of 50 with 0.8 mg/dL has 90",
      },
      {
        record: record([lab("LAB:creatinine", 1.6, "mg/dL", daysAgo(5))]),
        is: "false",
        because: "with 1.6 mg/dL she has 39",
      },
      {
        record: record([lab("LAB:creatinine", 0.8, "mg/dL", daysAgo(5))], { sex: "unknown" }),
        is: "unknown",
        because: "the equation asks for the sex",
      },
      {
        record: record([lab("LAB:creatinine", 0.8, "mg/dL", daysAgo(5))], { birth: "1970" }),
        is: "true",
        because: "either age gives more than 60",
      },
    ],
  },
  {
    name: "body mass index above 30, from parts in other units",
    criterion: { kind: "score", score: "bmi", range: { min: 30, minExclusive: true } },
    rows: [
      {
        record: record([lab("LAB:body-weight", 90, "kg", daysAgo(5)), lab("LAB:body-height", 170, "cm", daysAgo(500))]),
        is: "true",
        because: "31.1",
      },
      { record: record([lab("LAB:body-weight", 90, "kg", daysAgo(5))]), is: "unknown", because: "no height" },
    ],
  },
  {
    name: "Child-Pugh of at most 6",
    criterion: { kind: "score", score: "child-pugh", range: { max: 6 } },
    rows: [
      {
        record: record([
          lab("LAB:bilirubin-total", 1, "mg/dL", daysAgo(1)),
          lab("LAB:albumin", 40, "g/L", daysAgo(1)),
          lab("LAB:inr", 1, "1", daysAgo(1)),
        ]),
        is: "unknown",
        because: "nothing is known of ascites and encephalopathy: 5 to 9 points",
      },
      {
        record: record([
          lab("LAB:bilirubin-total", 4, "mg/dL", daysAgo(1)),
          lab("LAB:albumin", 25, "g/L", daysAgo(1)),
          lab("LAB:inr", 1, "1", daysAgo(1)),
        ]),
        is: "false",
        because: "nine points at least",
      },
      {
        record: record([
          lab("LAB:bilirubin-total", 1, "mg/dL", daysAgo(1)),
          lab("LAB:albumin", 40, "g/L", daysAgo(1)),
          lab("LAB:inr", 1, "1", daysAgo(1)),
          condition("HP:0001541", "2024", { assertion: "absent", ongoing: true }),
          condition("HP:0002480", "2024", { assertion: "absent", ongoing: true }),
        ]),
        is: "true",
        because: "both signs are ruled out: five points",
      },
    ],
  },
  {
    name: "CTCAE anaemia of grade 2",
    criterion: { kind: "ctcae", term: "Anemia", grade: { min: 2, max: 2 } },
    rows: [
      { record: record([lab("LAB:haemoglobin", 9, "g/dL", daysAgo(1))]), is: "true", because: "8 to 10 g/dL" },
      { record: record([lab("LAB:haemoglobin", 7, "g/dL", daysAgo(1))]), is: "false", because: "grade 3 at least" },
      {
        record: record([lab("LAB:haemoglobin", 11, "g/dL", daysAgo(1))]),
        is: "false",
        because: "grade 1 at most, whatever the limit",
      },
    ],
  },
  {
    name: "EGFR mutation L858R or exon 19 deletion",
    criterion: {
      kind: "variant",
      gene: { id: "GENE:egfr" },
      change: "mutation",
      alterations: ["L858R", "exon 19 deletion"],
      status: "positive",
    },
    rows: [
      { record: record([egfr({ alteration: "L858R" })]), is: "true", because: "named" },
      {
        record: record([egfr({ alteration: "EXON 19 DELETION (E746_A750DEL)" })]),
        is: "true",
        because: "finer than named",
      },
      { record: record([egfr({ alteration: "T790M" })]), is: "unknown", because: "another mutation says nothing" },
      {
        record: record([worded("variant", "GENE:egfr", "RESULT:negative", "2024")]),
        is: "false",
        because: "the gene was tested negative",
      },
      {
        record: record([egfr({ assertion: "possible", alteration: "L858R" })]),
        is: "unknown",
        because: "only suspected",
      },
      { record: record([]), is: "unknown", because: "not tested" },
    ],
  },
  {
    name: "EGFR wild type",
    criterion: { kind: "variant", gene: { id: "GENE:egfr" }, change: "wild-type", status: "positive" },
    rows: [
      {
        record: record([worded("variant", "GENE:egfr", "RESULT:negative", "2024")]),
        is: "true",
        because: "no mutation was found",
      },
      { record: record([egfr({ alteration: "L858R" })]), is: "false", because: "a mutation was found" },
      {
        record: record([egfr({ alteration: "AMPLIFICATION" })]),
        is: "unknown",
        because: "an amplification is no mutation",
      },
    ],
  },
  {
    name: "expression of at least 50 percent",
    criterion: {
      kind: "variant",
      gene: { id: "GENE:egfr" },
      change: "expression",
      level: { range: { min: 50 }, unit: "%" },
      status: "positive",
    },
    rows: [
      { record: record([{ ...lab("GENE:egfr", 60, "%", "2024"), kind: "variant" }]), is: "true", because: "above" },
      {
        record: record([{ ...lab("GENE:egfr", 10, "%", "2024"), kind: "variant" }]),
        is: "false",
        because: "measured and below",
      },
      { record: record([egfr({ alteration: "EXPRESSION" })]), is: "unknown", because: "no level" },
    ],
  },
  {
    name: "pregnancy",
    criterion: { kind: "reproduction", state: "pregnant" },
    rows: [
      {
        record: record([
          fact({
            kind: "status",
            concept: "STATUS:pregnant",
            start: daysAgo(9),
            value: { type: "boolean", value: true },
          }),
        ]),
        is: "true",
        because: "recorded",
      },
      {
        record: record([
          fact({
            kind: "status",
            concept: "STATUS:pregnant",
            start: daysAgo(900),
            value: { type: "boolean", value: true },
          }),
          fact({ kind: "status", concept: "STATUS:pregnant", start: daysAgo(9), assertion: "absent" }),
        ]),
        is: "false",
        because: "the latest word counts",
      },
      { record: record([], { sex: "male" }), is: "false", because: "a man" },
      { record: record([]), is: "unknown", because: "not asked" },
    ],
  },
  {
    name: "consent, life expectancy and a judgement",
    criterion: {
      kind: "any",
      of: [
        { kind: "text", text: "in the investigator's opinion" },
        {
          kind: "all",
          of: [
            { kind: "consent", to: "participate" },
            { kind: "life-expectancy", range: { min: 3 }, unit: "month" },
          ],
        },
      ],
    },
    rows: [
      {
        record: record([
          fact({ kind: "consent", concept: "CONSENT:participate", start: daysAgo(1) }),
          { ...lab("STATUS:life-expectancy", 120, "d", daysAgo(1)), kind: "status" },
        ]),
        is: "true",
        because: "both are on record",
      },
      {
        record: record([
          fact({ kind: "consent", concept: "CONSENT:participate", start: daysAgo(1), assertion: "absent" }),
        ]),
        is: "unknown",
        because: "the judgement is left",
      },
    ],
  },
  {
    name: "result in words",
    criterion: { kind: "result", item: { id: "LAB:hbsag" }, is: ["positive"] },
    rows: [
      {
        record: record([worded("measurement", "LAB:hbsag", "RESULT:positive", "2024")]),
        is: "true",
        because: "positive",
      },
      {
        record: record([worded("measurement", "LAB:hbsag", "RESULT:negative", "2024")]),
        is: "false",
        because: "negative",
      },
      {
        record: record([worded("measurement", "LAB:hbsag", "SNOMED:1", "2024")]),
        is: "unknown",
        because: "a word that is not known",
      },
    ],
  },
  {
    name: "surgery between one and thirty days after the first platinum, closed world",
    criterion: {
      kind: "temporal",
      event: { kind: "procedure", concepts: { of: [{ id: "PROC:surgery" }] }, world: "closed" },
      anchor: { kind: "drug", concepts: { of: [{ id: "DRUG:platinum" }] }, world: "closed" },
      anchorPick: "first",
      relation: { type: "between", from: { value: 1, unit: "day" }, to: { value: 30, unit: "day" } },
    },
    rows: [
      {
        record: record([
          drug("DRUG:cisplatin", "2024-01-01"),
          fact({ kind: "procedure", concept: "PROC:lobectomy", start: "2024-01-31" }),
        ]),
        is: "true",
        because: "thirty days after",
      },
      {
        record: record([
          drug("DRUG:cisplatin", "2024-01-01"),
          fact({ kind: "procedure", concept: "PROC:lobectomy", start: "2024-01-01" }),
        ]),
        is: "false",
        because: "the same day is too early",
      },
      {
        record: record([
          drug("DRUG:cisplatin", "2023-01-01"),
          drug("DRUG:carboplatin", "2024-01-01"),
          fact({ kind: "procedure", concept: "PROC:lobectomy", start: "2024-01-31" }),
        ]),
        is: "false",
        because: "counted from the first platinum",
      },
      {
        record: record([
          drug("DRUG:cisplatin", "2024-01"),
          fact({ kind: "procedure", concept: "PROC:lobectomy", start: "2024-01-31" }),
        ]),
        is: "unknown",
        because: "some day of January",
      },
      {
        record: record([drug("DRUG:cisplatin", "2024-01-01")]),
        is: "false",
        because: "no surgery, and silence is an answer",
      },
    ],
  },
  {
    name: "platinum within thirty days of platinum, closed world",
    criterion: {
      kind: "temporal",
      event: { kind: "drug", concepts: { of: [{ id: "DRUG:platinum" }] }, world: "closed" },
      anchor: { kind: "drug", concepts: { of: [{ id: "DRUG:platinum" }] }, world: "closed" },
      relation: { type: "between", from: { value: 0, unit: "day" }, to: { value: 30, unit: "day" } },
    },
    rows: [
      {
        record: record([drug("DRUG:cisplatin", "2024-01-01")]),
        is: "false",
        because: "one event is not related to itself",
      },
      {
        record: record([drug("DRUG:cisplatin", "2024-01-01"), drug("DRUG:carboplatin", "2024-01-01")]),
        is: "true",
        because: "two on one day",
      },
    ],
  },
];
