import type { Item } from "./items.ts";
import { readMarker } from "./lines.ts";

/**
 * Splits numbering that runs inside one line ("defined as: 1) ... 2) ... 3) ...") into children. Numbers count only when
 * they begin with the first and go up by one, and when at least two stand there.
 */
export function inlineItems(text: string, item: Item): Item {
  if (item.children.length > 0) return { ...item, children: item.children.map((child) => inlineItems(text, child)) };
  const numbered = findNumbering(text, item);
  const places = numbered.length > 1 ? numbered : findDashes(text, item);
  if (places.length < 2) return item;
  const children = places.map(({ content }, index): Item => {
    const to = trimEnd(text, content, places[index + 1]?.start ?? item.to);
    return { from: content, to, end: to, children: [] };
  });
  const to = trimEnd(text, item.from, places[0]!.start);
  if (to <= item.from) return { ...item, from: item.from, to: item.from, children };
  return { ...item, to, children };
}

/** How many places that could begin a numbering are tried. */
const mostBeginnings = 8;

type Place = { start: number; content: number; style: string };

function findNumbering(text: string, item: Item): Place[] {
  const starts: (Place & { order: number })[] = [];
  for (let at = item.from; at < item.to; at++) {
    const unit = text[at]!;
    if (!/[(（\d a-e①-⑳]/i.test(unit) || unit === " ") continue;
    if (at > item.from && !/[\s:;,.：；，。、]/.test(text[at - 1]!)) continue;
    const marker = readMarker(text, at);
    if (marker === null || marker.order === null) continue;
    const isPlain = !/[)①]/.test(marker.style);
    if (isPlain && !/[:;；：.。]\s*$/.test(text.slice(Math.max(item.from, at - 6), at))) continue;
    let content = marker.end;
    while (content < item.to && /\s/.test(text[content]!)) content++;
    if (content < item.to) starts.push({ start: at, content, style: marker.style, order: marker.order });
    at = marker.end - 1;
  }
  let tried = 0;
  for (const [index, first] of starts.entries()) {
    if (first.order !== 1) continue;
    if (++tried > mostBeginnings) break;
    const run = [first];
    for (const next of starts.slice(index + 1)) {
      if (next.style === first.style && next.order === run.length + 1) run.push(next);
    }
    if (run.length >= 2) return run;
  }
  return [];
}

const dash = /(?<=[:;.)]\s{1,40}|[:;.])[-–•●](?=\s+[\p{Lu}≥≤<>])/gu;

/** Bullets that run inside a paragraph, each behind the end of a phrase. */
function findDashes(text: string, item: Item): Place[] {
  return [...text.slice(item.from, item.to).matchAll(dash)].map(({ index }) => {
    const start = item.from + index;
    let content = start + 1;
    while (content < item.to && /\s/.test(text[content]!)) content++;
    return { start, content, style: "-" };
  });
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s;,；，]/.test(text[end - 1]!)) end--;
  return end;
}
