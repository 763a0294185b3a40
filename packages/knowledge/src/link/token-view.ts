import { countsInBag, tokenHash } from "../text/keys.ts";
import { type Tokens, tokenKind } from "../text/tokens.ts";

/** Tokens to search, with their places among all tokens of the text: the whole text, or what stays without qualifiers. */
export type TokenView = { tokens: Tokens; forms: string[]; kinds: number[]; origin: number[]; hashes: number[] };

/** A view of the tokens for which `keep` is true; all of them without it. */
export function viewTokens(tokens: Tokens, keep?: Uint8Array): TokenView {
  const view: TokenView = { tokens, forms: [], kinds: [], origin: [], hashes: [] };
  for (let i = 0; i < tokens.forms.length; i++) {
    if (keep !== undefined && keep[i] === 0) continue;
    const form = tokens.forms[i]!;
    view.forms.push(form);
    view.kinds.push(tokens.kinds[i]!);
    view.origin.push(i);
    view.hashes.push(countsInBag(form) ? tokenHash(form) : 0);
  }
  return view;
}

/** Ordered key of a span of a view. */
export function keyOfView(view: TokenView, from: number, to: number): string {
  let key = "";
  for (let i = from; i < to; i++) {
    if (i > from && view.kinds[i] === tokenKind.number && view.kinds[i - 1] === tokenKind.number) key += "·";
    key += view.forms[i];
  }
  return key;
}

/** The counted forms of a span, sorted and joined: equal for equal words in any order. */
export function sortedForms(forms: readonly string[], from = 0, to = forms.length): string {
  const counted: string[] = [];
  for (let i = from; i < to; i++) if (countsInBag(forms[i]!)) counted.push(forms[i]!);
  return counted.sort().join(" ");
}
