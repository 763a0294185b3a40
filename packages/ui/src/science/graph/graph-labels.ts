import type { Point } from "./graph-layout.ts";

/** What wants to be written beside a node, on-screen pixels relative to the drawing's centre. */
export type LabelWish = Point & {
  id: string;
  text: string;
  /** Radius of the node's shape. */
  radius: number;
  /** Who is written first where there is no room for all. */
  priority: number;
};
export type PlacedLabel = Point & { id: string; text: string; anchor: "start" | "middle" | "end" };

export type Box = { left: number; right: number; top: number; bottom: number };

export const labelSize = 11;
const lineHeight = 13;
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
 * place right of, left of, below or above its node; one that finds none is left out.
 */
export function placeLabels(wishes: readonly LabelWish[], obstacles: readonly Box[], widest = 132): PlacedLabel[] {
  const taken = new BoxGrid();
  for (const box of obstacles) taken.add(box);
  for (const { x, y, radius } of wishes)
    taken.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  const placed: PlacedLabel[] = [];
  const byPriority = [...wishes].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  for (const { id, text, x, y, radius } of byPriority) {
    const shown = fitText(text, widest);
    const width = textWidth(shown);
    const gap = radius + 4;
    const places: (Point & { anchor: PlacedLabel["anchor"]; left: number })[] = [
      { x: x + gap, y, anchor: "start", left: x + gap },
      { x: x - gap, y, anchor: "end", left: x - gap - width },
      { x, y: y + gap + lineHeight / 2, anchor: "middle", left: x - width / 2 },
      { x, y: y - gap - lineHeight / 2, anchor: "middle", left: x - width / 2 },
    ];
    if (x < 0) places.splice(0, 2, places[1]!, places[0]!);
    for (const place of places) {
      const box = {
        left: place.left - margin,
        right: place.left + width + margin,
        top: place.y - lineHeight / 2,
        bottom: place.y + lineHeight / 2,
      };
      if (taken.isHit(box)) continue;
      taken.add(box);
      placed.push({ id, text: shown, x: place.x, y: place.y, anchor: place.anchor });
      break;
    }
  }
  return placed;
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
