import type { Fact } from "@qinghao/clinical";
import { and, type Truth, truthOf } from "@qinghao/kernel";
import { boundsOf, isWithin } from "../../evaluate/bounds.ts";
import { membersOfSet } from "../../evaluate/concept-members.ts";
import { dailyDoseBounds, doseMgPerDay } from "../../evaluate/daily-dose.ts";
import { compileEventLeaf } from "../../evaluate/event-leaf.ts";
import { intentTruth } from "../../evaluate/treatment-intent.ts";
import { intentText } from "../../explain/circumstances.ts";
import { phrase, type Words } from "../../explain/words.ts";
import { emptySet } from "../concept-warnings.ts";
import { defineCriterion } from "../define-criterion.ts";
import { emptyRange } from "../range-warnings.ts";
import { type DrugLeaf, drugSchema } from "./drug.schema.ts";

/** What a fact's dose and line of therapy say; what is not recorded stays possible. */
function attributesOf(leaf: DrugLeaf): ((fact: Fact) => Truth) | undefined {
  const { dose, line, intent } = leaf;
  if (dose === undefined && line === undefined && intent === undefined) return undefined;
  const doseBounds = dose === undefined ? null : dailyDoseBounds(dose.range, dose.unit);
  const lineBounds = line === undefined ? null : boundsOf(line);
  return (fact) => {
    const fitsLine: Truth =
      lineBounds === null ? "true" : fact.line === undefined ? "unknown" : truthOf(isWithin(fact.line, lineBounds));
    const fits = intent === undefined ? fitsLine : and(fitsLine, intentTruth(fact, intent));
    if (dose === undefined || fits === "false") return fits;
    const amount = fact.dose === undefined ? null : doseMgPerDay(fact.dose);
    const fitsDose = amount === null || doseBounds === null ? "unknown" : truthOf(isWithin(amount, doseBounds));
    return and(fits, fitsDose);
  };
}

const verbs: Readonly<Record<NonNullable<DrugLeaf["status"]>, readonly [en: string, zh: string]>> = {
  planned: ["is planned to receive", "计划使用"],
  current: ["currently takes", "目前使用"],
  ever: ["received", "使用过"],
};

const nameOf = ({ concepts, intent }: DrugLeaf, words: Words): string =>
  phrase(words, intentText(intent, words), words.set(concepts));

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
      isPlanned: leaf.status === "planned",
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
    const verb = words.say(...verbs[leaf.status ?? "ever"]);
    const name = nameOf(leaf, words);
    return words.say(
      phrase(words, verb, name, dose, line, words.count(leaf.count), words.when(leaf.when)),
      phrase(
        words,
        words.when(leaf.when),
        verb,
        [name, dose, line, words.count(leaf.count)].filter((part) => part !== "").join("，"),
      ),
    );
  },
  subject: (leaf, words) => {
    const name = nameOf(leaf, words);
    return leaf.status === "planned"
      ? words.say(`a plan to give ${name}`, `${name}的用药计划`)
      : words.say(`treatment with ${name}`, `${name}的用药情况`);
  },
  item: (leaf) => leaf.concepts.of[0]!.id,
  examples: [
    {
      kind: "drug",
      concepts: { of: [{ id: "ATC:H02AB", en: "systemic corticosteroids", zh: "全身用糖皮质激素" }] },
      dose: { range: { min: 10, minExclusive: true }, unit: "mg" },
      when: { from: { value: -14, unit: "day" } },
    },
    {
      kind: "drug",
      concepts: { of: [{ id: "DRUGBANK:DB00072", en: "trastuzumab", zh: "曲妥珠单抗" }] },
      intent: ["neoadjuvant", "adjuvant"],
    },
  ],
});
