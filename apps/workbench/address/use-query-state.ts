"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** The query of the address, and a way to change parts of it without loading the page again. */
export function useQueryState() {
  const query = useSearchParams();
  const pathname = usePathname();
  const change = useCallback(
    (changes: Readonly<Record<string, string | null>>, history: "push" | "replace" = "replace") => {
      const address = new URL(window.location.href);
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
  return [query, change] as const;
}
