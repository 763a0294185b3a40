"use client";

import { useCallback } from "react";
import { useQueryState } from "../../address/use-query-state.ts";

export type ChangeAddress = (changes: Readonly<Record<string, string | null>>, history?: "push" | "replace") => void;

/** The query of the address and a way to change parts of it: what is typed replaces, what is chosen adds history. */
export function useAddress(): [URLSearchParams, ChangeAddress] {
  const [query, change] = useQueryState();
  return [query, useCallback<ChangeAddress>((changes, history = "push") => change(changes, history), [change])];
}

/** A list in the address, such as `disease,drug`, without what is not known. */
export const listIn = <Item extends string>(value: string | null, known: readonly Item[]): Item[] => {
  const wanted = new Set(value?.split(",") ?? []);
  return known.filter((item) => wanted.has(item));
};
