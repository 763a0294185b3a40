import type { Truth } from "@qinghao/kernel";
import { exactly, matchesOf } from "../../evaluate/concept-members.ts";
import { decided, unknownBecause } from "../../evaluate/outcome.ts";
import { pickTruth } from "../../evaluate/pick-truth.ts";
import { statementOf } from "../../evaluate/statement.ts";
import { defineCriterion } from "../define-criterion.ts";
import { type ConsentLeaf, consentSchema } from "./consent.schema.ts";

const names = {
  participate: ["take part in the study", "参加研究"],
  biopsy: ["a biopsy", "接受活检"],
  "genetic-testing": ["genetic testing", "接受基因检测"],
  contraception: ["contraception", "采取避孕措施"],
  "follow-up": ["follow-up", "接受随访"],
  "data-sharing": ["sharing of data", "共享数据"],
  other: ["what the protocol asks", "遵守方案要求"],
} as const;

/** Consent as recorded at the site: the latest word counts, silence is a question for a person. */
export const consent = defineCriterion<ConsentLeaf>({
  kind: "consent",
  schema: consentSchema,
  compile: (leaf) => {
    const members = exactly(`CONSENT:${leaf.to}`);
    return {
      touches: [{ kind: "consent", members }],
      judge: (record) => {
        const results = matchesOf(record, "consent", members).map(({ fact }) => {
          const truth: Truth = statementOf(fact.fact);
          return { fact, isCertain: fact.fact.assertion !== "possible", truth, value: null };
        });
        if (results.length === 0) return unknownBecause("person-must-judge");
        const { truth, deciding } = pickTruth(results);
        return decided(
          truth,
          deciding.map((result) => ({ fact: result.fact, truth: result.truth })),
        );
      },
    };
  },
  lint: () => [],
  explain: (leaf, words) => words.say(`consents to ${names[leaf.to][0]}`, `同意${names[leaf.to][1]}`),
  subject: (leaf, words) => words.say(`consent to ${names[leaf.to][0]}`, `患者是否同意${names[leaf.to][1]}`),
  item: (leaf) => `CONSENT:${leaf.to}`,
  examples: [{ kind: "consent", to: "participate" }],
});
