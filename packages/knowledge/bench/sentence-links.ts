import { type Knowledge, link } from "@qinghao/knowledge";
import { stagedText } from "./open-packs.ts";

/** A link in a sentence of criteria; `place` is trial, paragraph and start, `order` its number in the draw. */
export type SentenceLink = {
  place: string;
  written: string;
  concept: string;
  name: string;
  around: string;
  order: number;
};

const trialsDrawn = 300;

/** FNV-1a with a last mix: which half a trial is in, and the order of the draw. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Whether a trial belongs to the half that rules and tables were written from. */
export const isDevelopment = (nctId: string): boolean => hashOf(nctId) % 2 === 0;

/** Criteria as paragraphs in one line each, bullets of a sign alone left out. */
export const paragraphsOf = (criteria: string): string[] =>
  criteria
    .replace(/\r/g, "")
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part.length > 2);

/** The first `count` links, in the order of a hash of their place, in the first 300 trials of the held-out half by hash. */
export function sampleSentenceLinks(knowledge: Knowledge, count: number): SentenceLink[] {
  const trials = stagedText("trials/ctgov_eligibility_top.ndjson.gz")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { nctId: string; criteria: string })
    .filter(({ nctId }) => !isDevelopment(nctId))
    .sort((a, b) => hashOf(`draw ${a.nctId}`) - hashOf(`draw ${b.nctId}`) || (a.nctId < b.nctId ? -1 : 1))
    .slice(0, trialsDrawn);
  const links: SentenceLink[] = [];
  for (const { nctId, criteria } of trials) {
    for (const [index, text] of paragraphsOf(criteria).entries()) {
      for (const { start, end, concept } of link(knowledge, text, { lang: "en" })) {
        if (concept === null) continue;
        const place = `${nctId}#${index}#${start}`;
        const around = text.slice(Math.max(0, start - 50), end + 40);
        const name = knowledge.preferredName(concept, "en").text;
        links.push({ place, written: text.slice(start, end), concept, name, around, order: hashOf(`${place} draw`) });
      }
    }
  }
  return links.sort((a, b) => a.order - b.order || (a.place < b.place ? -1 : 1)).slice(0, count);
}
