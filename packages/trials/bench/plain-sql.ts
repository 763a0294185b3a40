import { factKinds } from "@qinghao/clinical";
import type { ConceptDictionary } from "../src/sql/dictionary.ts";
import { type CodeGroup, codeGroups } from "./funnel-criteria.ts";

/**
 * The twenty criteria of the funnel as somebody would write them by hand: two-valued, dates taken as exact, no doubt, no
 * comparators, no silence. What three-valued answers cost on top is the difference.
 */
export function plainQueries(asOf: number, dictionary: Pick<ConceptDictionary, "find" | "withPrefix">): string[] {
  const kind = (name: (typeof factKinds)[number]) => factKinds.indexOf(name);
  const one = (code: string) => dictionary.find(code);
  const some = (group: CodeGroup) =>
    codeGroups[group]
      .flatMap((prefix) => dictionary.withPrefix(prefix))
      .map(([id]) => id)
      .join(", ");
  const latest = (code: string, test: string, days: number | null = 1096, value = "value") =>
    `select count(*) from (select patient, arg_max(${value}, start_hi) as v from fact where kind = ${kind("measurement")} and concept = ${one(code)} and start_hi <= ${asOf}${days === null ? "" : ` and start_hi >= ${asOf - days}`} group by patient) q where v ${test}`;
  const upper = (code: string, times: number) => latest(code, `<= ${times}`, 1096, "value / high");
  const ever = (name: (typeof factKinds)[number], group: CodeGroup, days: number) =>
    `select count(distinct patient) from fact where kind = ${kind(name)} and concept in (${some(group)}) and start_lo <= ${asOf} and (end_state <> 1 or end_hi >= ${asOf - days})`;
  const either = [
    latest("LAB:hbsag", `= ${one("RESULT:positive")}`, null, "value_concept"),
    latest("LAB:potassium", ">= 5.6"),
  ];
  return [
    `select count(*) from person where birth_lo between ${asOf - 81 * 365} and ${asOf - 18 * 365}`,
    "select count(*) from person where sex in (1, 2)",
    ever("condition", "diabetes", 30_000),
    latest("LAB:hba1c", "between 48 and 97", 365),
    latest("LAB:egfr", ">= 30"),
    latest("LAB:haemoglobin", ">= 90"),
    latest("LAB:platelets", ">= 75"),
    latest("LAB:neutrophils", ">= 1.5"),
    upper("LAB:alt", 2.5),
    upper("LAB:ast", 2.5),
    upper("LAB:bilirubin-total", 1.5),
    latest("LAB:albumin", ">= 30"),
    latest("LAB:systolic-pressure", "<= 24"),
    `select count(*) from (select patient, max(line) as line from fact where kind = ${kind("drug")} and line is not null group by patient) q where line <= 1`,
    `select count(*) from (select patient, count(*) as n from fact where kind = ${kind("visit")} and concept = ${one("VISIT:outpatient")} and start_lo >= ${asOf - 1096} group by patient) q where n >= 2`,
    ever("drug", "glucoseLowering", 365),
    ever("drug", "insulin", 0),
    ever("condition", "cancer", 0),
    ever("condition", "infarctionOrStroke", 183),
    `select count(*) from (${either.map((sql) => sql.replace("count(*)", "patient")).join(" union ")}) q`,
  ];
}
