/**
 * Names under which sources write their code systems (FHIR URIs and OIDs, OMOP vocabulary ids, plain names), with the
 * prefix of the ids in the knowledge pack, or the identifier system that concepts carry.
 */
export type KnownSystem = { prefix: string } | { xref: string };

const table: readonly (readonly [RegExp, KnownSystem])[] = [
  // Object identifiers of the mainland's health information standards: 3.11 diseases, 3.12 procedures.
  [/2\.16\.156\.10011\.2\.3\.3\.12$/, { prefix: "ICD9CM3" }],
  [/icd-?10-?cn|icd-?10.*(国标|国临|医保)|gb\/?t-?14396|2\.16\.156\.10011\.2\.3\.3\.11$/i, { prefix: "ICD10CN" }],
  [/icd-?10-?cm|2\.16\.840\.1\.113883\.6\.90$/i, { prefix: "ICD10CM" }],
  [/icd-?9-?cm-?3|icd-?9-?proc|sid\/icd-9-cm(\/procedure)?$/i, { prefix: "ICD9CM3" }],
  [/loinc|2\.16\.840\.1\.113883\.6\.1$/i, { xref: "LOINC" }],
  [/rxnorm|2\.16\.840\.1\.113883\.6\.88$/i, { xref: "RxNorm" }],
  [/\batc\b|whocc|2\.16\.840\.1\.113883\.6\.73$/i, { prefix: "ATC" }],
  [/drugbank/i, { prefix: "DRUGBANK" }],
  [/mondo/i, { prefix: "MONDO" }],
  [/human-phenotype|\bhpo?\b/i, { prefix: "HP" }],
  [/genenames|hgnc/i, { prefix: "HGNC" }],
  [/mesh/i, { xref: "MESH" }],
  [/oncotree/i, { xref: "ONCOTREE" }],
  [/ncit|nci-?thesaurus|ncimeta/i, { xref: "NCIT" }],
  [/\bomim\b/i, { xref: "OMIM" }],
  [/orpha/i, { xref: "Orphanet" }],
  [/umls/i, { xref: "UMLS" }],
  [/unii/i, { xref: "UNII" }],
  [/^qinghao$/i, { prefix: "" }],
];

/** Which system of the pack a source's system name means; null for one that the pack does not hold (SNOMED CT, a site's own). */
export function knownSystem(system: string): KnownSystem | null {
  return table.find(([name]) => name.test(system))?.[1] ?? null;
}
