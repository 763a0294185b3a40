import type { TermRow } from "../pack/rows.ts";
import type { Assembly } from "./assembly.ts";

/** Systems of one kind in the order of who keeps a name that several claim. */
const spines = [
  "MONDO",
  "HP",
  "HGNC",
  "DRUGBANK",
  "LAB",
  "FPLX",
  "QHDRUG",
  "QHDISEASE",
  "DOID",
  "ONCOTREE",
  "MESH",
  "QHTERM",
];
const rankOf = (id: string): number => {
  const rank = spines.indexOf(prefixOf(id));
  return rank < 0 ? spines.length : rank;
};
const prefixOf = (id: string): string => id.slice(0, id.indexOf(":"));

/** Where preferred names must differ: within a kind, and for codes within their system. */
export function scopeOf(assembly: Assembly, id: string): string {
  const kind = assembly.kindOf(id);
  return kind === "code" || kind === "trial" ? prefixOf(id) : (kind ?? "");
}

/** Groups of concepts whose preferred name is the same in one language and scope. */
export function sharedNames(assembly: Assembly): TermRow[][] {
  const first = new Map<string, TermRow>();
  const groups = new Map<TermRow, TermRow[]>();
  for (const term of assembly.termRows()) {
    if (term.role !== "preferred") continue;
    const key = nameKey(assembly, term.concept, term.language, term.text);
    const known = first.get(key);
    if (known === undefined) first.set(key, term);
    else groups.set(known, [...(groups.get(known) ?? [known]), term]);
  }
  return [...groups.values()];
}

const nameKey = (assembly: Assembly, concept: string, language: string, text: string): string =>
  `${scopeOf(assembly, concept)}\t${language}\t${text.toLowerCase()}`;

/**
 * Gives concepts that share a preferred name one of their own: the name with the parent's name behind it, or with the id
 * where parents do not tell them apart. The source's name stays, unaltered, as a synonym or code title; the new one is the
 * project's (`source`). A spine keeps its name against vocabularies mapped onto it.
 */
export function disambiguate(assembly: Assembly, source: string): number {
  const parents = new Map<string, string>();
  for (const { subject, predicate, object } of assembly.edgeRows()) {
    if (predicate === "is-a" && !parents.has(subject)) parents.set(subject, object);
  }
  let renamed = 0;
  const taken = new Set<string>();
  for (const term of assembly.termRows()) {
    if (term.role === "preferred") taken.add(nameKey(assembly, term.concept, term.language, term.text));
  }
  for (const group of sharedNames(assembly)) {
    const best = Math.min(...group.map((term) => rankOf(term.concept)));
    const keepers = group.filter((term) => rankOf(term.concept) === best);
    const others = keepers.length === 1 ? group.filter((term) => term !== keepers[0]) : group;
    for (const term of others) {
      const isCode = assembly.kindOf(term.concept) === "code";
      const parent = parents.get(term.concept);
      const above = parent === undefined || isCode ? undefined : assembly.preferredName(parent, term.language);
      const local = term.concept.slice(term.concept.indexOf(":") + 1);
      const keyOf = (text: string) => nameKey(assembly, term.concept, term.language, text);
      const byParent = above === undefined ? undefined : withQualifier(term, above);
      const text =
        byParent !== undefined && !taken.has(keyOf(byParent))
          ? byParent
          : withQualifier(term, isCode ? local : term.concept);
      taken.add(keyOf(text));
      term.role = isCode ? "code-title" : "synonym";
      assembly.addTerm(term.concept, text, source, { language: term.language, role: "preferred", usable: false });
      renamed++;
    }
  }
  return renamed;
}

const withQualifier = ({ text, language }: TermRow, qualifier: string): string =>
  language === "en" ? `${text} (${qualifier})` : `${text}（${qualifier}）`;
