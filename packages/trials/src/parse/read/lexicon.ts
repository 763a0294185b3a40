import { foldText } from "./fold.ts";

type Node<T> = { next: Map<number, Node<T>>; value: T | undefined };
/** Phrases as a tree of characters. */
export type Lexicon<T> = Node<T>;
export type Found<T> = { end: number; value: T };

const space = 32;
/** Most blanks, hyphens and line breaks that stand for one space of a phrase. */
const longestGap = 120;

const isGap = (code: number) => code === space || code === 10 || code === 45;
const isLetter = (code: number) => code >= 97 && code <= 122;
const isDigit = (code: number) => code >= 48 && code <= 57;
/** Latin letter or digit: words of them end where another kind of character begins. */
export const isWordCode = (code: number) => isLetter(code) || isDigit(code);

/**
 * Phrases of one pattern: `{a,b}` stands for either, `{s,}` for "s" or nothing; braces may be nested. "platelet{s,}
 * {count,}" makes four. A space also matches hyphens and line breaks.
 */
export function expandPhrases(pattern: string): string[] {
  const open = pattern.indexOf("{");
  if (open < 0) return [pattern];
  let depth = 0;
  let from = open + 1;
  const ways: string[] = [];
  for (let at = open; at < pattern.length; at++) {
    const unit = pattern[at];
    if (unit === "{") depth++;
    else if (unit === "}") depth--;
    if (!(depth === 0 || (depth === 1 && unit === ","))) continue;
    ways.push(pattern.slice(from, at));
    from = at + 1;
    if (depth === 0) break;
  }
  const tails = expandPhrases(pattern.slice(from));
  const heads = ways.flatMap(expandPhrases);
  const before = pattern.slice(0, open);
  return heads.flatMap((head) => tails.map((tail) => before + head + tail));
}

export const newLexicon = <T>(): Lexicon<T> => ({ next: new Map(), value: undefined });

/** Adds a pattern of phrases; a phrase that is there already keeps its first value. */
export function addPhrase<T>(lexicon: Lexicon<T>, pattern: string, value: T): void {
  for (const phrase of expandPhrases(pattern)) {
    const folded = foldText(phrase).replace(/-/g, " ").replace(/ +/g, " ").trim();
    if (folded === "") continue;
    let node = lexicon;
    for (let at = 0; at < folded.length; at++) {
      const code = folded.charCodeAt(at);
      let next = node.next.get(code);
      if (next === undefined) {
        next = newLexicon<T>();
        node.next.set(code, next);
      }
      node = next;
    }
    node.value ??= value;
  }
}

/** A lexicon of rows `[patterns joined by "|", value]`. */
export function lexiconOf<T>(rows: readonly (readonly [string, T])[]): Lexicon<T> {
  const lexicon = newLexicon<T>();
  for (const [patterns, value] of rows) for (const pattern of patterns.split("|")) addPhrase(lexicon, pattern, value);
  return lexicon;
}

/**
 * The longest phrase that begins at `at` in folded text, or null. Latin words and numbers are only matched whole; other
 * scripts have no borders. `isBound: false` lets a phrase begin inside a word ("5mg").
 */
export function longestPhrase<T>(lexicon: Lexicon<T>, folded: string, at: number, isBound = true): Found<T> | null {
  const first = folded.charCodeAt(at);
  if (isBound && at > 0 && isWordCode(first)) {
    const before = folded.charCodeAt(at - 1);
    // A letter behind a digit may begin a word ("8yrs").
    if (isLetter(before) || (isDigit(before) && isDigit(first))) return null;
  }
  let node: Node<T> | undefined = lexicon;
  let found: Found<T> | null = null;
  let place = at;
  while (place < folded.length) {
    const code = folded.charCodeAt(place);
    if (isGap(code)) {
      const next: Node<T> | undefined = node.next.get(space);
      if (next === undefined) return found;
      const limit = Math.min(folded.length, place + longestGap);
      while (place < limit && isGap(folded.charCodeAt(place))) place++;
      node = next;
      continue;
    }
    node = node.next.get(code);
    if (node === undefined) return found;
    place++;
    if (node.value !== undefined && !isCut(folded, place)) found = { end: place, value: node.value };
  }
  return found;
}

function isCut(folded: string, end: number): boolean {
  const last = folded.charCodeAt(end - 1);
  const next = folded.charCodeAt(end);
  if (isLetter(last)) return isWordCode(next);
  return isDigit(last) && isDigit(next);
}
