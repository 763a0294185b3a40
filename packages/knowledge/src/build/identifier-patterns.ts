import { rowsOf, type Sources } from "./source-tables.ts";

/** Systems of identifiers in packs, with the prefix under which Bioregistry knows their pattern. */
const bioregistryPrefix: readonly (readonly [system: string, prefix: string])[] = [
  ["MONDO", "mondo"],
  ["DOID", "doid"],
  ["HP", "hp"],
  ["MESH", "mesh"],
  ["HGNC", "hgnc"],
  ["NCBIGene", "ncbigene"],
  ["Ensembl", "ensembl"],
  ["UniProt", "uniprot"],
  ["ChEMBL", "chembl.compound"],
  ["ChEMBLTarget", "chembl.target"],
  ["DRUGBANK", "drugbank"],
  ["DrugBank", "drugbank"],
  ["DrugCentral", "drugcentral"],
  ["RxNorm", "rxnorm"],
  ["CAS", "cas"],
  ["InChIKey", "inchikey"],
  ["UNII", "unii"],
  ["LOINC", "loinc"],
  ["UMLS", "umls"],
  ["NCIT", "ncit"],
  ["OMIM", "omim"],
  ["EFO", "efo"],
  ["NCT", "clinicaltrials"],
  ["ATC", "atc"],
  ["PharmGKB", "pharmgkb.drug"],
];

/** Forms of the project's own ids and of systems that Bioregistry states no usable pattern for. */
const ownPatterns: readonly (readonly [string, RegExp])[] = [
  ["ICD10CN", /^[A-Z]\d{2}(\.[\dx]\d{0,2}(x\d{3})?)?(\+[A-Z]\d{2}(\.\d)?\*)?$/],
  ["ICD10CM", /^(CH\d{2}|[A-Z][\dA-Z]{2}(-[A-Z][\dA-Z]{2})?(\.[\dA-Z]{1,4})?)$/],
  ["ICD9CM3", /^\d{2}(\.\d([\dx](\d[\dA-Zx]{1,6})?)?)?$/],
  ["ONCOTREE", /^[A-Z0-9_-]+$/],
  ["FPLX", /^[A-Za-z0-9_]+$/],
  ["WIKIPATHWAYS", /^WP\d+$/],
  ["CIVICVID", /^\d+$/],
  ["QHDRUG", /^[a-z0-9][a-z0-9-]*$/],
  ["LAB", /^[a-z0-9][a-z0-9-]*$/],
  ["QHDISEASE", /^[a-z0-9][a-z0-9-]*$/],
  ["QHTERM", /^[a-z0-9][a-z0-9-]*$/],
  ["QHCLASS", /^[a-z0-9][a-z0-9-]*$/],
];

/** What the local part of an id or identifier must look like, by system. */
export function identifierPatterns(sources: Sources): ReadonlyMap<string, RegExp> {
  const known = new Map<string, string>();
  for (const { prefix, pattern } of rowsOf(sources, "bioregistry", "prefixes.tsv", ["prefix", "pattern"])) {
    if (pattern !== "") known.set(prefix, pattern);
  }
  const patterns = new Map(ownPatterns);
  for (const [system, prefix] of bioregistryPrefix) {
    const pattern = known.get(prefix);
    if (pattern !== undefined) patterns.set(system, new RegExp(pattern));
  }
  return patterns;
}
