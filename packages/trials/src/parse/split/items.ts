import type { Language } from "../language.ts";
import { foldText } from "../read/fold.ts";
import { readHeading } from "./headings.ts";
import { inlineItems } from "./inline-items.ts";
import { type Line, readLines } from "./lines.ts";

/**
 * One entry of a list of criteria. `from..to` are the words of its own, without marker and without what is nested below;
 * `end` is where its last child ends.
 */
export type Item = { from: number; to: number; end: number; children: Item[] };
export type Section = { type: "inclusion" | "exclusion"; items: Item[] };

type Open = { item: Item; indent: number; style: string | null };

/** Lines shorter than this were not broken for want of room. */
const wrapWidth = 60;

/**
 * Splits eligibility text into sections and their items: headings open sections; bullets, numbers and paragraphs open
 * items; wrapped lines belong to the item above; deeper or differently marked lists are nested. Text before any heading
 * counts as inclusion. Every place is a UTF-16 offset of `text`.
 */
export function splitCriteria(language: Language, text: string, folded = foldText(text)): Section[] {
  const sections: Section[] = [{ type: "inclusion", items: [] }];
  let stack: Open[] = [];
  let before: Line | null = null;
  for (const line of readLines(text)) {
    const heading = readHeading(language, text, folded, line);
    if (heading !== null) {
      stack = [];
      before = null;
      if (heading.sense !== "title") sections.push({ type: heading.sense, items: [] });
      if (heading.end >= line.to) continue;
      line.from = heading.end;
      line.marker = null;
    }
    if (line.from >= line.to) {
      // A marker alone on its line belongs to the paragraph below.
      before = line;
      if (line.marker !== null) stack = [];
      continue;
    }
    const section = sections[sections.length - 1]!;
    const top = stack[stack.length - 1];
    if (top !== undefined && before !== null && isContinuation(text, before, line, top)) {
      top.item.to = line.to;
      top.item.end = line.to;
    } else {
      const item: Item = { from: line.from, to: line.to, end: line.to, children: [] };
      stack = parentsOf(stack, line, text);
      const parent = stack[stack.length - 1];
      (parent?.item.children ?? section.items).push(item);
      stack.push({ item, indent: line.indent, style: line.marker?.style ?? null });
    }
    for (const open of stack) open.item.end = line.to;
    before = line;
  }
  for (const section of sections) section.items = section.items.map((item) => inlineItems(text, item));
  return sections.filter(({ items }) => items.length > 0);
}

function isContinuation(text: string, before: Line, line: Line, top: Open): boolean {
  if (line.marker !== null) return false;
  if (line.isAfterBlank) return top.style !== null && line.indent > top.indent + 1 && /^[a-z(]/.test(text[line.from]!);
  const last = text[before.to - 1]!;
  const first = text[line.from]!;
  if (/^[a-z)\]%,;.<>=≤≥&/]/.test(first)) return true;
  const tail = text.slice(Math.max(before.from, before.to - 9), before.to);
  if (
    /[,(/&<>=≤≥，、（-]$|\b(?:and|or|of|the|with|to|in|for|a|an|by|than|below|above|least|between|within|under|over)$/i.test(
      tail,
    )
  )
    return true;
  if (before.width >= wrapWidth) return !(top.style === null && /[.;:。；：]$/.test(last) && before.width < 75);
  return top.style !== null && line.indent > top.indent + 1 && !/[.;:。；：]$/.test(last);
}

/** The items that stay open above a new line. */
function parentsOf(stack: readonly Open[], line: Line, text: string): Open[] {
  const style = line.marker?.style ?? null;
  const kept = [...stack];
  if (style === null) {
    while (kept.length > 0 && !mayHold(kept[kept.length - 1]!, line, text, stack[stack.length - 1]!)) kept.pop();
    return kept;
  }
  // A list that goes on with its own marker at its own depth closes what was nested below it.
  for (let at = kept.length - 1; at >= 0; at--) {
    const open = kept[at]!;
    if (open.style === style && Math.abs(open.indent - line.indent) <= 1) return kept.slice(0, at);
  }
  while (kept.length > 0) {
    const open = kept[kept.length - 1]!;
    if (line.indent > open.indent + 1 && (open.style !== null || isIntroducing(text, open.item))) break;
    const isOtherStyle = open.style !== null && open.style !== style && line.indent >= open.indent;
    if (isOtherStyle && isSubList(open.style!, line)) break;
    if (open.style === null && isIntroducing(text, open.item) && line.indent >= open.indent && line.marker?.order === 1)
      break;
    kept.pop();
  }
  return kept;
}

/**
 * Whether a line without a marker is a member of the list that an item introduces: it is set deeper, or its marker was
 * lost behind an item that has one, or neither and the members are parted by semicolons.
 */
function mayHold(open: Open, line: Line, text: string, last: Open): boolean {
  if (!isIntroducing(text, open.item)) return false;
  if (open.indent < line.indent) return true;
  const own = { from: line.from, to: line.to };
  if (isIntroducing(text, own)) return false;
  if (open.style !== null) return true;
  return isGoingOn(text, last === open ? own : last.item);
}

type Words = Pick<Item, "from" | "to">;
const isGoingOn = (text: string, { from, to }: Words) =>
  /(?:[;；]|[;,；，]\s*(?:and|or|and\/or|或|且))\s*$/i.test(text.slice(from, to));

/** A list of another style begins below an item: a first number or letter, or bullets below numbers. */
function isSubList(above: string, line: Line): boolean {
  const { style, order } = line.marker!;
  if (order === 1) return true;
  return order === null && /[1aAi一①]/.test(above) && style !== above;
}

const isIntroducing = (text: string, item: Words) => /[:：]\s*$/.test(text.slice(item.from, item.to));

/** The items of a list with what is nested below, each on its own, in order. */
export function flattenItems(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...flattenItems(item.children)]);
}
