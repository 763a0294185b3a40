"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { readTableState, type TableState, writeTableState } from "../../compound-filter/table-state.ts";

export type ChangeTable = (change: Partial<TableState>, history?: "push" | "replace") => void;

/** The table's state, read from the address and written back to it. What is typed replaces, what is chosen adds history. */
export function useTableState(): [TableState, ChangeTable] {
  const query = useSearchParams();
  const state = useMemo(() => readTableState(new URLSearchParams(query)), [query]);
  const change = useCallback<ChangeTable>((part, history = "push") => {
    const address = new URL(window.location.href);
    const next = { ...readTableState(address.searchParams), ...part };
    address.search = writeTableState(next).toString();
    if (address.href === window.location.href) return;
    if (history === "push") window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  }, []);
  return [state, change];
}
