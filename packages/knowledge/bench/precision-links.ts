import { type Knowledge, link } from "@qinghao/knowledge";
import type { ConceptKind } from "@qinghao/knowledge/schema";
import { readTrials } from "./trial-fields.ts";

export type SampledLink = { field: "condition" | "drug"; text: string; written: string; concept: string; name: string };

const kindsOf: Record<SampledLink["field"], readonly ConceptKind[]> = {
  condition: ["disease", "phenotype"],
  drug: ["drug", "drug-class"],
};

/** Every link of one text, as the trials bench makes them. */
export function linksOf(knowledge: Knowledge, field: SampledLink["field"], text: string): SampledLink[] {
  return link(knowledge, text, { kinds: kindsOf[field] }).flatMap(({ concept, start, end }) =>
    concept === null
      ? []
      : [{ field, text, written: text.slice(start, end), concept, name: knowledge.preferredName(concept, "en").text }],
  );
}

function order(text: string, seed: number): number {
  let hash = seed;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x5bd1e995) ^ (hash >>> 13);
  return hash >>> 0;
}

/** The first `count` links in the order of a seeded hash over distinct texts. */
export function sampleLinks(
  knowledge: Knowledge,
  field: SampledLink["field"],
  count: number,
  seed: number,
): SampledLink[] {
  const trials = readTrials();
  const texts = new Set(
    trials.flatMap(({ conditions, interventions }) => (field === "drug" ? interventions : conditions)),
  );
  const links = [...texts].flatMap((text) => linksOf(knowledge, field, text));
  return links
    .map((one) => ({ one, at: order(`${one.text}#${one.written}`, seed) }))
    .sort((a, b) => a.at - b.at || (a.one.text < b.one.text ? -1 : 1))
    .slice(0, count)
    .map(({ one }) => one);
}
