import type { ConceptRef } from "@qinghao/api/schema";
import { useSyncExternalStore } from "react";
import { kindOrder } from "../kinds.ts";

const place = "qinghao-recent-concepts";
const kept = 8;
const none: readonly ConceptRef[] = [];
let read: { text: string | null; concepts: readonly ConceptRef[] } = { text: null, concepts: none };
const listeners = new Set<() => void>();

/** The concepts opened last in this browser, newest first. */
export const useRecentConcepts = (): readonly ConceptRef[] =>
  useSyncExternalStore(subscribe, recentConcepts, () => none);

export function rememberConcept({ id, kind, name }: ConceptRef): void {
  const rest = recentConcepts().filter((one) => one.id !== id);
  store([{ id, kind, name: { en: name.en, zh: name.zh } }, ...rest].slice(0, kept));
}

export const forgetConcepts = (): void => store([]);

function store(concepts: readonly ConceptRef[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(concepts));
  } catch {
    // Without storage nothing is remembered, and everything else works.
  }
  for (const tell of listeners) tell();
}

function recentConcepts(): readonly ConceptRef[] {
  let text: string | null = null;
  try {
    text = localStorage.getItem(place);
    if (text !== read.text) read = { text, concepts: parse(text) };
  } catch {
    read = { text, concepts: none };
  }
  return read.concepts;
}

function parse(text: string | null): readonly ConceptRef[] {
  const stored: unknown = text === null ? [] : JSON.parse(text);
  return Array.isArray(stored) ? stored.filter(isConceptRef) : none;
}

const isConceptRef = (value: unknown): value is ConceptRef =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string" &&
  "kind" in value &&
  kindOrder.some((kind) => kind === value.kind) &&
  "name" in value &&
  typeof value.name === "object" &&
  value.name !== null;

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
