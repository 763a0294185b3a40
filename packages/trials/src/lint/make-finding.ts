import type { Criterion } from "../criteria/document.schema.ts";
import { type LintCode, type LintFinding, severities, type Witness } from "./finding.ts";

export type Sentence = { readonly en: string; readonly zh: string };

/** Sentences about two demands: the one to change and the one it meets. */
const sentences = {
  contradiction: {
    en: "Nobody can satisfy both {one} and {other}.",
    zh: "没有人能同时满足{one}与{other}。",
  },
  redundant: {
    en: "{one} says nothing new: whoever satisfies {other} satisfies it too.",
    zh: "{one}没有增加新的要求：满足{other}者必然满足它。",
  },
  "exclusion-restates-inclusion": {
    en: "The exclusion demands {one}, which the inclusion {other} already does. Keep one of them.",
    zh: "排除标准所要求的{one}与入选标准{other}重复，保留其一即可。",
  },
  "negated-exclusion": {
    en: "This exclusion is the negation of {one}. It reads easier, and is judged the same, as the inclusion {one}.",
    zh: "该排除标准是对{one}的否定，改写为入选标准{one}更易读，判断结果相同。",
  },
} as const;

/** A finding about two demands, worded. */
export function finding(
  code: Extract<LintCode, keyof typeof sentences>,
  criteria: readonly Criterion[],
  witness: Witness | null,
  one: Sentence,
  other: Sentence = one,
): LintFinding {
  const fill = (language: "en" | "zh") =>
    sentences[code][language].replaceAll(/\{(one|other)\}/g, (_, name) => (name === "one" ? one : other)[language]);
  return {
    code,
    severity: severities[code],
    criteria: [...new Set(criteria.map(({ id }) => id))],
    message: { en: fill("en"), zh: fill("zh") },
    witness,
  };
}
