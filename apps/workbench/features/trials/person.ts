"use client";

import { useSyncExternalStore } from "react";

const place = "qinghao-person";
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
};

/** The name under which this browser's reader decides, signs and asks; empty until one is given. */
export function usePerson(): [string, (name: string) => void] {
  const name = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(place) ?? "",
    () => "",
  );
  return [name, setPerson];
}

function setPerson(name: string): void {
  localStorage.setItem(place, name.trim());
  for (const listener of listeners) listener();
}
