import { describe, expect, test } from "vitest";
import type { Tree } from "../../src/criteria/tree.schema.ts";
import { parseCriteria } from "../../src/parse/parse-criteria.ts";
import { noNames } from "./knowledge-packs.ts";

type Case = [text: string, tree: Tree, type?: "exclusion"];

const lab = (id: string, range: object, unit: string | null, type = "value"): Tree =>
  ({
    kind: "measurement",
    item: expect.objectContaining({ id: `LAB:${id}` }),
    expression: { type },
    range,
    unit,
  }) as Tree;
const score = (name: string, range: object): Tree => ({ kind: "score", score: name, range }) as Tree;
const age = (range: object, unit = "year"): Tree => ({ kind: "age", range, unit }) as Tree;
const all = (...of: Tree[]): Tree => ({ kind: "all", of });
const any = (...of: Tree[]): Tree => ({ kind: "any", of });
const not = (of: Tree): Tree => ({ kind: "not", of });
const sex = (is: "female" | "male"): Tree => ({ kind: "sex", is: [is] });

const cases: Case[] = [
  ["Age ≥ 18 years", age({ min: 18 })],
  ["18 years of age or older", age({ min: 18 })],
  ["Aged 18 to 75 years", age({ min: 18, max: 75 })],
  ["Age between 25-45 years", age({ min: 25, max: 45 })],
  ["Male or female, 18-65 years old", age({ min: 18, max: 65 })],
  ["Patients older than 60 years", age({ min: 60, minExclusive: true })],
  ["Infants aged 6 to 12 months", age({ min: 6, max: 12 }, "month")],
  ["Under 18 years of age", age({ max: 18, maxExclusive: true }), "exclusion"],
  ["ECOG performance status 0 or 1", score("ecog", { min: 0, max: 1 })],
  ["Eastern Cooperative Oncology Group (ECOG) performance status of 0, 1 or 2", score("ecog", { min: 0, max: 2 })],
  ["ECOG PS ≤ 2", score("ecog", { max: 2 })],
  ["Karnofsky performance status >= 70%", score("karnofsky", { min: 70 })],
  ["NYHA class III or IV", score("nyha", { min: 3, max: 4 }), "exclusion"],
  ["Child-Pugh class A", score("child-pugh", { min: 5, max: 6 })],
  ["Child-Pugh A or B7", score("child-pugh", { min: 5, max: 7 })],
  ["Life expectancy of at least 12 weeks", { kind: "life-expectancy", range: { min: 12 }, unit: "week" }],
  ["Life expectancy > 3 months", { kind: "life-expectancy", range: { min: 3, minExclusive: true }, unit: "month" }],
  ["BMI between 18.5 and 30 kg/m2", score("bmi", { min: 18.5, max: 30 })],
  ["25 ≤ BMI < 45 kg/m²", score("bmi", { min: 25, max: 45, maxExclusive: true })],
  ["eGFR ≥ 60 mL/min/1.73 m2", score("egfr-ckd-epi-2021", { min: 60 })],
  ["QTcF > 470 ms", score("qtcf", { min: 470, minExclusive: true }), "exclusion"],
  ["Hemoglobin ≥ 9.0 g/dL", lab("haemoglobin", { min: 9 }, "g/dL")],
  ["Absolute neutrophil count (ANC) ≥ 1,500/mm3", lab("neutrophils", { min: 1500 }, "/uL")],
  ["Platelets ≥ 100 x 10^9/L", lab("platelets", { min: 100 }, "10*9/L")],
  ["Platelet count > 100,000 cells/µL", lab("platelets", { min: 100_000, minExclusive: true }, "/uL")],
  ["WBC ≥ 3.0 x 109/L", lab("leukocytes", { min: 3 }, "10*9/L")],
  ["HbA1c greater than or equal to 7% and less than or equal to 10%", lab("hba1c", { min: 7, max: 10 }, "%")],
  ["LVEF < 50%", lab("lvef", { max: 50, maxExclusive: true }, "%"), "exclusion"],
  ["Total bilirubin ≤ 1.5 x ULN", lab("bilirubin-total", { max: 1.5 }, null, "times-upper-limit")],
  ["INR ≤ 1.5 times the upper limit of normal", lab("inr", { max: 1.5 }, null, "times-upper-limit")],
  ["Creatinine ≤ ULN", lab("creatinine", { max: 1 }, null, "times-upper-limit")],
  [
    "ALT and AST ≤ 2.5 × ULN",
    all(lab("alt", { max: 2.5 }, null, "times-upper-limit"), lab("ast", { max: 2.5 }, null, "times-upper-limit")),
  ],
  [
    "Serum creatinine ≤ 1.5 mg/dL or creatinine clearance ≥ 60 mL/min",
    any(lab("creatinine", { max: 1.5 }, "mg/dL"), score("creatinine-clearance-cockcroft-gault", { min: 60 })),
  ],
  [
    "Hemoglobin ≥ 13 g/dL for men and ≥ 12 g/dL for women",
    any(
      all(lab("haemoglobin", { min: 13 }, "g/dL"), sex("male")),
      all(lab("haemoglobin", { min: 12 }, "g/dL"), sex("female")),
    ),
  ],
  [
    "Systolic blood pressure > 160 mmHg or diastolic blood pressure > 100 mmHg",
    any(
      lab("systolic-pressure", { min: 160, minExclusive: true }, "mm[Hg]"),
      lab("diastolic-pressure", { min: 100, minExclusive: true }, "mm[Hg]"),
    ),
    "exclusion",
  ],
  [
    "ANC ≥ 1.5 x 10^9/L; platelets ≥ 75 x 10^9/L",
    all(lab("neutrophils", { min: 1.5 }, "10*9/L"), lab("platelets", { min: 75 }, "10*9/L")),
  ],
  ["Stage IIIB or IV", { kind: "stage", groups: ["IIIB", "IV"] }],
  ["No more than 2 prior lines of therapy", { kind: "therapy-lines", range: { max: 2 } }],
  [
    "Pregnant or breastfeeding women",
    any({ kind: "reproduction", state: "pregnant" }, { kind: "reproduction", state: "breastfeeding" }),
    "exclusion",
  ],
  ["Written informed consent", { kind: "consent", to: "participate" }],
  [
    "Women of childbearing potential must have a negative pregnancy test",
    any(
      not(all(sex("female"), { kind: "reproduction", state: "childbearing-potential" })),
      not({ kind: "reproduction", state: "pregnant" }),
    ),
  ],
];

describe("numbers, scores and states that need no names", () => {
  test.each(cases)("%s", (text, tree, type) => {
    const { criteria } = parseCriteria(`${type === "exclusion" ? "Exclusion" : "Inclusion"} criteria:\n- ${text}`, {
      knowledge: noNames,
      lang: "en",
    });
    expect(criteria.map((one) => one.tree)).toEqual([tree]);
    expect(criteria[0]!.computable).toBe("full");
  });
});
