import type { KnowledgePack } from "../pack/knowledge-pack.ts";
import { indexedInitials, packInitials } from "./pinyin.ts";
import { buildSearchColumns, type SearchColumns } from "./search-columns.ts";
import { hasSearchColumns } from "./vocabulary.ts";

/** Places `from` to `to` of a sorted column, end excluded. */
export type Range = { from: number; to: number };

const indexes = new WeakMap<KnowledgePack, SearchIndex>();

/** The search columns of one pack: read in place where the pack has them, else worked out once on first use. */
export class SearchIndex {
  readonly pack: KnowledgePack;
  readonly columns: SearchColumns;
  readonly #decoder = new TextDecoder();

  static of(pack: KnowledgePack): SearchIndex {
    const known = indexes.get(pack);
    if (known !== undefined) return known;
    const made = new SearchIndex(pack);
    indexes.set(pack, made);
    return made;
  }

  private constructor(pack: KnowledgePack) {
    this.pack = pack;
    this.columns = hasSearchColumns(pack) ? readColumns(pack) : buildSearchColumns(pack);
  }

  get wordCount(): number {
    return this.columns["search.word.offset"].length - 1;
  }
  word(place: number): string {
    const offsets = this.columns["search.word.offset"];
    return this.#decoder.decode(this.columns["search.word.bytes"].subarray(offsets[place]!, offsets[place + 1]!));
  }

  /** Words that begin with `prefix`. */
  wordsFrom(prefix: string): Range {
    return {
      from: firstPlace(this.wordCount, (place) => this.word(place) >= prefix),
      to: firstPlace(this.wordCount, (place) => this.word(place) > `${prefix}\uffff`),
    };
  }
  /** Terms that hold a word, by its place. */
  termsOfWord(place: number): Uint32Array {
    const start = this.columns["search.word.start"];
    return this.columns["search.word.terms"].subarray(start[place]!, start[place + 1]!);
  }

  /** Terms that hold two characters in a row. */
  termsOfPair(first: number, second: number): Uint32Array {
    const keys = this.columns["search.pair.key"];
    const key = first * 0x10000 + second;
    const place = firstPlace(keys.length, (at) => keys[at]! >= key);
    return keys[place] === key ? this.#pairTerms(place, place + 1) : new Uint32Array(0);
  }
  /** Terms that hold a character, in runs per next character. */
  *termsOfCharacter(code: number): Generator<Uint32Array> {
    const keys = this.columns["search.pair.key"];
    const from = firstPlace(keys.length, (at) => keys[at]! >= code * 0x10000);
    for (let place = from; place < keys.length && keys[place]! < (code + 1) * 0x10000; place++) {
      yield this.#pairTerms(place, place + 1);
    }
  }

  /** Entries of the pinyin columns whose initials begin with `initials`. */
  initialsFrom(initials: string): Range {
    const { "search.pinyin.high": high, "search.pinyin.low": low } = this.columns;
    const [fromHigh, fromLow] = packInitials(initials.slice(0, indexedInitials));
    const [toHigh, toLow] = packInitials(initials.padEnd(indexedInitials, "\u007f").slice(0, indexedInitials));
    const isBefore = (at: number, h: number, l: number) => high[at]! < h || (high[at] === h && low[at]! < l);
    return {
      from: firstPlace(high.length, (at) => !isBefore(at, fromHigh, fromLow)),
      to: firstPlace(high.length, (at) => !isBefore(at, toHigh, toLow + 1)),
    };
  }
  initialsTerm(place: number): number {
    return this.columns["search.pinyin.term"][place]!;
  }

  weight(term: number): number {
    return this.columns["search.weight"][term]!;
  }

  /** Concepts whose id begins with `prefix`. */
  conceptsFrom(prefix: string): Range {
    const { pack } = this;
    return {
      from: firstPlace(pack.conceptCount, (place) => pack.conceptId(place) >= prefix),
      to: firstPlace(pack.conceptCount, (place) => pack.conceptId(place) > `${prefix}\uffff`),
    };
  }

  #pairTerms(from: number, to: number): Uint32Array {
    const start = this.columns["search.pair.start"];
    return this.columns["search.pair.terms"].subarray(start[from]!, start[to]!);
  }
}

function readColumns(pack: KnowledgePack): SearchColumns {
  const numbers = (name: keyof SearchColumns) => pack.numbers(name);
  return {
    "search.word.bytes": pack.bytes("search.word.bytes"),
    "search.word.offset": numbers("search.word.offset"),
    "search.word.start": numbers("search.word.start"),
    "search.word.terms": numbers("search.word.terms"),
    "search.pair.key": numbers("search.pair.key"),
    "search.pair.start": numbers("search.pair.start"),
    "search.pair.terms": numbers("search.pair.terms"),
    "search.pinyin.high": numbers("search.pinyin.high"),
    "search.pinyin.low": numbers("search.pinyin.low"),
    "search.pinyin.term": numbers("search.pinyin.term"),
    "search.weight": pack.bytes("search.weight"),
    "search.vocabulary": numbers("search.vocabulary"),
  };
}

/** First place of 0..count for which `holds` is true; `count` when none. `holds` must not turn false again. */
export function firstPlace(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
