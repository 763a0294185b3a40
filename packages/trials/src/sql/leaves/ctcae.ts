import { type CtcaeTerm, ctcaeTerm } from "@qinghao/clinical";
import type { CtcaeLeaf } from "../../criteria/ctcae/ctcae.schema.ts";
import { exactIds } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { allOf, anyOf, caseOf, numberLiteral } from "../expression.ts";
import { pickRelation } from "../pick.ts";
import { type Plan, unknownPlan } from "../relation.ts";
import { canonical, isQuantity, resultRows } from "./measurement.ts";

type Step = CtcaeTerm["steps"][number];
const SLACK = 1e-9;

/** Whether a result is beyond a limit for sure (`mild`), or may be (`grave`): `< 5` may be anything below. */
function beyond(step: Step, direction: CtcaeTerm["direction"], limit: string): { mild: string; grave: string } {
  const slack = `abs(${limit}) * ${numberLiteral(step.reached === true ? -SLACK : SLACK)}`;
  const passes = direction === "high" ? `v > ${limit} + ${slack}` : `v < ${limit} - ${slack}`;
  const [towards, away] =
    direction === "high" ? ["cmp in (3, 4)", "cmp in (1, 2)"] : ["cmp in (1, 2)", "cmp in (3, 4)"];
  return { mild: allOf(`not (${away})`, passes), grave: anyOf(towards, passes) };
}

/** Least and greatest grade of one result `v` with comparator `cmp` and limits of normal `low`, `high`. */
function gradesOf({ steps, direction }: CtcaeTerm): { least: string; most: string } {
  const least = ["0"];
  const most = ["0"];
  for (const step of steps) {
    if ("timesBaseline" in step.limit) continue;
    const of = "timesUpperLimit" in step.limit ? "high" : "timesLowerLimit" in step.limit ? "low" : null;
    const limit =
      "value" in step.limit
        ? numberLiteral(step.limit.value)
        : "timesUpperLimit" in step.limit
          ? `(${numberLiteral(step.limit.timesUpperLimit)} * high)`
          : `(${numberLiteral(step.limit.timesLowerLimit)} * low)`;
    const { mild, grave } = beyond(step, direction, limit);
    const isMissing = of === null ? "false" : `${of} is null`;
    least.push(
      caseOf(
        [
          [isMissing, "0"],
          [mild, String(step.grade)],
        ],
        "0",
      ),
    );
    most.push(caseOf([[anyOf(isMissing, grave), String(step.most ?? step.grade)]], "0"));
  }
  return { least: `greatest(${least.join(", ")})`, most: `greatest(${[...most, ...least].join(", ")})` };
}

/** A grade that follows from a laboratory result; a normal baseline is taken. */
export function compileCtcae(leaf: CtcaeLeaf, context: CompileContext): Plan {
  const term = ctcaeTerm(leaf.term);
  if (term === undefined) return unknownPlan;
  const inRow = (sql: string) =>
    sql
      .replace(/\bcmp\b/g, "f.comparator")
      .replace(/\b(low|high)\b/g, "f.$1")
      .replace(/\bv\b/g, canonical);
  const grades = gradesOf(term);
  const [least, most] = [inRow(grades.least), inRow(grades.most)];
  const { min, max } = leaf.grade;
  return pickRelation(
    {
      ...resultRows(exactIds([term.item], context), leaf.when, isQuantity, context),
      truth: caseOf(
        [
          [`${canonical} is null`, "1"],
          [allOf(`${least} >= ${min}`, `${most} <= ${max}`), "2"],
          [anyOf(`${most} < ${min}`, `${least} > ${max}`), "0"],
        ],
        "1",
      ),
      value: `case when ${least} = ${most} and (${canonical}) is not null then ${least}::double precision end`,
      truthOfValue: (column) => `case when ${column} >= ${min} and ${column} <= ${max} then 2 else 0 end`,
    },
    leaf.pick,
  );
}
