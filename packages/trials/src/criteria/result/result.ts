import type { Truth } from "@qinghao/kernel";
import { membersOfRef } from "../../evaluate/concept-members.ts";
import { decided, unknownBecause } from "../../evaluate/outcome.ts";
import { type Judged, pickTruth } from "../../evaluate/pick-truth.ts";
import type { PreparedFact, PreparedRecord } from "../../evaluate/prepared-record.ts";
import { type Results, resultsOf } from "../../evaluate/results.ts";
import { phrase } from "../../explain/words.ts";
import type { Terminology } from "../../terminology.ts";
import { type CompiledLeaf, defineCriterion } from "../define-criterion.ts";
import { type ResultLeaf, resultSchema } from "./result.schema.ts";

const names = {
  positive: ["positive", "阳性"],
  negative: ["negative", "阴性"],
  equivocal: ["equivocal", "可疑"],
  normal: ["normal", "正常"],
  abnormal: ["abnormal", "异常"],
} as const;

function truthOfResult(leaf: ResultLeaf, fact: PreparedFact): Truth {
  const { value } = fact.fact;
  const concept = value?.type === "code" ? value.concept : null;
  if (concept === null || !concept.startsWith("RESULT:")) return "unknown";
  return leaf.is.some((is) => concept === `RESULT:${is}`) ? "true" : "false";
}

function judgedOf(leaf: ResultLeaf, { inWindow }: Results): Judged[] {
  return inWindow.map((result): Judged => {
    const truth = truthOfResult(leaf, result.fact);
    return { ...result, truth, value: null, ...(truth === "unknown" ? { why: "value-missing" as const } : {}) };
  });
}

function compile(leaf: ResultLeaf, terminology: Terminology): CompiledLeaf {
  const members = membersOfRef(leaf.item, terminology);
  const resultsIn = (record: PreparedRecord) =>
    resultsOf(record, members, leaf.when, (fact) => fact.value?.type === "code");
  return {
    touches: [{ kind: "measurement", members }],
    judge: (record) => {
      const results = resultsIn(record);
      if (results.inWindow.length === 0) return unknownBecause(results.none);
      const { truth, deciding, why } = pickTruth(judgedOf(leaf, results), leaf.pick);
      return { ...decided(truth, deciding), why };
    },
    events: (record) =>
      judgedOf(leaf, resultsIn(record))
        .filter((result) => result.truth !== "false")
        .map(({ fact, isCertain, truth }) => ({ fact, isCertain: isCertain && truth === "true" })),
  };
}

/** A laboratory result given in words. */
export const result = defineCriterion<ResultLeaf>({
  kind: "result",
  schema: resultSchema,
  compile,
  lint: () => [],
  explain: (leaf, words) => {
    const is = words.list(
      leaf.is.map((one) => words.say(names[one][0], names[one][1])),
      "or",
    );
    const what = phrase(words, words.pick(leaf.pick).trim(), words.name(leaf.item));
    return words.say(
      phrase(words, `${what} is ${is}`, words.when(leaf.when)),
      phrase(words, words.when(leaf.when), `${what}${is}`),
    );
  },
  subject: (leaf, words) => words.name(leaf.item),
  item: (leaf) => leaf.item.id,
  examples: [{ kind: "result", item: { id: "LAB:hbsag", en: "HBsAg", zh: "乙肝表面抗原" }, is: ["positive"] }],
});
