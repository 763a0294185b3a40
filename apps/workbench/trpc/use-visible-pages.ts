"use client";

import { useCallback, useState } from "react";

export const pageSize = 100;

/** Which pages of a long list are in view. Give `onVisibleRows` to the table, load `pages`, read a row by `rowIn`. */
export function useVisiblePages() {
  const [span, setSpan] = useState({ first: 0, last: 0 });
  const onVisibleRows = useCallback((from: number, to: number) => {
    const next = { first: Math.floor(from / pageSize), last: Math.floor(to / pageSize) };
    setSpan((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  return {
    pages: Array.from({ length: span.last - span.first + 1 }, (_, index) => span.first + index),
    onVisibleRows,
    /** The row at an index of the whole list, undefined while its page is not loaded. */
    rowIn: <Row>(loaded: readonly { data?: { rows: readonly Row[] } }[], index: number): Row | undefined =>
      loaded[Math.floor(index / pageSize) - span.first]?.data?.rows[index % pageSize],
  };
}
