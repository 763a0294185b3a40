import { CREATININE_UMOL_PER_L_PER_MG_PER_DL } from "@qinghao/clinical";
import { ascitesSet, encephalopathySet } from "../../criteria/score/child-pugh-signs.ts";
import type { ScoreLeaf, ScoreName } from "../../criteria/score/score.schema.ts";
import { scoreFormulas } from "../../criteria/score/score-formulas.ts";
import { conceptIds, exactIds } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { atLeastOne } from "../counts.ts";
import { numberLiteral } from "../expression.ts";
import { oneValue } from "../one-value.ts";
import { sexCodes } from "../rows.ts";
import { eventsOf } from "./event.ts";
import { exactValues } from "./measurement.ts";

/**
 * `(patient, lo, hi)`: a score from the latest of each of its parts in the window, as a span where the age or a sign is
 * not exactly known; NULL where it cannot be computed. Null for a score that has no formula. The formulas and their
 * sources are those of `@qinghao/clinical`, written in SQL.
 */
export function computedScore(leaf: ScoreLeaf, context: CompileContext): string | null {
  const formula = scoreFormulas[leaf.score];
  const sql = formulas[leaf.score];
  if (formula === undefined || sql === undefined) return null;
  const parts = formula.parts.map((part) =>
    oneValue(exactValues(exactIds([part], context), leaf.when, context), "latest", context),
  );
  const joins = parts.map((part, index) =>
    index === 0 ? `${part} v0` : `join ${part} v${index} on v${index}.patient = v0.patient`,
  );
  const { lo, hi, joined } = sql(context);
  return `select v0.patient, ${lo} as lo, ${hi} as hi from ${joins.join(" ")} ${joined ?? ""}`;
}

type Formula = { readonly lo: string; readonly hi: string; readonly joined?: string };
const plain = (value: string) => (): Formula => ({ lo: value, hi: value });
const person = "join person p on p.patient = v0.patient";
const isFemale = `p.sex = ${sexCodes.female}`;

/** Completed years at the index date of somebody born on a day, as `completedUnits` counts them. */
function completedYears(day: string, asOf: number): string {
  const at = new Date(asOf * 86_400_000);
  const monthEnd = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  const born = `(date '1970-01-01' + ${day})`;
  const months = `(${at.getUTCFullYear() * 12 + at.getUTCMonth() + 1} - extract(year from ${born}) * 12 - extract(month from ${born}))`;
  const isShort = `case when least(extract(day from ${born}), ${monthEnd}) > ${at.getUTCDate()} then 1 else 0 end`;
  return `floor((${months} - ${isShort}) / 12.0)::double precision`;
}

function ofPerson(value: (age: string) => string, guard: string, asOf: number): Formula {
  const isKnown = `p.birth_lo <= ${asOf} and p.sex in (${sexCodes.female}, ${sexCodes.male}) and ${guard}`;
  const young = value(completedYears(`least(p.birth_hi, ${asOf})`, asOf));
  const old = value(completedYears("p.birth_lo", asOf));
  const between = (choose: "least" | "greatest") => `case when ${isKnown} then ${choose}(${young}, ${old}) end`;
  return { lo: between("least"), hi: between("greatest"), joined: person };
}

const creatinine = `(v0.v / ${numberLiteral(CREATININE_UMOL_PER_L_PER_MG_PER_DL)})`;

function egfr({ asOf }: CompileContext): Formula {
  const ratio = `(${creatinine} / case when ${isFemale} then 0.7e0 else 0.9e0 end)`;
  const exponent = `case when ${isFemale} then -0.241e0 else -0.302e0 end`;
  const value = (age: string) =>
    `(142e0 * power(least(${ratio}, 1e0), ${exponent}) * power(greatest(${ratio}, 1e0), -1.2e0) * power(0.9938e0, ${age}) * case when ${isFemale} then 1.012e0 else 1e0 end)`;
  return ofPerson(value, "v0.v > 0", asOf);
}

function cockcroftGault({ asOf }: CompileContext): Formula {
  const value = (age: string) =>
    `(((140e0 - ${age}) * v1.v) / (72e0 * ${creatinine}) * case when ${isFemale} then 0.85e0 else 1e0 end)`;
  return ofPerson(value, "v0.v <> 0", asOf);
}

// A limit written in mg/dL and read in umol/L differs in the tenth digit; it is the limit nevertheless.
const rising = (value: string, two: number, three: number): string =>
  `case when ${value} < ${numberLiteral(two * (1 - 1e-9))} then 1 when ${value} <= ${numberLiteral(three * (1 + 1e-9))} then 2 else 3 end`;
const UMOL_PER_MG_PER_DL = 10_000 / 584.66;

function childPugh(context: CompileContext): Formula {
  const bilirubin = rising(`(v0.v / ${numberLiteral(UMOL_PER_MG_PER_DL)})`, 2, 3);
  const albumin = "case when v1.v > 35 then 1 when v1.v >= 28 then 2 else 3 end";
  const known = `${bilirubin} + ${albumin} + ${rising("v2.v", 1.7, 2.3)}`;
  const least = (sign: string) => `case ${sign}.rank when 3 then 2 else 1 end`;
  const most = (sign: string) => `case ${sign}.rank when 1 then 1 else 3 end`;
  const isComplete = (points: string) =>
    `case when v0.v is not null and v1.v is not null and v2.v is not null then ${points} end`;
  return {
    lo: isComplete(`${known} + ${least("ascites")} + ${least("coma")}`),
    hi: isComplete(`${known} + ${most("ascites")} + ${most("coma")}`),
    joined: `${signJoin(ascitesSet, "ascites", context)} ${signJoin(encephalopathySet, "coma", context)}`,
  };
}

function signJoin(set: typeof ascitesSet, name: string, context: CompileContext): string {
  const concepts = conceptIds(set, context);
  const events = eventsOf({ kind: "condition", concepts, isCurrent: true }, context);
  const rows = `select patient, max(rank) as rank from (${atLeastOne(events, null).sql}) q group by patient`;
  return `left join (${rows}) ${name} on ${name}.patient = v0.patient`;
}

const formulas: Partial<Record<ScoreName, (context: CompileContext) => Formula>> = {
  "egfr-ckd-epi-2021": egfr,
  "creatinine-clearance-cockcroft-gault": cockcroftGault,
  bmi: plain("case when v1.v <> 0 then v0.v / (v1.v * v1.v) end"),
  bsa: plain("case when v1.v * v0.v >= 0 then sqrt((v1.v * 100 * v0.v) / 3600) end"),
  qtcf: plain("case when v1.v = 0 then 0 * v0.v else v0.v / cbrt(60 / v1.v) end"),
  "anion-gap": plain("v0.v - (v1.v + v2.v)"),
  "corrected-calcium": plain("v0.v + 0.02e0 * (40 - v1.v)"),
  "child-pugh": childPugh,
};
