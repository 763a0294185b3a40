import { hashKey } from "../pack/hash.ts";
import { orderedKey } from "../text/keys.ts";
import { type Tokens, tokenKind } from "../text/tokens.ts";
import { candidatesOf, type Hit, type LinkScope, ranked, type Scored } from "./hits.ts";
import { sortedForms, viewTokens } from "./token-view.ts";

const joins = new Set(["and", "or", "和", "及", "与", "或"]);
const longestLeft = 3;

/**
 * "lung, breast and ovarian cancer", "胃、肠癌": the words before the joins share the head of the name after them. Answers
 * the hits for the left parts of names chosen on the right.
 */
export function coordinatedHits(scope: LinkScope, tokens: Tokens, chosen: readonly Hit[]): Hit[] {
  const found: Hit[] = [];
  // What alone decides nothing ("lung") may be a part of a name.
  const decided = chosen.filter(isDecided);
  const taken = (at: number) => decided.some((hit) => hit.from <= at && at < hit.to);
  const isNew = ({ candidates: [top] }: Hit) =>
    ![...decided, ...found].some((one) => one.candidates[0]?.number === top!.number);
  for (const { from, to } of chosen) {
    if (to - from < 2) continue;
    for (let right = from; ; ) {
      const leftEnd = joinBefore(tokens, right);
      if (leftEnd < 1 || taken(leftEnd - 1)) break;
      const hit = leftPart(scope, tokens, leftEnd, to - 1, taken, isNew);
      if (hit === null) break;
      found.push(hit);
      right = hit.from;
    }
  }
  return found;
}

export const isDecided = ({ candidates: [top] }: Hit): boolean => top?.usable === true;

/** The longest stretch of words that end at a join and are a name with the head. */
function leftPart(
  scope: LinkScope,
  tokens: Tokens,
  end: number,
  head: number,
  taken: (at: number) => boolean,
  isNew: (hit: Hit) => boolean,
): Hit | null {
  for (let from = Math.max(0, end - longestLeft); from < end; from++) {
    if (taken(from) || hasJoin(tokens, from, end)) continue;
    const hit = sharedHead(scope, tokens, from, end, head);
    if (hit !== null && isNew(hit)) return hit;
  }
  return null;
}

/** Words with a join among them are two names, but for the one region of two names in which tumours are counted. */
function hasJoin(tokens: Tokens, from: number, to: number): boolean {
  if (tokens.forms.slice(from, to).join(" ") === "head and neck") return false;
  for (let at = from + 1; at < to; at++) if (joinBefore(tokens, at) >= 0) return true;
  return joins.has(tokens.forms[from]!);
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
