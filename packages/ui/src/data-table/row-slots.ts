/** A row in view and the number of the element that shows it. */
export type Slot<Item> = { readonly slot: number; readonly item: Item };

/**
 * Gives each row in view an element. As long as equally many rows are in view, a row keeps its element, and the element of
 * a row that left shows one that came: scrolling changes texts and pictures but makes no elements. At rest the elements
 * stand in the order of the rows, as they are read; while scrolling they stay in the order `before` that they had, since
 * moving them costs more than changing them.
 * @param items consecutive rows
 * @param before slots of the last call, in their order
 */
export function assignSlots<Item extends { readonly index: number }>(
  items: readonly Item[],
  before: readonly number[],
  isScrolling: boolean,
): Slot<Item>[] {
  const slots = items.map((item) => ({ slot: item.index % items.length, item }));
  if (!isScrolling || before.length !== items.length) return slots;
  const bySlot = new Map(slots.map((one) => [one.slot, one]));
  return before.map((slot) => bySlot.get(slot)!);
}

/**
 * The rows to draw: those in view and `overscan` on either side, always equally many.
 * @param most rows that were in view at most; half a row at each end makes it change by one while scrolling
 */
export function rowsToDraw(
  { startIndex, count, overscan }: { startIndex: number; count: number; overscan: number },
  most: number,
): number[] {
  const length = Math.min(count, most + 2 * overscan);
  const first = Math.max(0, Math.min(startIndex - overscan, count - length));
  return Array.from({ length }, (_, i) => first + i);
}
