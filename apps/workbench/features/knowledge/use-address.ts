"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";

export type ChangeAddress = (changes: Readonly<Record<string, string | null>>, history?: "push" | "replace") => void;

/** The query of the address and a way to change parts of it: what is typed replaces, what is chosen adds history. */
export function useAddress(): [URLSearchParams, ChangeAddress] {
  const query = useSearchParams();
  const pathname = usePathname();
  const change = useCallback<ChangeAddress>(
    (changes, history = "push") => {
      const address = new URL(window.location.href);
      // A change that was waiting belongs to the page that it was made on.
      if (address.pathname !== pathname) return;
      for (const [key, value] of Object.entries(changes)) {
        if (value === null || value === "") address.searchParams.delete(key);
        else address.searchParams.set(key, value);
      }
      if (address.href === window.location.href) return;
      if (history === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [pathname],
  );
  return [query, change];
}

/** A list in the address, such as `disease,drug`, without what is not known. */
export const listIn = <Item extends string>(value: string | null, known: readonly Item[]): Item[] => {
  const wanted = new Set(value?.split(",") ?? []);
  return known.filter((item) => wanted.has(item));
};
