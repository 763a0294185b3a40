import { meaningfulWords } from "../../judge/words.ts";

/** Saturation of a repeated word and weight of a text's length, as in the publication. */
const saturation = 1.2;
const lengthWeight = 0.75;

/** Words of a text as they are counted: plural endings taken off. */
const counted = (text: string): string[] =>
  meaningfulWords(text).map((word) => word.text.replace(/(?<=[a-z]{3})(?:es|s)$/, ""));

export type Bm25 = {
  /** Score of each text, in the order given, for a query. */
  scores(query: string): number[];
};

/**
 * Okapi BM25 over a set of texts.
 * Source: Robertson and Zaragoza 2009, doi 10.1561/1500000019, section 3.3. Cost O(words of query * texts).
 */
export function indexBm25(texts: readonly string[]): Bm25 {
  const documents = texts.map((text) => {
    const counts = new Map<string, number>();
    const words = counted(text);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return { counts, length: words.length };
  });
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length) || 1;
  const holders = new Map<string, number>();
  for (const { counts } of documents) for (const word of counts.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const rarity = (word: string): number => {
    const held = holders.get(word) ?? 0;
    return Math.log(1 + (documents.length - held + 0.5) / (held + 0.5));
  };
  return {
    scores(query) {
      const asked = new Set(counted(query));
      return documents.map(({ counts, length }) => {
        let score = 0;
        for (const word of asked) {
          const times = counts.get(word);
          if (times === undefined) continue;
          score +=
            (rarity(word) * times * (saturation + 1)) /
            (times + saturation * (1 - lengthWeight + (lengthWeight * length) / mean));
        }
        return score;
      });
    },
  };
}
