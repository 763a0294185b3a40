import { completedUnits } from "@qinghao/clinical";
import type { z } from "zod";
import type { ageSchema, sexSchema } from "../../criteria/leaf.schema.ts";
import { boundsOf } from "../../evaluate/bounds.ts";
import type { CompileContext } from "../context.ts";
import { allOf, anyOf, caseOf } from "../expression.ts";
import { type Plan, type Relation, relation } from "../relation.ts";
import { sexCodes } from "../rows.ts";

const personRelation = (rank: string): Relation => relation(`select p.patient, ${rank} as rank from person p`);

/** Sex as recorded; unknown where it is not. */
export function compileSex({ is }: z.infer<typeof sexSchema>): Plan {
  const named = [...new Set(is.map((one) => sexCodes[one]))].sort();
  return personRelation(
    caseOf(
      [
        [`p.sex = ${sexCodes.unknown}`, "2"],
        [`p.sex in (${named.join(", ")})`, "3"],
      ],
      "1",
    ),
  );
}

type Age = z.infer<typeof ageSchema>;
const OLDEST_YEARS = 200;

/**
 * Limits of the day of birth, found once by bisection with the calendar of the reference engine: completed units never
 * rise with the day of birth. Whoever was born before `young` has reached the least age; whoever was born on `old` or
 * later has not passed the greatest.
 */
export function birthDays({ range, unit }: Age, asOf: number): { old: number; young: number } {
  const bounds = boundsOf(range);
  const earliest = asOf - OLDEST_YEARS * 366;
  return {
    old: firstDay(earliest, asOf + 1, (day) => completedUnits(day, asOf, unit) <= bounds.max),
    young: firstDay(earliest, asOf + 1, (day) => completedUnits(day, asOf, unit) < bounds.min),
  };
}

function firstDay(from: number, to: number, holds: (day: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** False of men, true of everyone else. */
export const isNotMale: Relation = personRelation(`case when p.sex = ${sexCodes.male} then 1 else 3 end`);

/** Completed age at the index date; an imprecise date of birth gives the least and the greatest age. */
export function compileAge(age: Age, { asOf }: CompileContext): Plan {
  const { old, young } = birthDays(age, asOf);
  const lo = `least(p.birth_lo, ${asOf})`;
  const hi = `least(p.birth_hi, ${asOf})`;
  return personRelation(
    caseOf(
      [
        ["p.birth_lo is null", "2"],
        [allOf(`${lo} >= ${old}`, `${hi} < ${young}`), "3"],
        [anyOf(`${hi} < ${old}`, `${lo} >= ${young}`), "1"],
      ],
      "2",
    ),
  );
}
