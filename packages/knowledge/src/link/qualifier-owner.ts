import type { Tokens } from "../text/tokens.ts";
import type { Mention } from "./mention.ts";
import type { QualifierSpan } from "./qualifiers.ts";

type Span = { from: number; to: number };

/** A comma or full stop between a qualifier and a name counts as this many words. */
const breakCost = 6;
const farthest = 12;

/**
 * Gives each qualifier to the mention that it stands in or nearest to; a tie goes to the name that follows. Qualifiers that
 * are part of a recognised name stay with the name; those far from any name are left out.
 */
export function assignQualifiers(
  tokens: Tokens,
  spans: readonly Span[],
  mentions: Mention[],
  qualifiers: readonly QualifierSpan[],
): void {
  for (const { from, to, kind } of qualifiers) {
    let nearest = -1;
    let least = farthest;
    for (const [index, span] of spans.entries()) {
      const distance = distanceOf(tokens, span, from, to);
      if (kind === "negation" && span.from < to) continue;
      if (distance < least) {
        least = distance;
        nearest = index;
      }
    }
    if (nearest < 0) continue;
    const mention = mentions[nearest]!;
    const start = tokens.starts[from]!;
    const end = tokens.ends[to - 1]!;
    if (isPartOfName(mention, spans[nearest]!, tokens, from, to)) continue;
    mention.qualifiers.push({ kind, text: tokens.text.slice(start, end), start, end });
    if (start >= mention.start && end <= mention.end && !mention.normalisedBy.includes("qualifier")) {
      mention.normalisedBy.push("qualifier");
    }
  }
  for (const mention of mentions) mention.qualifiers.sort((a, b) => a.start - b.start);
}

function distanceOf(tokens: Tokens, span: Span, from: number, to: number): number {
  if (span.from <= from && to <= span.to) return 0;
  const isBefore = to <= span.from;
  const gapStart = isBefore ? to : span.to;
  const gapEnd = isBefore ? span.from : from;
  if (gapEnd < gapStart) return 0;
  const between = tokens.text.slice(tokens.ends[gapStart - 1]!, tokens.starts[gapEnd] ?? tokens.text.length);
  const breaks = (between.match(/[,;，；。、]|\.\s|\n/g) ?? []).length;
  return gapEnd - gapStart + breaks * breakCost + (isBefore ? 0.4 : 0.5);
}

/** Whether the recognised name itself says the qualifier, so that saying it again would count it twice. */
function isPartOfName(mention: Mention, span: Span, tokens: Tokens, from: number, to: number): boolean {
  if (from < span.from || to > span.to) return false;
  return tokens.forms.slice(from, to).every((form) => mention.matched.includes(form));
}
