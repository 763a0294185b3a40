import { convert } from "@qinghao/clinical";
import { boundsOf, compareSpan, spanOfValue } from "../../evaluate/bounds.ts";
import { exactly, matchesOf } from "../../evaluate/concept-members.ts";
import { decided, unknownBecause } from "../../evaluate/outcome.ts";
import { type Judged, pickTruth } from "../../evaluate/pick-truth.ts";
import { defineCriterion } from "../define-criterion.ts";
import { emptyRange } from "../range-warnings.ts";
import { type LifeExpectancyLeaf, lifeExpectancySchema } from "./life-expectancy.schema.ts";

/** Days of a unit, as UCUM counts them: a month of 30.4375 days, a year of 365.25. */
export const daysOfUnit = { day: 1, week: 7, month: 30.4375, year: 365.25 } as const;
const names = { day: ["days", "天"], week: ["weeks", "周"], month: ["months", "个月"], year: ["years", "年"] } as const;

/** Life expectancy as somebody estimated it; without an estimate a person judges. */
export const lifeExpectancy = defineCriterion<LifeExpectancyLeaf>({
  kind: "life-expectancy",
  schema: lifeExpectancySchema,
  compile: (leaf) => {
    const members = exactly("STATUS:life-expectancy");
    const bounds = boundsOf(leaf.range, (value) => value * daysOfUnit[leaf.unit]);
    return {
      touches: [{ kind: "status", members }],
      judge: (record) => {
        const results: Judged[] = [];
        for (const { fact } of matchesOf(record, "status", members)) {
          const { value, assertion } = fact.fact;
          if (value?.type !== "quantity" || assertion === "absent") continue;
          const days = value.canonical ?? daysWritten(value.value, value.ucum ?? value.unit);
          const truth = days === null ? "unknown" : compareSpan(spanOfValue(days, value.comparator), bounds);
          const why = days === null ? ("unit-unknown" as const) : ("value-missing" as const);
          results.push({
            fact,
            isCertain: assertion === "present",
            truth,
            value: null,
            ...(truth === "unknown" ? { why } : {}),
          });
        }
        if (results.length === 0) return unknownBecause("person-must-judge");
        const { truth, deciding, why } = pickTruth(results);
        return { ...decided(truth, deciding), why };
      },
    };
  },
  lint: (leaf) => emptyRange(leaf.range),
  explain: (leaf, words) =>
    words.say(
      `life expectancy is ${words.range(leaf.range, names[leaf.unit][0])}`,
      `预期寿命${words.range(leaf.range, names[leaf.unit][1])}`,
    ),
  subject: (_, words) => words.say("life expectancy", "预期寿命"),
  item: () => "STATUS:life-expectancy",
  examples: [{ kind: "life-expectancy", range: { min: 3 }, unit: "month" }],
});

function daysWritten(value: number, unit: string | null): number | null {
  const days = unit === null ? null : convert(value, unit, "d");
  return days?.ok ? days.value : null;
}
