import { hashKey } from "../pack/hash.ts";
import { hasSearchColumns, isHashInVocabulary, isInVocabulary } from "../search/vocabulary.ts";
import { tokenKind } from "../text/tokens.ts";
import { candidatesOf, type Hit, type LinkScope, ranked, type Scored } from "./hits.ts";
import { keyOfView, sortedForms, type TokenView } from "./token-view.ts";

const shortest = 7;
/** In running text, where words are many and names few, only longer words are taken for mistyped names. */
const shortestInText = 9;
const longestField = 12;
/** Forms of verbs: what is a letter away from a name is another verb ("signing" and sighing). */
const verbForm = /(?:ing|ed)$/;
const alphabet = "abcdefghijklmnopqrstuvwxyz";
/** A correction is never as sure as a name that was written right. */
const certainty = 0.8;
const longestSpan = 4;
/**
 * Names one letter away (lost, added, changed, or two swapped) from long English words that nothing else explains. Only
 * the words before and after may complete the name. A word that stands in any name is right as it is; packs without
 * search columns, which hold the vocabulary, are not corrected against.
 */
export function typoHits(scope: LinkScope, view: TokenView, isFree: (at: number) => boolean): Hit[] {
  const found: Hit[] = [];
  const packs = scope.knowledge.packs.filter(hasSearchColumns);
  if (packs.length === 0) return found;
  const least = view.tokens.forms.length > longestField ? shortestInText : shortest;
  for (let at = 0; at < view.forms.length; at++) {
    const word = view.forms[at]!;
    if (view.kinds[at] !== tokenKind.word || word.length < least || verbForm.test(word) || !isFree(view.origin[at]!))
      continue;
    const isKnown = (one: string) => packs.some((pack) => isInVocabulary(pack, one));
    if (isKnown(word) || isInflected(word, isKnown)) continue;
    const variants = spellingsNear(word, (near) => packs.some((pack) => isHashInVocabulary(pack, hashKey(near))));
    if (variants.length === 0) continue;
    const hit = correctAt(scope, view, at, variants, isFree);
    if (hit !== null) found.push(hit);
  }
  return found;
}

const ending = /(?:ing|ed|er|or|ion|able|ly|ment|ance|ence|ive|al|e)$/;
const beginning = /^(?:pre|post|re|un|non|co|inter|over|under|mis|out|sub)/;

/** Whether a word is one of the vocabulary's with another ending or a beginning: "stenting", "indicates", "predose". */
function isInflected(word: string, isKnown: (one: string) => boolean): boolean {
  const stem = word.replace(ending, "");
  if (stem !== word && stem.length > 3) {
    const doubled = /([a-z])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
    const stems = [stem, ...doubled].flatMap((one) => [one, `${one}e`, `${one}ed`, `${one}ing`, `${one}ion`]);
    if (stems.some((one) => one !== word && isKnown(one))) return true;
  }
  const rest = word.replace(beginning, "");
  return rest !== word && rest.length > 3 && isKnown(rest);
}

function correctAt(
  scope: LinkScope,
  view: TokenView,
  at: number,
  variants: readonly string[],
  isFree: (at: number) => boolean,
): Hit | null {
  const word = view.forms[at]!;
  const spans: [number, number][] = [];
  for (let from = Math.max(0, at - longestSpan + 1); from <= at; from++) {
    for (let to = at + 1; to <= Math.min(view.forms.length, from + longestSpan); to++) {
      let free = true;
      for (let i = from; i < to; i++) free &&= i === at || isFree(view.origin[i]!) || i > at;
      if (free) spans.push([from, to]);
    }
  }
  spans.sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  for (const [from, to] of spans) {
    const before = keyOfView(view, from, at);
    const after = keyOfView(view, at + 1, to);
    for (const variant of variants) {
      const hash = hashKey(before + variant + after);
      if (!scope.has(hash)) continue;
      const best = new Map<number, Scored>();
      const forms = view.forms.slice();
      forms[at] = variant;
      candidatesOf(scope, { ...view, forms }, from, to, hash, true, best);
      const candidates = ranked(scope, best, sortedForms(forms, from, to))
        .filter((one) => scope.knowledge.kindOf(one.number) !== "gene")
        .map((one) => ({ ...one, score: one.score * certainty, by: [...one.by, "typo" as const] }));
      if (candidates.length === 0) continue;
      const first = view.origin[from]!;
      return {
        from: first,
        to: view.origin[to - 1]! + 1,
        units: word.length,
        key: before + variant + after,
        candidates,
      };
    }
  }
  return null;
}

/** Strings one edit away that are known; the first letter stays, where typing errors are rare. */
function spellingsNear(word: string, isKnown: (near: string) => boolean): string[] {
  const near = new Set<string>();
  const offer = (one: string) => {
    if (one !== word && isKnown(one)) near.add(one);
  };
  for (let i = 1; i <= word.length; i++) {
    const head = word.slice(0, i);
    const tail = word.slice(i);
    const rest = word.slice(i + 1);
    if (i < word.length) offer(head + rest);
    if (i + 1 < word.length) offer(head + word[i + 1] + word[i] + word.slice(i + 2));
    for (const letter of alphabet) {
      offer(head + letter + tail);
      if (i < word.length) offer(head + letter + rest);
    }
  }
  return [...near];
}
