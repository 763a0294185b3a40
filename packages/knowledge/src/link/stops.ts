import { orderedKey } from "../text/keys.ts";
import type { Tokens } from "../text/tokens.ts";
import type { Mention } from "./mention.ts";
import { longestStop, stopReason } from "./stop-list.ts";

/** Stop-list words among the tokens that no name took: longest first, generic words left out. */
export function findStops(tokens: Tokens, isFree: (at: number) => boolean): Mention[] {
  const found: Mention[] = [];
  const count = tokens.forms.length;
  for (let from = 0; from < count; ) {
    let used = 1;
    for (let to = Math.min(count, from + longestStop); to > from; to--) {
      const key = orderedKey(tokens, from, to);
      const stop = stopReason(key);
      if (stop === undefined || stop === "generic") continue;
      let free = true;
      for (let at = from; at < to; at++) free &&= isFree(at);
      if (!free) continue;
      found.push({
        start: tokens.starts[from]!,
        end: tokens.ends[to - 1]!,
        matched: key,
        concept: null,
        candidates: [],
        score: 1,
        qualifiers: [],
        normalisedBy: ["stop-list"],
        stop,
      });
      used = to - from;
      break;
    }
    from += used;
  }
  return found;
}

const imitates = /^\s*(?:\(?\s*(?:for|of|to|matching|matched to|resembling|identical to)\b|匹配|模拟)/i;
const endsPhrase = /[;+；。]|\bplus\b|\bwith\b|\bor\b/i;
const beforePlacebo =
  /^[\s®™]*(?:\d[\d.]*\s*(?:mg|mcg|µg|g|ml|%)\s*)?(?:matching |matched |tablets? |capsules? |injection )?$|^(?:模拟剂?|片|胶囊|注射液)?$/i;

/**
 * "placebo for X", "placebo matching X", "X placebo": X is what the placebo looks like, not what is given. Such names keep
 * their place and candidates but answer no concept.
 */
export function imitatedAsPlacebo(text: string, mentions: readonly Mention[], stops: readonly Mention[]): Mention[] {
  const placebos = stops.filter(({ stop, matched }) => stop === "placebo" && /placebo|安慰剂|模拟剂/.test(matched));
  if (placebos.length === 0) return [...mentions];
  const leading = placebos.filter(({ end }) => imitates.test(text.slice(end)));
  const imitated = new Set<number>();
  for (let at = mentions.length - 1; at >= 0; at--) {
    const { start, end } = mentions[at]!;
    const before = leading.findLast((one) => one.end <= start);
    const isNamedAfter = before !== undefined && !endsPhrase.test(text.slice(before.end, start));
    const isBefore = placebos.some((one) => one.start >= end && beforePlacebo.test(text.slice(end, one.start)));
    const next = mentions[at + 1];
    const isListed = next !== undefined && imitated.has(at + 1) && /^\s*\/\s*$/.test(text.slice(end, next.start));
    if (isNamedAfter || isBefore || isListed) imitated.add(at);
  }
  return mentions.map((mention, at) =>
    imitated.has(at) ? { ...mention, concept: null, stop: "placebo" as const } : mention,
  );
}
