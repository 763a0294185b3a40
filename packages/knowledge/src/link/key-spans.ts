import { isBag, longestName } from "../text/keys.ts";
import { tokenKind } from "../text/tokens.ts";
import type { TokenView } from "./token-view.ts";

const basis = 0x811c9dc5;
const prime = 0x01000193;
const longestWords = 12;
const longestHan = 26;

/** `hashKey` of the pack from a running FNV-1a state. */
function finish(state: number): number {
  let hash = state ^ (state >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** `hashKey(bagKey(sum))` without making the string. */
function bagHash(sum: number): number {
  let state = Math.imul(basis ^ 126, prime);
  for (let shift = 30; shift >= 0; shift -= 6) state = Math.imul(state ^ (48 + ((sum >>> shift) & 63)), prime);
  return finish(state);
}

/**
 * Calls `visit` for every span of a view whose key hash `has` knows, with its order kept (`ordered`) or in any order.
 * Cost O(tokens x span length); no strings are made.
 */
export function visitKeySpans(
  view: TokenView,
  has: (hash: number) => boolean,
  visit: (from: number, to: number, hash: number, ordered: boolean) => void,
): void {
  const { forms, kinds, hashes } = view;
  const count = forms.length;
  const hasHan = kinds.includes(tokenKind.han);
  for (let from = 0; from < count; from++) {
    let state = basis;
    let sum = 0;
    let words = 0;
    let han = 0;
    const startsCounted = hashes[from] !== 0;
    const reach = from === 0 ? longestName : hasHan ? longestHan : longestWords;
    const limit = Math.min(count, from + reach);
    for (let to = from; to < limit; to++) {
      const form = forms[to]!;
      if (to > from && kinds[to] === tokenKind.number && kinds[to - 1] === tokenKind.number) {
        state = Math.imul(state ^ 183, prime);
      }
      for (let k = 0; k < form.length; k++) state = Math.imul(state ^ form.charCodeAt(k), prime);
      const ordered = finish(state);
      if (has(ordered)) visit(from, to + 1, ordered, true);
      if (hashes[to] === 0) continue;
      sum = (sum + hashes[to]!) | 0;
      if (kinds[to] === tokenKind.han) han++;
      else words++;
      if (!startsCounted || !isBag(words, han)) continue;
      const unordered = bagHash(sum >>> 0);
      if (has(unordered)) visit(from, to + 1, unordered, false);
    }
  }
}
