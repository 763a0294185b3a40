"use client";

import { useEffect } from "react";

/** Keeps `?smiles=` in the address in step with the drawing, so that the page can be sent to a colleague. */
export function useSharedAddress(smiles: string | null): void {
  useEffect(() => {
    const address = new URL(window.location.href);
    if (smiles === address.searchParams.get("smiles")) return;
    if (smiles === null) address.searchParams.delete("smiles");
    else address.searchParams.set("smiles", smiles);
    window.history.replaceState(window.history.state, "", address);
  }, [smiles]);
}
