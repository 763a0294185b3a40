import { type DrugRow, englishNames, foldEnglish, listOf } from "./hand-table.ts";
import type { Sources } from "./staged-sources.ts";

/** What the free English sources say of a row. */
export type EnglishEvidence = {
  /** DrugBank id of the drug itself; empty when none is settled, and for a combination that is known by its parts only. */
  drugBankId: string;
  confirmed: boolean;
  /** Short codes of what was found, e.g. `drugbank:DB09330`. */
  found: string[];
};

/**
 * Decides a row's English side: its INN as DrugBank's preferred name, else as a synonym of one drug only (of several
 * drugs: the one whose preferred name is another name of the row), else its other English names; then MeSH; then, for a fixed combination, every part by itself. An abbreviation that DrugBank gives
 * to another drug is listed as `other:NAME=ID` and must not be linked without context.
 */
export function englishEvidence(row: DrugRow, sources: Sources): EnglishEvidence {
  const byInn = drugBankIds(row.inn, sources);
  const byAlias = new Set(listOf(row.aliases_en).flatMap((name) => [...drugBankIds(name, sources)]));
  const candidates = byInn.size > 0 ? byInn : byAlias;
  const preferred = englishNames(row).flatMap((name) => sources.drugBankNames.get(foldEnglish(name)) ?? []);
  const settled = new Set(preferred.filter((id) => candidates.has(id)));
  const ids = candidates.size > 1 && settled.size === 1 ? settled : candidates;
  if (ids.size > 1) return { drugBankId: "", confirmed: false, found: [`conflict:${[...ids].sort().join("+")}`] };
  const [id] = ids;
  if (id !== undefined) {
    const others = englishNames(row).flatMap((name) => {
      const named = drugBankIds(name, sources);
      return named.size > 0 && !named.has(id) ? [`other:${name}=${[...named].sort().join("+")}`] : [];
    });
    return { drugBankId: id, confirmed: true, found: [`drugbank:${id}`, ...others] };
  }
  const heading = englishNames(row).flatMap((name) => sources.mesh.get(foldEnglish(name)) ?? [])[0];
  if (heading !== undefined) return { drugBankId: "", confirmed: true, found: [`mesh:${heading}`] };
  const parts = partsOf(row).map((name) => drugBankIds(name, sources));
  if (parts.length > 1 && parts.every((part) => part.size === 1)) {
    const partIds = parts.flatMap((part) => [...part]);
    return { drugBankId: "", confirmed: true, found: [`drugbank-parts:${partIds.join("+")}`] };
  }
  return { drugBankId: "", confirmed: false, found: [] };
}

/** The active substances of a fixed combination, by the INN of the row ("a, b and c"); one name for a single drug. */
export const partsOf = (row: DrugRow): string[] => row.inn.split(/, | and /);

function drugBankIds(name: string, sources: Sources): Set<string> {
  const key = foldEnglish(name);
  const preferred = sources.drugBankNames.get(key);
  return preferred === undefined ? (sources.drugBankSynonyms.get(key) ?? new Set()) : new Set([preferred]);
}

/**
 * The same evidence with a DrugBank id at one row at most: of rows that share an id (forms of one substance, products of one
 * class) the one whose INN is DrugBank's preferred name keeps it; the others say `drugbank-shared:ID` and have no id.
 */
export function withoutSharedIds(
  decided: readonly { row: DrugRow; english: EnglishEvidence }[],
  sources: Sources,
): EnglishEvidence[] {
  const counts = new Map<string, number>();
  for (const { english } of decided) counts.set(english.drugBankId, (counts.get(english.drugBankId) ?? 0) + 1);
  return decided.map(({ row, english }) => {
    const id = english.drugBankId;
    if (id === "" || counts.get(id) === 1 || sources.drugBankNames.get(foldEnglish(row.inn)) === id) return english;
    const found = english.found.map((code) => (code === `drugbank:${id}` ? `drugbank-shared:${id}` : code));
    return { ...english, drugBankId: "", found };
  });
}
