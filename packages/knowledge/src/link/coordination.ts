import { hashKey } from "../pack/hash.ts";
import { orderedKey } from "../text/keys.ts";
import { type Tokens, tokenKind } from "../text/tokens.ts";
import { candidatesOf, type Hit, type LinkScope, ranked, type Scored } from "./hits.ts";
import { sortedForms, viewTokens } from "./token-view.ts";

const joins = new Set(["and", "or", "和", "及", "与", "或"]);
const longestLeft = 3;

/**
 * "breast and ovarian cancer", "胃、肠癌": the words before the join share the head of the name after it. Answers the
 * hits for the left parts of names chosen on the right.
 */
export function coordinatedHits(scope: LinkScope, tokens: Tokens, chosen: readonly Hit[]): Hit[] {
  const found: Hit[] = [];
  const taken = (at: number) => chosen.some((hit) => hit.from <= at && at < hit.to);
  for (const right of chosen) {
    if (right.to - right.from < 2) continue;
    const head = right.to - 1;
    const leftEnd = joinBefore(tokens, right.from);
    if (leftEnd < 1 || taken(leftEnd - 1)) continue;
    for (let from = Math.max(0, leftEnd - longestLeft); from < leftEnd; from++) {
      if (taken(from)) continue;
      const hit = sharedHead(scope, tokens, from, leftEnd, head);
      if (hit === null || chosen.some((one) => one.candidates[0]?.number === hit.candidates[0]!.number)) continue;
      found.push(hit);
      break;
    }
  }
  return found;
}

/** Where the words end that a join before `right` ties to it; -1 without a join. */
function joinBefore(tokens: Tokens, right: number): number {
  if (right < 1) return -1;
  if (joins.has(tokens.forms[right - 1]!)) return right - 1;
  const gap = tokens.text.slice(tokens.ends[right - 1]!, tokens.starts[right]!);
  return /^\s*[/、,，]\s*$/.test(gap) ? right : -1;
}

function sharedHead(scope: LinkScope, tokens: Tokens, from: number, to: number, head: number): Hit | null {
  const keep = new Uint8Array(tokens.forms.length);
  for (let at = from; at < to; at++) keep[at] = 1;
  keep[head] = 1;
  const view = viewTokens(tokens, keep);
  const best = new Map<number, Scored>();
  const picked: Tokens = { ...tokens, forms: view.forms, kinds: view.kinds };
  candidatesOf(scope, view, 0, view.forms.length, hashKey(orderedKey(picked)), true, best);
  const candidates = ranked(scope, best, sortedForms(view.forms)).map((one) => ({
    ...one,
    score: one.score * 0.95,
    by: [...one.by, "coordination" as const],
  }));
  if (candidates.length === 0) return null;
  const units = (to - from) * (tokens.kinds[from] === tokenKind.han ? 3 : 6);
  return { from, to, units, key: orderedKey(picked), candidates };
}
