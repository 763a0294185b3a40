import { foldText } from "./fold.ts";

/** A place inside patterns: what may come next, and what a phrase says that ends here. */
type State<T> = { id: number; edges: [code: number, to: State<T>][]; free: State<T>[]; ends: End<T> | null };
type End<T> = { order: number; value: T };

/** All places that one beginning of a text leads to, with what follows as far as it was asked for. */
type Node<T> = {
  states: readonly State<T>[];
  isAfterSpace: boolean;
  value: T | undefined;
  next: Map<number, Node<T> | null>;
};

/**
 * Phrases as an automaton over characters. Patterns are kept as they are and never written out, since a few nested choices
 * make a million phrases; the nodes that texts lead to are made when a text first leads there (a lazy subset construction,
 * Rabin and Scott 1959).
 */
export type Lexicon<T> = {
  start: State<T>;
  states: number;
  phrases: number;
  nodes: Map<string, Node<T>>;
  root: Node<T> | null;
};
export type Found<T> = { end: number; value: T };

const space = 32;
const hyphen = 45;
/** Most blanks, hyphens and line breaks that stand for one space of a phrase. */
const longestGap = 120;

const isGap = (code: number) => code === space || code === 10 || code === 45;
const isLetter = (code: number) => code >= 97 && code <= 122;
const isDigit = (code: number) => code >= 48 && code <= 57;
/** Latin letter or digit: words of them end where another kind of character begins. */
export const isWordCode = (code: number) => isLetter(code) || isDigit(code);

/** A place after `from` in the same lexicon. */
function newState<T>(lexicon: Pick<Lexicon<T>, "states">): State<T> {
  return { id: lexicon.states++, edges: [], free: [], ends: null };
}

export function newLexicon<T>(): Lexicon<T> {
  const lexicon = { states: 0 };
  const start = newState<T>(lexicon);
  return { start, states: lexicon.states, phrases: 0, nodes: new Map(), root: null };
}

/**
 * Adds a pattern of phrases: `{a,b}` stands for either, `{s,}` for "s" or nothing; braces may be nested. "platelet{s,}
 * {count,}" makes four. A space also matches hyphens and line breaks. Of equal phrases the one added first decides.
 */
export function addPhrase<T>(lexicon: Lexicon<T>, pattern: string, value: T): void {
  const { state, end } = addPart(lexicon, lexicon.start, pattern, 0);
  if (end !== pattern.length) throw new RangeError(`"${pattern}" closes a brace that it did not open`);
  const last = newState<T>(lexicon);
  last.ends = { order: lexicon.phrases++, value };
  state.free.push(last);
  lexicon.root = null;
  lexicon.nodes.clear();
}

/** Reads the pattern from `at` to its end, or to the comma or brace that closes the part. */
function addPart<T>(
  lexicon: Lexicon<T>,
  from: State<T>,
  pattern: string,
  at: number,
  depth = 0,
): { state: State<T>; end: number } {
  let state = from;
  let place = at;
  while (place < pattern.length) {
    const unit = pattern[place]!;
    if (depth > 0 && (unit === "," || unit === "}")) break;
    if (unit !== "{") {
      if (depth === 0 && unit === "}") break;
      const code = foldText(unit).charCodeAt(0);
      const next = newState<T>(lexicon);
      state.edges.push([code === hyphen ? space : code, next]);
      state = next;
      place++;
      continue;
    }
    const joined = newState<T>(lexicon);
    do {
      const first = newState<T>(lexicon);
      state.free.push(first);
      const part = addPart(lexicon, first, pattern, place + 1, depth + 1);
      part.state.free.push(joined);
      place = part.end;
    } while (pattern[place] === ",");
    if (pattern[place] !== "}") throw new RangeError(`"${pattern}" opens a brace that it does not close`);
    place++;
    state = joined;
  }
  return { state, end: place };
}

/** A lexicon of rows `[patterns joined by "|", value]`. */
export function lexiconOf<T>(rows: readonly (readonly [string, T])[]): Lexicon<T> {
  const lexicon = newLexicon<T>();
  for (const [patterns, value] of rows) for (const pattern of patterns.split("|")) addPhrase(lexicon, pattern, value);
  return lexicon;
}

/** The places themselves and those that need no character; spaces are free at a phrase's begin and after a space. */
function reach<T>(states: readonly State<T>[], isSpaceFree: boolean): State<T>[] {
  const found = new Set<State<T>>(states);
  for (const state of found) {
    for (const to of state.free) found.add(to);
    if (isSpaceFree) for (const [code, to] of state.edges) if (code === space) found.add(to);
  }
  return [...found];
}

function nodeOf<T>(lexicon: Lexicon<T>, entered: readonly State<T>[], isAfterSpace: boolean, isRoot = false): Node<T> {
  const states = reach(entered, isAfterSpace);
  const key = `${isAfterSpace}${states
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .join()}`;
  const known = isRoot ? undefined : lexicon.nodes.get(key);
  if (known !== undefined) return known;
  let first: End<T> | null = null;
  // A space at a phrase's end asks for nothing.
  if (!isRoot)
    for (const { ends } of reach(states, true))
      if (ends !== null && (first === null || ends.order < first.order)) first = ends;
  const node: Node<T> = { states, isAfterSpace, value: first?.value, next: new Map() };
  if (!isRoot) lexicon.nodes.set(key, node);
  return node;
}

function step<T>(lexicon: Lexicon<T>, node: Node<T>, code: number): Node<T> | null {
  const known = node.next.get(code);
  if (known !== undefined) return known;
  const entered: State<T>[] = [];
  // Spaces at the begin and second ones in a row were passed over already.
  if (!(code === space && node.isAfterSpace))
    for (const { edges } of node.states) for (const [edge, to] of edges) if (edge === code) entered.push(to);
  const next = entered.length === 0 ? null : nodeOf(lexicon, entered, code === space);
  node.next.set(code, next);
  return next;
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
  lexicon.root ??= nodeOf(lexicon, [lexicon.start], true, true);
  let node = lexicon.root;
  let found: Found<T> | null = null;
  let place = at;
  while (place < folded.length) {
    const code = folded.charCodeAt(place);
    if (isGap(code)) {
      const next = step(lexicon, node, space);
      if (next === null) return found;
      const limit = Math.min(folded.length, place + longestGap);
      while (place < limit && isGap(folded.charCodeAt(place))) place++;
      node = next;
      continue;
    }
    const next = step(lexicon, node, code);
    if (next === null) return found;
    node = next;
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
