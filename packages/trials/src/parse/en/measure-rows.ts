import type { ScoreName } from "../../criteria/leaf.schema.ts";
import type { LexiconRow } from "../language.ts";

/** Phrases for a clinical score. */
export const score = (phrases: string, name: ScoreName): LexiconRow => [
  phrases,
  { type: "measure", measure: { of: "score", score: name } },
];

/** Phrases for a laboratory item of the knowledge pack, with its names. */
export const lab = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "measure", measure: { of: "lab", item: { id: `LAB:${id}`, en, zh } } },
];

/** Phrases for a scale that has no leaf: its numbers are kept from being taken for another's. */
export const other = (phrases: string, name: string): LexiconRow => [
  phrases,
  { type: "measure", measure: { of: "other", name } },
];
