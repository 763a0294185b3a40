import type { Point } from "./graph-layout.ts";

/** What wants to be written beside a node, on-screen pixels relative to the drawing's centre. */
export type LabelWish = Point & {
  id: string;
  text: string;
  /** Radius of the node's shape. */
  radius: number;
  /** Who is written first where there is no room for all. */
  priority: number;
  /** Written even over a node where no place is free. */
  isCertain?: boolean;
};
export type PlacedLabel = Point & { id: string; text: string; anchor: "start" | "middle" | "end" };

export type Box = { left: number; right: number; top: number; bottom: number };

export const labelSize = 11;
const lineHeight = 13;
const everywhere: Box = { left: -1e9, right: 1e9, top: -1e9, bottom: 1e9 };
const isInside = (box: Box, room: Box): boolean =>
  box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;

/** Room kept free around each label. */
const margin = 2;

/** Width of a text in pixels, near enough for placing: Chinese characters are square, Latin letters about half. */
export function textWidth(text: string, size = labelSize): number {
  let width = 0;
  for (const character of text)
    width += /[\u2e80-\uffff]/u.test(character) ? 1 : /[A-Z0-9MWmw]/.test(character) ? 0.66 : 0.53;
  return width * size;
}

/** The text cut to a width, with an ellipsis. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Chooses and places labels so that none covers another, a node or an obstacle: each, by priority, takes the first free
 * place right of, left of, below or above its node, cut shorter where only that fits; one that finds none is left out.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Box[],
  { within = everywhere, widths = [132, 84] }: { within?: Box; widths?: readonly number[] } = {},
): PlacedLabel[] {
  const taken = new BoxGrid();
  for (const box of obstacles) taken.add(box);
  for (const { x, y, radius } of wishes)
    taken.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  const placed: PlacedLabel[] = [];
  const byPriority = [...wishes].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  for (const wish of byPriority) {
    const places = widths.flatMap((width) => placesFor(wish, fitText(wish.text, width)));
    const free = places.find(({ box }) => isInside(box, within) && !taken.isHit(box));
    const found = free ?? (wish.isCertain === true ? places[2] : undefined);
    if (found === undefined) continue;
    taken.add(found.box);
    placed.push(found.label);
  }
  return placed;
}

/** The four places of a label, the outer side first. */
function placesFor({ id, x, y, radius }: LabelWish, text: string): { label: PlacedLabel; box: Box }[] {
  const width = textWidth(text);
  const gap = radius + 4;
  const at = (anchor: PlacedLabel["anchor"], labelX: number, labelY: number, left: number) => ({
    label: { id, text, x: labelX, y: labelY, anchor },
    box: {
      left: left - margin,
      right: left + width + margin,
      top: labelY - lineHeight / 2,
      bottom: labelY + lineHeight / 2,
    },
  });
  const right = at("start", x + gap, y, x + gap);
  const left = at("end", x - gap, y, x - gap - width);
  const below = y + gap + lineHeight / 2;
  const above = y - gap - lineHeight / 2;
  return [
    ...(x < 0 ? [left, right] : [right, left]),
    at("middle", x, below, x - width / 2),
    at("middle", x, above, x - width / 2),
  ];
}

/** Boxes by the squares of a grid that they touch. */
class BoxGrid {
  readonly #cells = new Map<string, Box[]>();
  static readonly side = 48;

  add(box: Box): void {
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [box]);
      else cell.push(box);
    }
  }

  isHit(box: Box): boolean {
    return cellsOf(box).some((key) => (this.#cells.get(key) ?? []).some((other) => isOverlapping(box, other)));
  }
}

export const isOverlapping = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function cellsOf({ left, right, top, bottom }: Box): string[] {
  const keys: string[] = [];
  const at = (value: number) => Math.floor(value / BoxGrid.side);
  for (let column = at(left); column <= at(right); column++)
    for (let row = at(top); row <= at(bottom); row++) keys.push(`${column} ${row}`);
  return keys;
}
