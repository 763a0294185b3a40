import type { ConceptRef } from "../criteria/ranges.schema.ts";
import { treatmentRows } from "./treatment-groups.ts";

/**
 * A group of treatments that criteria name by one word and that no single concept stands for. `isTherapy`: named for what is
 * done, not for the drugs that it is done with.
 */
export type Treatment = {
  kind: "drug" | "procedure";
  of: [ConceptRef, ...ConceptRef[]];
  en: string;
  zh: string;
  isTherapy?: true;
};

const fold = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();

const byName = new Map<string, Treatment>();
for (const [kind, ids, english, chinese] of treatmentRows) {
  const [en] = english.split("|");
  const [zh] = chinese.split("|");
  const [first, ...rest] = ids.map((id): ConceptRef => ({ id, en: en!, zh: zh! }));
  const treatment: Treatment = {
    kind: kind === "procedure" ? "procedure" : "drug",
    of: [first!, ...rest],
    en: en!,
    zh: zh!,
    ...(kind === "therapy" ? { isTherapy: true } : {}),
  };
  for (const name of [...english.split("|"), ...chinese.split("|")]) byName.set(fold(name), treatment);
}

/** The group that a whole name means; null when it is no group's name. Case, width, hyphens and spaces do not matter. */
export const treatmentNamed = (name: string): Treatment | null => byName.get(fold(name)) ?? null;

/** Every name of a group, folded, longest first: what a reader looks for in running text. */
export const treatmentNames: readonly string[] = [...byName.keys()].sort((a, b) => b.length - a.length);
