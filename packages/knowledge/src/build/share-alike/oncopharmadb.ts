import { type Assembly, type NameIndex, oneByName } from "../assembly.ts";
import { addTrial } from "../drug/civic.ts";
import type { DrugFinder } from "../drug/drug-finder.ts";
import { isAbbreviation, isDevelopmentCode } from "../label-key.ts";
import { listOf, rowsOf, type Sources } from "../source-tables.ts";

const source = "oncopharmadb";

/**
 * Cancer drugs with action, target, disease, phase and trials (2022). Drugs of the core are found by name; the others are
 * concepts of this pack under their NCI Thesaurus id.
 */
export function addOncopharmadb(
  pack: Assembly,
  core: Assembly,
  sources: Sources,
  drugs: DrugFinder,
  genes: ReadonlyMap<string, string>,
): void {
  const drugOf = new Map<string, string>();
  for (const row of rowsOf(sources, source, "drugs.tsv", ["ncit", "name", "chembl", "phase", "synonyms"])) {
    const names = [row.name, ...listOf(row.synonyms)];
    const found = drugs.find(row.name) ?? oneOf(names.map((name) => (name.length > 5 ? drugs.find(name) : undefined)));
    const concept = found ?? `NCIT:${row.ncit}`;
    drugOf.set(row.ncit, concept);
    if (found === undefined) {
      pack.addConcept(concept, "drug", source);
      pack.addTerm(concept, row.name, source, { role: "preferred" });
    }
    pack.addXref(concept, "NCIT", row.ncit, source);
    if (row.chembl !== "") pack.addXref(concept, "ChEMBL", row.chembl, source);
    for (const name of names) {
      const isKnown = core.terms.get(concept)?.some((term) => term.text.toLowerCase() === name.toLowerCase());
      const role = isDevelopmentCode(name) ? "development-code" : isAbbreviation(name) ? "abbreviation" : "synonym";
      if (!isKnown) pack.addTerm(concept, name, source, { role, usable: name.length > 3 });
    }
  }
  for (const { ncit, action, symbol, ensembl } of rowsOf(sources, source, "targets.tsv", [
    "ncit",
    "action",
    "symbol",
    "ensembl",
  ])) {
    const gene = core.oneByXref("Ensembl", ensembl, "gene") ?? genes.get(symbol);
    const drug = drugOf.get(ncit);
    if (gene === undefined || drug === undefined) pack.report(source, symbol || ncit, ncit, "no approved gene symbol");
    else pack.addEdge(drug, "targets", gene, source, `action=${action.toLowerCase().replaceAll("_", " ")}`);
  }
  const diseases = new DiseaseFinder(core);
  const best = new Map<string, { drug: string; disease: string; phase: number; approved: boolean }>();
  for (const row of rowsOf(sources, source, "indications.tsv", [
    "ncit",
    "disease_id",
    "disease",
    "phase",
    "approved",
  ])) {
    const drug = drugOf.get(row.ncit);
    const disease = diseases.find(row.disease_id, row.disease);
    if (drug === undefined || disease === undefined) {
      pack.report(source, row.disease_id, row.disease, "no Mondo disease of this id or name");
      continue;
    }
    const key = `${drug} ${disease}`;
    const known = best.get(key);
    const phase = Math.max(Number(row.phase) || 0, known?.phase ?? 0);
    best.set(key, { drug, disease, phase, approved: (known?.approved ?? false) || row.approved === "True" });
  }
  for (const { drug, disease, phase, approved } of best.values()) {
    const predicate = approved ? "indicated-for" : "tested-in";
    pack.addEdge(drug, predicate, disease, source, `phase=${phase};approved=${approved ? "yes" : "no"};date=2022`);
  }
  for (const { ncit, nct, disease_id } of rowsOf(sources, source, "trials.tsv", ["ncit", "nct", "disease_id"])) {
    const drug = drugOf.get(ncit);
    if (drug === undefined || !/^NCT\d{8}$/.test(nct)) {
      pack.report(source, nct, ncit, "not a trial id, or no drug");
      continue;
    }
    const trial = core.has(`NCT:${nct}`) ? `NCT:${nct}` : addTrial(pack, nct, source);
    pack.addEdge(drug, "tested-in", trial, source);
    const disease = diseases.find(disease_id, "");
    if (disease !== undefined) pack.addEdge(trial, "studies", disease, source);
  }
}

/** The one value that all found ones agree on. */
function oneOf(found: readonly (string | undefined)[]): string | undefined {
  const distinct = new Set(found.filter((one) => one !== undefined));
  return distinct.size === 1 ? [...distinct][0] : undefined;
}

/** Diseases by the ids of EFO, Mondo and Orphanet as Open Targets uses them, else by an equal name. */
class DiseaseFinder {
  readonly #core: Assembly;
  readonly #labels: NameIndex;
  readonly #names: NameIndex;
  readonly #known = new Map<string, string>();

  constructor(core: Assembly) {
    this.#core = core;
    const isMondo = (id: string) => id.startsWith("MONDO:");
    this.#labels = core.nameIndex(
      ["disease"],
      (term) => isMondo(term.concept) && term.language === "en" && term.role === "preferred",
    );
    this.#names = core.nameIndex(["disease"], (term) => isMondo(term.concept) && term.language === "en" && term.usable);
  }

  find(id: string, name: string): string | undefined {
    const cached = this.#known.get(id);
    if (cached !== undefined) return cached;
    const [system, value] = id.split(":");
    const found =
      system === "MONDO" || system === "HP"
        ? this.#core.has(id)
          ? id
          : undefined
        : (this.#core.oneByXref(system!, value!, "disease") ??
          oneByName(this.#labels, name) ??
          oneByName(this.#names, name));
    if (found !== undefined) this.#known.set(id, found);
    return found;
  }
}
