import type { Assembly } from "./assembly.ts";

/** Sources of the spines: their synonyms are theirs to state. */
const spines = new Set(["mondo", "hpo", "hpo-zh", "hgnc", "drugbank-vocabulary"]);
const kinds = new Set(["disease", "phenotype", "drug", "lab"]);

/**
 * A synonym that a vocabulary mapped onto a spine brought, and that is another concept's preferred name in the same kind and
 * language, decides nothing: "lung carcinoma" stays the carcinoma although some call every lung cancer so.
 */
export function yieldToPreferredNames(assembly: Assembly): void {
  const owners = new Map<string, string>();
  const keyOf = (concept: string, language: string, text: string) =>
    `${assembly.kindOf(concept)} ${language} ${text.toLowerCase()}`;
  for (const term of assembly.termRows()) {
    if (term.role === "preferred" && kinds.has(assembly.kindOf(term.concept) ?? ""))
      owners.set(keyOf(term.concept, term.language, term.text), term.concept);
  }
  for (const term of assembly.termRows()) {
    if (!term.usable || term.role === "preferred" || spines.has(term.source)) continue;
    const owner = owners.get(keyOf(term.concept, term.language, term.text));
    if (owner === undefined || owner === term.concept) continue;
    term.usable = false;
    assembly.report(term.source, term.concept, term.text, "name is another concept's preferred name: shown, not used");
  }
}
