"use client";

import type { Range, VirtualItem } from "@tanstack/react-virtual";
import { useCallback, useRef } from "react";
import { assignSlots, rowsToDraw, type Slot } from "./row-slots.ts";

/** The elements that the rows in view are drawn in, see `assignSlots`. */
export function useRowSlots(items: readonly VirtualItem[], isScrolling: boolean): readonly Slot<VirtualItem>[] {
  const order = useRef<readonly number[]>([]);
  const slots = assignSlots(items, order.current, isScrolling);
  order.current = slots.map(({ slot }) => slot);
  return slots;
}

/** Chooses the rows to draw for the virtualizer, see `rowsToDraw`. */
export function useRowsToDraw(rowHeight: number): (range: Range) => number[] {
  const most = useRef({ rowHeight, rows: 0 });
  return useCallback(
    (range) => {
      const seen = most.current.rowHeight === rowHeight ? most.current.rows : 0;
      most.current = { rowHeight, rows: Math.max(seen, range.endIndex - range.startIndex + 1) };
      return rowsToDraw(range, most.current.rows);
    },
    [rowHeight],
  );
}
