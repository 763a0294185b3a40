import { factKinds } from "@qinghao/clinical";
import type { ConceptDictionary } from "../src/sql/dictionary.ts";
import { conditionCode, drugCode, procedureCode } from "./population.ts";

/**
 * The twenty criteria of the funnel as somebody would write them by hand: two-valued, dates taken as exact, no doubt, no
 * comparators, no silence. What three-valued answers cost on top is the difference.
 */
export function plainQueries(asOf: number, dictionary: Pick<ConceptDictionary, "find">): string[] {
  const kind = (name: (typeof factKinds)[number]) => factKinds.indexOf(name);
  const one = (code: string) => dictionary.find(code);
  const some = (from: number, to: number, code: (index: number) => string) =>
    Array.from({ length: to - from }, (_, index) => one(code(from + index))).join(", ");
  const latest = (code: string, test: string, days: number | null, value = "value") =>
    `select count(*) from (select patient, arg_max(${value}, start_hi) as v from fact where kind = ${kind("measurement")} and concept = ${one(code)} and start_hi <= ${asOf}${days === null ? "" : ` and start_hi >= ${asOf - days}`} group by patient) q where v ${test}`;
  const upper = (code: string, times: number) => latest(code, `<= ${times}`, 183, "value / high");
  const ever = (name: (typeof factKinds)[number], ids: string, when: string) =>
    `select count(distinct patient) from fact where kind = ${kind(name)} and concept in (${ids}) and ${when}`;
  return [
    `select count(*) from person where birth_lo between ${asOf - 81 * 365} and ${asOf - 18 * 365}`,
    "select count(*) from person where sex in (1, 2)",
    ever(
      "condition",
      some(0, 60, conditionCode),
      `start_lo <= ${asOf} and (end_state <> 1 or end_hi >= ${asOf - 1826})`,
    ),
    latest("SCORE:ecog", "<= 1", null),
    ever("stage", ["IIIA", "IIIB", "IV"].map((stage) => one(`STAGE:${stage}`)).join(", "), `start_lo <= ${asOf}`),
    latest("LAB:haemoglobin", ">= 90", 183),
    latest("LAB:platelets", ">= 100", 183),
    latest("LAB:neutrophils", ">= 1.5", 183),
    upper("LAB:alt", 2.5),
    upper("LAB:ast", 2.5),
    upper("LAB:bilirubin-total", 1.5),
    upper("LAB:creatinine", 1.5),
    latest("LAB:albumin", ">= 30", null),
    `select count(*) from (select patient, max(line) as line from fact where kind = ${kind("drug")} and line is not null group by patient) q where line <= 2`,
    `select count(*) from (select patient, count(*) as n from fact where kind = ${kind("visit")} and concept = ${one("VISIT:outpatient")} and start_lo >= ${asOf - 1096} group by patient) q where n >= 2`,
    ever("drug", some(0, 12, drugCode), `start_lo <= ${asOf} and (end_state <> 1 or end_hi >= ${asOf - 28})`),
    ever("drug", some(40, 44, drugCode), `start_lo <= ${asOf} and (end_state <> 1 or end_hi >= ${asOf})`),
    ever("condition", some(200, 320, conditionCode), `start_lo <= ${asOf} and (end_state <> 1 or end_hi >= ${asOf})`),
    ever("procedure", some(0, 40, procedureCode), `start_lo between ${asOf - 28} and ${asOf}`),
    `select count(*) from (${["LAB:hba1c", "LAB:potassium"].map((code) => latest(code, code === "LAB:hba1c" ? ">= 70" : ">= 5.6", code === "LAB:hba1c" ? 365 : 91).replace("count(*)", "patient")).join(" union ")}) q`,
  ];
}
