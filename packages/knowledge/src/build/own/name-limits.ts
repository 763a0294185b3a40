import type { Assembly } from "../assembly.ts";
import { labelKey } from "../label-key.ts";
import type { Sources } from "../source-tables.ts";
import { ownRows } from "./own-rows.ts";

const source = "own-abbreviations";
const longestShortForm = 6;

/**
 * Names that stay shown and decide nothing: in clinical text they mean something else than the concept that has them ("BP" is
 * not bullous pemphigoid), as the project's table says row by row with its reason. "*" as name is every name that the row's
 * source brought, "*" as concept every concept with that English short form. A row that meets no name is reported.
 */
export function limitNames(assembly: Assembly, sources: Sources): void {
  const everywhere = new Map<string, number>();
  for (const { cell } of ownRows(sources, source, "name-limits.checked.tsv")) {
    const [name, from, concept] = [cell("name"), cell("source"), cell("concept")];
    const key = labelKey(name);
    if (concept === "*") {
      everywhere.set(key, 0);
      continue;
    }
    const limited = (assembly.terms.get(concept) ?? []).filter(
      (term) => (name === "*" || labelKey(term.text) === key) && (from === "" || term.source === from),
    );
    for (const term of limited) term.usable = false;
    if (limited.length === 0) assembly.report(source, concept, name, "no such name to limit");
  }
  for (const term of everywhere.size === 0 ? [] : assembly.termRows()) {
    if (term.language !== "en" || term.text.length > longestShortForm) continue;
    const key = labelKey(term.text);
    const met = everywhere.get(key);
    if (met === undefined) continue;
    term.usable = false;
    everywhere.set(key, met + 1);
  }
  for (const [key, met] of everywhere) if (met === 0) assembly.report(source, "*", key, "no such name to limit");
}
