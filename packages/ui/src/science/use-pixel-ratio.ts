"use client";

import { useSyncExternalStore } from "react";

/** Device pixels per CSS pixel; it changes with the zoom of the page and with the screen it is on. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribe, read, () => 1);
}

/** More than this is not seen in small pictures and costs memory. */
const most = 3;
const read = () => Math.min(most, window.devicePixelRatio);

function subscribe(notify: () => void): () => void {
  window.addEventListener("resize", notify);
  return () => window.removeEventListener("resize", notify);
}
