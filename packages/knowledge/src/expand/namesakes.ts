import type { Knowledge } from "../knowledge.ts";
import { link } from "../link/link.ts";
import type { CodeLink } from "./code-links.ts";
import type { ReasonStep } from "./expansion.ts";

const mostNames = 12;
const leastScore = 0.8;

/**
 * Codes of one system whose title is one of the concept's usable names. Equal words are no decision, so these are
 * candidates for a person.
 */
export function codesNamedAs(
  knowledge: Knowledge,
  concept: string,
  prefix: string,
  before: readonly ReasonStep[],
): CodeLink[] {
  const found = new Map<string, CodeLink>();
  const names = knowledge.concept(concept).names.filter(({ usable, role }) => usable && role !== "abbreviation");
  for (const { text } of names.slice(0, mostNames)) {
    for (const mention of link(knowledge, text, { systems: [prefix] })) {
      if (mention.concept === null || mention.score < leastScore) continue;
      if (mention.start > 0 || mention.end < text.length) continue;
      const { source } = knowledge.concept(mention.concept).names[0]!;
      const step: ReasonStep = { from: concept, how: "candidate", to: mention.concept, source };
      found.set(mention.concept, { id: mention.concept, how: "candidate", path: [...before, step] });
    }
  }
  return [...found.values()];
}
