"use client";

import type { Criterion } from "@qinghao/trials/schema";
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { ReviewDeeds } from "./review-context.ts";
import type { ReviewState } from "./use-review.ts";

const place = "qinghao-review-keys";
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const setOn = (isOn: boolean) => {
  localStorage.setItem(place, isOn ? "on" : "off");
  for (const listener of listeners) listener();
};

type Scope = {
  review: ReviewState;
  deeds: ReviewDeeds;
  shown: readonly Criterion[];
  criteria: readonly Criterion[];
  selectedId: string | null;
  select: (id: string) => void;
};

/** Reviewing by single keys, which can be switched off; Ctrl/Cmd Z and Shift Ctrl/Cmd Z always undo and redo. */
export function useReviewKeys(scope: Scope) {
  const isOn = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(place) !== "off",
    () => true,
  );
  const latest = useRef(scope);
  latest.current = scope;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.defaultPrevented || document.querySelector("[role=dialog]") !== null) return;
      if (perform(event, latest.current, isOn)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isOn]);
  return { isOn, setOn };
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select, [role=listbox], [role=menu]") !== null;
}

function perform(event: KeyboardEvent, scope: Scope, isOn: boolean): boolean {
  const { review, deeds, shown, criteria, selectedId, select } = scope;
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey && key === "z") {
    if (event.shiftKey) review.redo();
    else review.undo();
    return true;
  }
  if (!isOn || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (key === "u") {
    review.undo();
    return true;
  }
  const one = criteria.find(({ id }) => id === selectedId);
  if (key === "j" || key === "k") {
    const target = neighbour(shown, criteria, selectedId, key === "j" ? 1 : -1);
    if (target !== undefined) select(target.id);
    return true;
  }
  if (key === "escape" && deeds.mode !== null) {
    deeds.setMode(null);
    return true;
  }
  if (one === undefined) return false;
  if (key === "a") {
    const after = neighbour(shown, criteria, one.id, 1);
    deeds.accept(one);
    if (after !== undefined && deeds.person !== "") select(after.id);
    return true;
  }
  if (key === "e") deeds.setMode("edit");
  else if (key === "n") deeds.markNotComputable(one);
  else return false;
  return true;
}

/** The next shown criterion in a direction, also where the selected one is not shown any more. */
function neighbour(
  shown: readonly Criterion[],
  criteria: readonly Criterion[],
  id: string | null,
  step: 1 | -1,
): Criterion | undefined {
  const order = new Map(criteria.map((one, at) => [one.id, at]));
  const here = id === null ? (step === 1 ? -1 : criteria.length) : (order.get(id) ?? -1);
  const beyond = shown.filter((one) => Math.sign(order.get(one.id)! - here) === step);
  return step === 1 ? beyond[0] : beyond.at(-1);
}
