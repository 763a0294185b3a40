import type { KeysOfTerm } from "../pack/rows.ts";
import { withoutDrugForm } from "./drug-forms.ts";
import { type Tokens, tokenize, tokenKind } from "./tokens.ts";
import { joiningWords } from "./words.ts";

/** Names of more tokens are found in their written order only. */
const longestBag = 14;
/** Longest name, in tokens, that text is searched for. */
export const longestName = 72;

/** Key of tokens `from` to `to` in their order: forms end to end, a point between two numbers. */
export function orderedKey({ forms, kinds }: Tokens, from = 0, to = forms.length): string {
  let key = "";
  for (let i = from; i < to; i++) {
    if (i > from && kinds[i] === tokenKind.number && kinds[i - 1] === tokenKind.number) key += "·";
    key += forms[i];
  }
  return key;
}

/** A text in the form in which equal names are equal: folded tokens with one space between. Folding twice changes nothing. */
export const normaliseText = (text: string): string => tokenize(text).forms.join(" ");

/** 32-bit hash of one token for sums in which order does not count. */
export function tokenHash(form: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return Math.imul(hash, 0x297a2d39) >>> 0;
}

/** Key of a set of tokens from the sum of their hashes, six characters of six bits behind a mark. */
export function bagKey(sum: number): string {
  let key = "~";
  for (let shift = 30; shift >= 0; shift -= 6) key += String.fromCharCode(48 + ((sum >>> shift) & 63));
  return key;
}

/** Whether a token counts when order does not. */
export const countsInBag = (form: string): boolean => !joiningWords.has(form);

/**
 * Key under which tokens meet in any order, or null where order must hold: fewer than two words, fewer than four
 * Chinese characters, or very long names.
 */
export function unorderedKey({ forms, kinds }: Tokens): string | null {
  if (forms.length > longestBag) return null;
  let sum = 0;
  let words = 0;
  let han = 0;
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!;
    if (!countsInBag(form)) continue;
    sum = (sum + tokenHash(form)) | 0;
    if (kinds[i] === tokenKind.han) han++;
    else words++;
  }
  return isBag(words, han) ? bagKey(sum >>> 0) : null;
}

/** Two words, or three Chinese characters beside a word, or four characters. */
export const isBag = (words: number, han: number): boolean =>
  han === 0 ? words >= 2 : words > 0 ? han >= 3 : han >= 4;

/**
 * The keys under which a name is found in text: its folded tokens in order; the same without regard to order; and, when
 * the name says a salt or a pharmaceutical form, the bare substance. Names of more than `longestName` tokens have none.
 */
export const keysOfTerm: KeysOfTerm = (text, language, role) => {
  const tokens = tokenize(text);
  if (tokens.forms.length === 0 || tokens.forms.length > longestName) return [];
  const keys = [orderedKey(tokens)];
  const bag = unorderedKey(tokens);
  if (bag !== null) keys.push(bag);
  if (role === "code-title" || role === "inclusion-term") return keys;
  const bare = withoutDrugForm(tokens, language);
  if (bare !== null) keys.push(orderedKey(bare));
  return keys;
};
