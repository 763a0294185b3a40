import { ecogOfKarnofsky, karnofskyOfEcog } from "@qinghao/clinical";
import { recordedConcepts, translations } from "../../criteria/score/recorded-score.ts";
import type { ScoreLeaf } from "../../criteria/score/score.schema.ts";
import { type Bounds, boundsOf, compareSpan, exactly } from "../../evaluate/bounds.ts";
import { truthOfSpan, truthOfValue } from "../compare.ts";
import { exactIds } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { caseOf } from "../expression.ts";
import { pickRelation, type Results } from "../pick.ts";
import { type Plan, relation } from "../relation.ts";
import { isQuantity, resultRows } from "./measurement.ts";
import { computedScore } from "./score-formulas.ts";

/** A score on record in the window; else from the other performance scale; else computed from its parts. */
export function compileScore(leaf: ScoreLeaf, context: CompileContext): Plan {
  const bounds = boundsOf(leaf.range);
  const computed = computedScore(leaf, context);
  let rows =
    computed === null
      ? null
      : `select patient, 1 + case when lo is null or hi is null then 1 else ${truthOfSpan("lo", "hi", bounds)} end as rank from (${computed}) x`;
  const translated = translatedResults(leaf, bounds, context);
  if (translated !== null && translated.where !== "false") rows = firstOf(translated, leaf, rows);
  return relation(firstOf(recordedResults(leaf, bounds, context), leaf, rows));
}

/**
 * What is recorded comes first, what follows counts where nothing is. Records of which none is certain may all fall away:
 * they decide only what does not contradict the rest.
 */
function firstOf(results: Results, leaf: ScoreLeaf, rest: string | null): string {
  const { sql, repeats } = pickRelation(results, leaf.pick);
  const own = repeats ? `select patient, max(rank) as rank from (${sql}) q group by patient` : sql;
  if (rest === null) return own;
  const certain = `select f.patient, bool_or(${results.certain}) as c from fact f where ${results.where} group by f.patient`;
  return `select coalesce(s.patient, b.patient) as patient, case when s.rank is null then b.rank when s.rank = 2 or k.c or coalesce(b.rank, 2) in (2, s.rank) then s.rank else 2 end as rank
    from (${own}) s full join (${rest}) b on b.patient = s.patient left join (${certain}) k on k.patient = s.patient`;
}

// A score whose unit could not be read counts as it was written: scores have no other unit.
function recordedResults(leaf: ScoreLeaf, bounds: Bounds, context: CompileContext): Results {
  return {
    ...resultRows(exactIds(recordedConcepts(leaf.score), context), leaf.when, isQuantity, context),
    truth: truthOfValue("f.value", "f.comparator", bounds),
    value: "case when f.comparator = 0 then f.value end",
    truthOfValue: (column) => truthOfValue(column, "0", bounds),
  };
}

const karnofskySteps = Array.from({ length: 11 }, (_, step) => step * 10);
const ecogGrades = [0, 1, 2, 3, 4, 5];

function translatedResults(leaf: ScoreLeaf, bounds: Bounds, context: CompileContext): Results | null {
  const other = translations[leaf.score];
  if (other === undefined) return null;
  const rows = (leaf.score === "ecog" ? karnofskySteps : ecogGrades).map((step) => {
    const grade = leaf.score === "ecog" ? ecogOfKarnofsky(step) : null;
    const span = leaf.score === "ecog" ? (grade === null ? null : { min: grade, max: grade }) : karnofskyOfEcog(step);
    if (span === null) return { step, truth: "1", value: "null" };
    const truth = compareSpan({ ...exactly(span.min), hi: span.max }, bounds);
    return {
      step,
      truth: truth === "true" ? "2" : truth === "false" ? "0" : "1",
      value: span.min === span.max ? String(span.min) : "null",
    };
  });
  const isStep = (step: number) => `f.comparator = 0 and f.value = ${step}`;
  const known = rows.filter(({ value }) => value !== "null");
  return {
    ...resultRows(exactIds(recordedConcepts(other), context), leaf.when, isQuantity, context),
    truth: caseOf(
      rows.map(({ step, truth }) => [isStep(step), truth]),
      "1",
    ),
    value: `(${caseOf(
      known.map(({ step, value }) => [isStep(step), value]),
      "null",
    )})::double precision`,
    truthOfValue: (column) => truthOfValue(column, "0", bounds),
  };
}
