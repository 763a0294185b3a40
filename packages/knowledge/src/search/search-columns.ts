import { hashKey } from "../pack/hash.ts";
import type { KnowledgePack } from "../pack/knowledge-pack.ts";
import type { TermRole } from "../schema.ts";
import { charClass, foldCharacter } from "../text/characters.ts";
import { foldWord } from "../text/words.ts";
import { initialsOf, packInitials } from "./pinyin.ts";

/** Columns that `addSearchIndex` appends to a pack, all 32-bit. Postings are terms by weight, heaviest first. */
export type SearchColumns = {
  "search.word.bytes": Uint8Array;
  "search.word.offset": Uint32Array;
  "search.word.start": Uint32Array;
  "search.word.terms": Uint32Array;
  "search.pair.key": Uint32Array;
  "search.pair.start": Uint32Array;
  "search.pair.terms": Uint32Array;
  "search.pinyin.high": Uint32Array;
  "search.pinyin.low": Uint32Array;
  "search.pinyin.term": Uint32Array;
  "search.weight": Uint8Array;
  "search.vocabulary": Uint32Array;
};

const roleWeight: Record<TermRole, number> = {
  preferred: 110,
  "code-title": 90,
  abbreviation: 80,
  brand: 80,
  synonym: 75,
  "development-code": 75,
  salt: 60,
  "inclusion-term": 50,
  narrower: 30,
  broader: 30,
  related: 25,
};
const degreeStep = 11;
const longestWord = 40;
/** Words shorter than this are never checked for typing errors. */
export const vocabularyMinimum = 6;

/** Latin words and numbers of a text as typed (lower case, no diacritics), and its Chinese characters in runs. */
export function splitForSearch(text: string): { words: string[]; runs: string[] } {
  const words: string[] = [];
  const runs: string[] = [];
  let word = "";
  let run = "";
  for (const char of text) {
    const folded = foldCharacter(char.codePointAt(0)!);
    const isWord =
      folded.class === charClass.letter || folded.class === charClass.digit || folded.class === charClass.greek;
    if (isWord) word += folded.text;
    else if (word !== "") {
      words.push(word);
      word = "";
    }
    if (folded.class === charClass.han) run += folded.text;
    else if (run !== "" && folded.class !== charClass.separator) {
      runs.push(run);
      run = "";
    }
  }
  if (word !== "") words.push(word);
  if (run !== "") runs.push(run);
  return { words, runs };
}

/** Works out the search columns of a pack. Cost O(names x length); about 5 s for 700,000 names. */
export function buildSearchColumns(pack: KnowledgePack): SearchColumns {
  const weight = new Uint8Array(pack.termCount);
  const words = new Map<string, number[]>();
  const pairs = new Map<number, number[]>();
  const vocabulary = new Set<number>();
  const pinyin: { high: number; low: number; term: number }[] = [];
  const push = <K>(map: Map<K, number[]>, key: K, term: number) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [term]);
    else if (known[known.length - 1] !== term) known.push(term);
  };
  for (let concept = 0; concept < pack.conceptCount; concept++) {
    const [from, to] = pack.edgesFrom(concept);
    const degree = to - from + pack.edgesTo(concept).length;
    const popularity = Math.min(140, Math.round(Math.log2(1 + degree) * degreeStep));
    const [start, end] = pack.termsOf(concept);
    for (let term = start; term < end; term++) {
      const text = pack.termText(term);
      weight[term] = Math.min(255, roleWeight[pack.termRole(term)] + popularity);
      const split = splitForSearch(text);
      for (const word of split.words) {
        if (word.length > longestWord) continue;
        push(words, word, term);
        if (word.length >= vocabularyMinimum) vocabulary.add(hashKey(foldWord(word)));
      }
      for (const run of split.runs) {
        for (let i = 0; i < run.length; i++) {
          const next = i + 1 < run.length ? run.charCodeAt(i + 1) : 0;
          push(pairs, run.charCodeAt(i) * 0x10000 + next, term);
        }
      }
      if (split.runs.length === 0) continue;
      for (const initials of initialsOf(text)) {
        const [high, low] = packInitials(initials);
        pinyin.push({ high, low, term });
      }
    }
  }
  const byWeight = (a: number, b: number) => weight[b]! - weight[a]! || a - b;
  const wordList = [...words.keys()].sort();
  const wordPostings = layPostings(wordList.map((word) => words.get(word)!.sort(byWeight)));
  const pairList = [...pairs.keys()].sort((a, b) => a - b);
  const pairPostings = layPostings(pairList.map((pair) => pairs.get(pair)!.sort(byWeight)));
  pinyin.sort((a, b) => a.high - b.high || a.low - b.low || byWeight(a.term, b.term));
  const { bytes, offsets } = layWords(wordList);
  return {
    "search.word.bytes": bytes,
    "search.word.offset": offsets,
    "search.word.start": wordPostings.start,
    "search.word.terms": wordPostings.terms,
    "search.pair.key": Uint32Array.from(pairList),
    "search.pair.start": pairPostings.start,
    "search.pair.terms": pairPostings.terms,
    "search.pinyin.high": Uint32Array.from(pinyin, (one) => one.high),
    "search.pinyin.low": Uint32Array.from(pinyin, (one) => one.low),
    "search.pinyin.term": Uint32Array.from(pinyin, (one) => one.term),
    "search.weight": weight,
    "search.vocabulary": Uint32Array.from(vocabulary).sort(),
  };
}

function layPostings(lists: readonly (readonly number[])[]): { start: Uint32Array; terms: Uint32Array } {
  const start = new Uint32Array(lists.length + 1);
  for (let i = 0; i < lists.length; i++) start[i + 1] = start[i]! + lists[i]!.length;
  const terms = new Uint32Array(start[lists.length]!);
  for (let i = 0; i < lists.length; i++) terms.set(lists[i]!, start[i]!);
  return { start, terms };
}

function layWords(words: readonly string[]): { bytes: Uint8Array; offsets: Uint32Array } {
  const bytes = new TextEncoder().encode(words.join(""));
  const offsets = new Uint32Array(words.length + 1);
  const encoder = new TextEncoder();
  for (let i = 0; i < words.length; i++) offsets[i + 1] = offsets[i]! + encoder.encode(words[i]!).length;
  return { bytes, offsets };
}
