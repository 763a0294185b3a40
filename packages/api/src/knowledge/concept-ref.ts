import { type Knowledge, knowledgeErrors } from "@qinghao/knowledge";
import type { ConceptRef } from "../schema.ts";

/** A concept's name in each language; null where there is none in it. Simplified characters come before traditional ones. */
export function namesOf(knowledge: Knowledge, id: string): ConceptRef["name"] {
  const en = knowledge.preferredName(id, "en");
  const zh = knowledge.preferredName(id, "zh-Hans");
  return {
    en: en.language === "en" ? en.text : null,
    zh: zh.language === "zh-Hans" || zh.language === "zh-Hant" ? zh.text : null,
  };
}

/** The concept as it stands in lists. Errors: `knowledge.concept.unknown`. */
export const conceptRef = (knowledge: Knowledge, id: string): ConceptRef => ({
  id,
  kind: knowledge.kindOf(numberOf(knowledge, id)),
  name: namesOf(knowledge, id),
});

/** The concept's number in the opened map. Errors: `knowledge.concept.unknown`. */
export function numberOf(knowledge: Knowledge, id: string): number {
  const number = knowledge.numberOf(id);
  if (number < 0) throw knowledgeErrors.create("concept.unknown", { id });
  return number;
}
