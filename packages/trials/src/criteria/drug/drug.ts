import type { Fact } from "@qinghao/clinical";
import { and, type Truth, truthOf } from "@qinghao/kernel";
import { boundsOf, isWithin } from "../../evaluate/bounds.ts";
import { membersOfSet } from "../../evaluate/concept-members.ts";
import { dailyDoseBounds, doseMgPerDay } from "../../evaluate/daily-dose.ts";
import { compileEventLeaf } from "../../evaluate/event-leaf.ts";
import { phrase } from "../../explain/words.ts";
import { emptySet } from "../concept-warnings.ts";
import { defineCriterion } from "../define-criterion.ts";
import { emptyRange } from "../range-warnings.ts";
import { type DrugLeaf, drugSchema } from "./drug.schema.ts";

/** What a fact's dose and line of therapy say; what is not recorded stays possible. */
function attributesOf(leaf: DrugLeaf): ((fact: Fact) => Truth) | undefined {
  const { dose, line } = leaf;
  if (dose === undefined && line === undefined) return undefined;
  const doseBounds = dose === undefined ? null : dailyDoseBounds(dose.range, dose.unit);
  const lineBounds = line === undefined ? null : boundsOf(line);
  return (fact) => {
    const fitsLine: Truth =
      lineBounds === null ? "true" : fact.line === undefined ? "unknown" : truthOf(isWithin(fact.line, lineBounds));
    if (dose === undefined || fitsLine === "false") return fitsLine;
    const amount = fact.dose === undefined ? null : doseMgPerDay(fact.dose);
    const fitsDose = amount === null || doseBounds === null ? "unknown" : truthOf(isWithin(amount, doseBounds));
    return and(fitsLine, fitsDose);
  };
}

/** Exposure to a drug or class, with dose per day and line of therapy. */
export const drug = defineCriterion<DrugLeaf>({
  kind: "drug",
  schema: drugSchema,
  compile: (leaf, terminology) => {
    const attributes = attributesOf(leaf);
    return compileEventLeaf({
      kind: "drug",
      members: membersOfSet(leaf.concepts, terminology),
      when: leaf.when,
      isCurrent: leaf.status === "current",
      world: leaf.world,
      count: leaf.count,
      ...(attributes === undefined ? {} : { attributes }),
    });
  },
  lint: (leaf, terminology) => [
    ...emptySet(leaf.concepts, terminology),
    ...(leaf.dose === undefined ? [] : emptyRange(leaf.dose.range)),
    ...(leaf.line === undefined ? [] : emptyRange(leaf.line)),
  ],
  explain: (leaf, words) => {
    const dose =
      leaf.dose === undefined
        ? ""
        : words.say(
            `with a daily dose of ${words.range(leaf.dose.range, leaf.dose.unit)}`,
            `每日剂量${words.range(leaf.dose.range, leaf.dose.unit)}`,
          );
    const line =
      leaf.line === undefined
        ? ""
        : words.say(`as a line of therapy that is ${words.range(leaf.line)}`, `治疗线数${words.range(leaf.line)}`);
    const verb = leaf.status === "current" ? words.say("currently takes", "目前使用") : words.say("received", "使用过");
    return words.say(
      phrase(words, verb, words.set(leaf.concepts), dose, line, words.count(leaf.count), words.when(leaf.when)),
      phrase(
        words,
        words.when(leaf.when),
        verb,
        [words.set(leaf.concepts), dose, line, words.count(leaf.count)].filter((part) => part !== "").join("，"),
      ),
    );
  },
  subject: (leaf, words) =>
    words.say(`treatment with ${words.set(leaf.concepts)}`, `${words.set(leaf.concepts)}的用药情况`),
  item: (leaf) => leaf.concepts.of[0]!.id,
  examples: [
    {
      kind: "drug",
      concepts: { of: [{ id: "ATC:H02AB", en: "systemic corticosteroids", zh: "全身用糖皮质激素" }] },
      dose: { range: { min: 10, minExclusive: true }, unit: "mg" },
      when: { from: { value: -14, unit: "day" } },
    },
  ],
});
