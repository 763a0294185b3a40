import type { Knowledge } from "../knowledge.ts";
import { type ConceptKind, conceptKinds, type Language, languages, type TermRole } from "../schema.ts";
import { foldName, type Highlight, placeOf, wordStart } from "./highlight.ts";
import { pinyinUnits, spelledUnits, syllableInitials } from "./pinyin.ts";
import { splitForSearch } from "./search-columns.ts";
import { type Range, SearchIndex } from "./search-index.ts";

export type SearchOptions = {
  /** How many concepts to answer; 20 by default. */
  limit?: number;
  kinds?: readonly ConceptKind[];
  /** Language of the shown name; names in all languages are searched. English by default. */
  lang?: Language;
};

export type SearchHit = {
  concept: string;
  kind: ConceptKind;
  /** The concept's name in the wished language. */
  name: string;
  /** The name that was found, with the places that equal the query. */
  matched: string;
  language: Language | null;
  role: TermRole | "identifier";
  /** Who says so: id of the source of that name, or of the concept where an identifier was found. */
  source: string;
  highlights: Highlight[];
  score: number;
};

/** Most names whose text is compared for one key press and pack. */
const mostCompared = 700;
/** Most names that are gathered and compared for one key press and pack. */
const mostRead = 2500;
const mostWords = 4000;
const classScore = { identifier: 1000, whole: 800, begins: 600, words: 400, inner: 250, pinyin: 380 } as const;

type Found = { layer: number; term: number; score: number; highlights: Highlight[]; text: string };

/**
 * Concepts for what has been typed so far: prefixes of English words in any order, Chinese characters anywhere in a name,
 * pinyin initials ("fxbfa") or pinyin ("feixiaoxibao") of a name's beginning, a code or the beginning of one, and any
 * identifier (InChIKey, NCT number, id of another system). Whole names come before beginnings and beginnings before
 * what stands inside; preferred names and concepts with many relations first. A few milliseconds.
 */
export function search(knowledge: Knowledge, query: string, options: SearchOptions = {}): SearchHit[] {
  const limit = options.limit ?? 20;
  const language = options.lang ?? "en";
  const typed = query.trim();
  if (typed === "" || limit < 1) return [];
  const kinds = options.kinds === undefined ? null : new Set(options.kinds.map((kind) => conceptKinds.indexOf(kind)));
  const best = new Map<number, SearchHit>();
  const offer = (number: number, hit: SearchHit) => {
    const known = best.get(number);
    if (known === undefined || hit.score > known.score) best.set(number, hit);
  };
  for (const concept of identified(knowledge, typed)) {
    const number = knowledge.numberOf(concept.id);
    const kind = knowledge.kindOf(number);
    if (kinds !== null && !kinds.has(conceptKinds.indexOf(kind))) continue;
    const name = knowledge.preferredName(concept.id, language).text;
    const { matched, score } = concept;
    offer(number, {
      concept: concept.id,
      kind,
      name,
      matched,
      language: null,
      role: "identifier",
      source: knowledge.sourceOf(number).id,
      highlights: [],
      score,
    });
  }
  for (let layer = 0; layer < knowledge.packs.length; layer++) {
    for (const found of searchNames(knowledge, layer, typed, kinds, language, limit)) {
      const pack = knowledge.packs[layer]!;
      const number = knowledge.numberIn(layer, pack.termConcept(found.term));
      const { score, highlights, text } = found;
      const known = best.get(number);
      if (known !== undefined && known.score >= score) continue;
      const id = knowledge.idOf(number);
      offer(number, {
        concept: id,
        kind: knowledge.kindOf(number),
        name: knowledge.preferredName(id, language).text,
        matched: text,
        language: pack.termLanguage(found.term),
        role: pack.termRole(found.term),
        source: pack.termSource(found.term).id,
        highlights,
        score,
      });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || compare(a.concept, b.concept)).slice(0, limit);
}

type Identified = { id: string; matched: string; score: number };

function identified(knowledge: Knowledge, typed: string): Identified[] {
  const isWord = /^[a-z]+$/.test(typed);
  const found: Identified[] = (isWord ? [] : knowledge.findByIdentifier(typed)).map((id) => ({
    id,
    matched: typed,
    score: classScore.identifier,
  }));
  if (!/^[A-Za-z]*[:]?[A-Za-z]?\d/.test(typed) && !typed.includes(":")) return found;
  const wanted = typed.toUpperCase();
  for (const pack of knowledge.packs) {
    const index = SearchIndex.of(pack);
    for (const prefix of idPrefixes(index)) {
      const start = typed.includes(":") ? typed : `${prefix}:${wanted}`;
      if (!start.startsWith(prefix)) continue;
      const { from, to } = index.conceptsFrom(start);
      for (let place = from; place < Math.min(to, from + 30); place++) {
        const id = pack.conceptId(place);
        const extra = id.length - start.length;
        found.push({
          id,
          matched: id,
          score: classScore.identifier - (extra === 0 ? 1 : 40 + Math.min(60, extra * 4)),
        });
      }
    }
  }
  return found;
}

const prefixesOf = new WeakMap<SearchIndex, string[]>();

/** Prefixes of the pack's ids, found by jumping over each. */
function idPrefixes(index: SearchIndex): string[] {
  const known = prefixesOf.get(index);
  if (known !== undefined) return known;
  const prefixes: string[] = [];
  for (let place = 0; place < index.pack.conceptCount; ) {
    const id = index.pack.conceptId(place);
    const prefix = id.slice(0, id.indexOf(":"));
    prefixes.push(prefix);
    place = index.conceptsFrom(`${prefix}:`).to;
  }
  prefixesOf.set(index, prefixes);
  return prefixes;
}

function searchNames(
  knowledge: Knowledge,
  layer: number,
  typed: string,
  kinds: ReadonlySet<number> | null,
  language: Language,
  limit: number,
): Found[] {
  const pack = knowledge.packs[layer]!;
  const index = SearchIndex.of(pack);
  const { words, runs } = splitForSearch(typed);
  const seen = new Set<number>();
  const found: Found[] = [];
  const kindColumn = pack.bytes("concept.kind");
  const languageColumn = pack.bytes("term.language");
  const wishedLanguage = languages.indexOf(language);
  const consider = (term: number, compareName: (text: string) => { base: number; highlights: Highlight[] } | null) => {
    if (seen.has(term)) return;
    seen.add(term);
    if (kinds !== null && !kinds.has(kindColumn[pack.termConcept(term)]!)) return;
    const text = pack.termText(term);
    const compared = compareName(text);
    if (compared === null) return;
    const own = languageColumn[term] === wishedLanguage ? 12 : 0;
    const length = Math.min(60, text.length) * 0.6;
    found.push({
      layer,
      term,
      text,
      highlights: compared.highlights,
      score: compared.base + index.weight(term) * 0.5 + own - length,
    });
  };
  const byText = (text: string) => compareText(text, words, runs);
  for (const term of heaviest(index, textCandidates(index, words, runs))) consider(term, byText);
  const letters = words.length === 1 && runs.length === 0 ? words[0]! : "";
  if (/^[a-z]{2,40}$/.test(letters)) {
    seen.clear();
    const byPinyin = (text: string) => comparePinyin(text, letters);
    for (const term of heaviest(index, pinyinCandidates(index, letters))) consider(term, byPinyin);
  }
  return found.sort((a, b) => b.score - a.score || a.term - b.term).slice(0, limit * 4);
}

/** The heaviest of many names: what a person who typed one or two letters can be shown at all. */
function heaviest(index: SearchIndex, terms: Iterable<number>): number[] {
  const all = [...terms];
  if (all.length <= mostCompared) return all;
  return all.sort((a, b) => index.weight(b) - index.weight(a) || a - b).slice(0, mostCompared);
}

/** Names worth reading for typed words and characters, heaviest first within each list. */
function* textCandidates(index: SearchIndex, words: readonly string[], runs: readonly string[]): Generator<number> {
  const run = runs[0];
  if (run !== undefined) {
    yield* runCandidates(index, run);
    return;
  }
  let narrowest: Range | null = null;
  for (const word of words) {
    const range = index.wordsFrom(word);
    if (range.from >= range.to) return;
    if (narrowest === null || sizeOf(index, range) < sizeOf(index, narrowest)) narrowest = range;
  }
  if (narrowest === null) return;
  const { from, to } = narrowest;
  const exact = index.termsOfWord(from);
  for (let i = 0; i < Math.min(exact.length, mostRead / 2); i++) yield exact[i]!;
  const last = Math.min(to, from + mostWords);
  const total = sizeOf(index, { from, to: last });
  const share = total <= mostRead ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil((mostRead * 2) / (last - from)));
  let read = 0;
  for (let word = from; word < last && read < mostRead * 2; word++) {
    const terms = index.termsOfWord(word);
    for (let i = 0; i < Math.min(terms.length, share); i++, read++) yield terms[i]!;
  }
}

function sizeOf(index: SearchIndex, { from, to }: Range): number {
  const start = index.columns["search.word.start"];
  return start[to]! - start[from]!;
}

function* runCandidates(index: SearchIndex, run: string): Generator<number> {
  if (run.length === 1) {
    let read = 0;
    for (const terms of index.termsOfCharacter(run.charCodeAt(0))) {
      for (let i = 0; i < Math.min(terms.length, 60) && read < mostRead; i++, read++) yield terms[i]!;
    }
    return;
  }
  let rarest = index.termsOfPair(run.charCodeAt(0), run.charCodeAt(1));
  const others: Uint32Array[] = [rarest];
  for (let i = 1; i + 1 < run.length; i++) {
    const terms = index.termsOfPair(run.charCodeAt(i), run.charCodeAt(i + 1));
    others.push(terms);
    if (terms.length < rarest.length) rarest = terms;
  }
  if (rarest.length <= mostRead * 2) {
    yield* rarest;
    return;
  }
  const sets = others.filter((one) => one !== rarest).map((one) => new Set(one));
  let read = 0;
  for (const term of rarest) {
    if (!sets.every((set) => set.has(term))) continue;
    yield term;
    if (++read >= mostRead) return;
  }
}

function* pinyinCandidates(index: SearchIndex, letters: string): Generator<number> {
  const initials = new Set<string>();
  if (letters.length <= 12) initials.add(letters);
  for (const one of syllableInitials(letters)) initials.add(one);
  for (const one of initials) {
    if (one.length < 2) continue;
    const { from, to } = index.initialsFrom(one);
    const step = Math.max(1, Math.floor((to - from) / mostRead));
    for (let place = from; place < to; place += step) yield index.initialsTerm(place);
  }
}

/** How a name holds everything typed; null when it does not. */
function compareText(
  text: string,
  words: readonly string[],
  runs: readonly string[],
): { base: number; highlights: Highlight[] } | null {
  const name = foldName(text);
  const highlights: Highlight[] = [];
  let first = Number.POSITIVE_INFINITY;
  for (const piece of [...words, ...runs]) {
    const at = runs.includes(piece) ? name.folded.indexOf(piece) : wordStart(name.folded, piece);
    if (at < 0) return null;
    first = Math.min(first, at);
    highlights.push(placeOf(name, at, at + piece.length));
  }
  highlights.sort((a, b) => a[0] - b[0]);
  const typed = [...words, ...runs].join(" ");
  const folded = name.folded.trim();
  if (folded === typed || folded === typed.replaceAll(" ", "")) return { base: classScore.whole, highlights };
  if (folded.startsWith(typed)) {
    const isWord = folded[typed.length] === " " && runs.length === 0;
    return { base: classScore.begins + (isWord ? 30 : 0), highlights };
  }
  if (runs.length > 0 && words.length === 0) return { base: classScore.inner - Math.min(60, first * 4), highlights };
  return { base: classScore.words - Math.min(60, first), highlights };
}

/** How typed letters spell the beginning of a Chinese name: by initials or by whole syllables; null when neither. */
function comparePinyin(text: string, letters: string): { base: number; highlights: Highlight[] } | null {
  const units = pinyinUnits(text);
  const spelled = spelledUnits(units, letters);
  const covered = spelled > 0 ? spelled : letters.length;
  const isWhole = covered >= units.length;
  const isSpelled = spelled > 0 && letters.length > spelled;
  const name = foldName(text);
  const solid = [...name.folded].flatMap((unit, at) => (unit === " " ? [] : [at]));
  const end = solid[Math.min(covered, solid.length) - 1];
  if (end === undefined) return null;
  const base = classScore.pinyin + (isWhole ? 250 : 0) + (isSpelled ? 60 : 0);
  return { base, highlights: [placeOf(name, 0, end + 1)] };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
