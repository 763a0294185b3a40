import { completedUnits } from "@qinghao/clinical";
import { boundsOf, compareSpan, type ValueSpan } from "../../evaluate/bounds.ts";
import { distanceTo } from "../../evaluate/distance.ts";
import { decided, unknownBecause } from "../../evaluate/outcome.ts";
import { defineCriterion, type LeafWarning } from "../define-criterion.ts";
import { emptyRange } from "../range-warnings.ts";
import { type AgeLeaf, ageSchema } from "./age.schema.ts";

const oldestYears = 125;
const unitsPerYear = { year: 1, month: 12, week: 52.18, day: 365.25 } as const;

const unitNames = {
  year: ["years", "岁"],
  month: ["months", "个月"],
  week: ["weeks", "周"],
  day: ["days", "天"],
} as const;

/** Completed age at the as-of day; an imprecise birth date gives the least and the greatest age. */
export const age = defineCriterion<AgeLeaf>({
  kind: "age",
  schema: ageSchema,
  compile: (leaf) => {
    const bounds = boundsOf(leaf.range);
    return {
      touches: [{ kind: "person" }],
      judge: ({ birth, asOf }) => {
        if (birth === null || birth.lo > asOf) return unknownBecause("no-record");
        const span: ValueSpan = {
          lo: completedUnits(Math.min(birth.hi, asOf), asOf, leaf.unit),
          hi: completedUnits(birth.lo, asOf, leaf.unit),
          loOpen: false,
          hiOpen: false,
        };
        const truth = compareSpan(span, bounds);
        if (truth === "unknown") return unknownBecause("date-imprecise", [{ fact: "person", truth }]);
        return decided(
          truth,
          [{ fact: "person", truth }],
          distanceTo(leaf.range, truth === "true" ? span.lo : span.hi, leaf.unit),
        );
      },
    };
  },
  lint: ({ range, unit }) => {
    const warnings: LeafWarning[] = [...emptyRange(range)];
    const most = oldestYears * unitsPerYear[unit];
    if ((range.min ?? 0) > most || (range.min ?? 0) < 0 || (range.max ?? 1) < 0) {
      warnings.push({
        code: "implausible-value",
        en: `An age of ${range.min ?? range.max} ${unitNames[unit][0]} is no age of a person.`,
        zh: `${range.min ?? range.max}${unitNames[unit][1]}不是可能的年龄。`,
      });
    }
    return warnings;
  },
  explain: (leaf, words) =>
    words.say(
      `age is ${words.range(leaf.range, unitNames[leaf.unit][0])}`,
      `年龄${words.range(leaf.range, unitNames[leaf.unit][1])}`,
    ),
  subject: (_, words) => words.say("the date of birth", "出生日期"),
  item: () => "PERSON:birth",
  examples: [
    { kind: "age", range: { min: 18, max: 75 }, unit: "year" },
    { kind: "age", range: { max: 28, maxExclusive: true }, unit: "day" },
  ],
});
