import type { CriteriaDocument } from "../../src/criteria/document.schema.ts";
import type { Tree } from "../../src/criteria/tree.schema.ts";

const before = (value: number, unit: "day" | "week" | "month" | "year") => ({ from: { value: -value, unit } });
const set = (...ids: readonly string[]) => ({ of: ids.map((id) => ({ id })) });
const lab = (id: string, range: { min?: number; max?: number }, unit: string): Tree => ({
  kind: "measurement",
  item: { id },
  expression: { type: "value" },
  range,
  unit,
  when: before(28, "day"),
});
const timesUpper = (id: string, max: number): Tree => ({
  kind: "measurement",
  item: { id },
  expression: { type: "times-upper-limit" },
  range: { max },
  unit: null,
  when: before(28, "day"),
});

const inclusion: readonly Tree[] = [
  { kind: "age", range: { min: 18, max: 75 }, unit: "year" },
  { kind: "condition", concepts: set("MONDO:0005233") },
  { kind: "stage", groups: ["IIIB", "IIIC", "IV"] },
  { kind: "score", score: "ecog", range: { max: 1 } },
  {
    kind: "variant",
    gene: { id: "HGNC:3236" },
    change: "mutation",
    alterations: ["L858R", "EXON 19 DELETION"],
    status: "positive",
  },
  {
    kind: "all",
    of: [
      lab("LAB:haemoglobin", { min: 9 }, "g/dL"),
      lab("LAB:platelets", { min: 100 }, "10*9/L"),
      lab("LAB:neutrophils", { min: 1.5 }, "10*9/L"),
    ],
  },
  timesUpper("LAB:bilirubin-total", 1.5),
  { kind: "all", of: [timesUpper("LAB:alt", 2.5), timesUpper("LAB:ast", 2.5)] },
  {
    kind: "any",
    of: [
      timesUpper("LAB:creatinine", 1.5),
      { kind: "score", score: "creatinine-clearance-cockcroft-gault", range: { min: 50 } },
    ],
  },
  { kind: "life-expectancy", range: { min: 3 }, unit: "month" },
];

const exclusion: readonly Tree[] = [
  { kind: "drug", concepts: set("ATC:L01EB"), world: "closed" },
  {
    kind: "drug",
    concepts: set("ATC:H02AB"),
    when: before(14, "day"),
    dose: { range: { min: 10, minExclusive: true }, unit: "mg" },
  },
  {
    kind: "condition",
    concepts: { of: [{ id: "MONDO:0004992" }], except: [{ id: "MONDO:0005233" }] },
    when: before(5, "year"),
    world: "closed",
  },
  { kind: "condition", concepts: set("MONDO:0005044"), status: "active", qualifiers: ["uncontrolled"] },
  { kind: "condition", concepts: set("MONDO:0004979", "MONDO:0005002"), world: "closed" },
  { kind: "procedure", concepts: set("NCIT:C15329"), when: before(4, "week"), world: "closed" },
  { kind: "score", score: "qtcf", range: { min: 470, minExclusive: true } },
  { kind: "ctcae", term: "Hypokalemia", grade: { min: 2, max: 4 } },
  { kind: "reproduction", state: "pregnant" },
  {
    kind: "temporal",
    event: { kind: "condition", concepts: set("MONDO:0005010") },
    anchor: { kind: "condition", concepts: set("MONDO:0005233") },
    relation: { type: "between", from: { value: -6, unit: "month" }, to: { value: 6, unit: "month" } },
  },
];

/** Twenty criteria as a study of advanced lung cancer has them, over the concepts of the knowledge pack. */
export const lungCancerStudy: CriteriaDocument = {
  version: 1,
  source: { format: "text", language: "en", text: "" },
  criteria: [...inclusion, ...exclusion].map((tree, index) => ({
    id: `c${index + 1}`,
    type: index < inclusion.length ? "inclusion" : "exclusion",
    text: "",
    start: 0,
    end: 0,
    computable: "full",
    tree,
    notes: [],
  })),
};
