"use client";

import { useSyncExternalStore } from "react";

/** The palette that the page shows now: the chosen theme or, where the system decides, what it prefers. */
export function useColourScheme(): "light" | "dark" {
  return useSyncExternalStore(subscribe, read, () => "light");
}

function read(): "light" | "dark" {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** One watch for every drawing of the page, however many rows a table shows. */
const waiting = new Set<() => void>();
let unwatch = () => {};

function subscribe(notify: () => void): () => void {
  if (waiting.size === 0) unwatch = watch();
  waiting.add(notify);
  return () => {
    waiting.delete(notify);
    if (waiting.size === 0) unwatch();
  };
}

function watch(): () => void {
  const tellAll = () => {
    for (const notify of waiting) notify();
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(tellAll);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  system.addEventListener("change", tellAll);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", tellAll);
  };
}
