/**
 * Fewest rows (concepts, names, relations and identifiers together) that each source must bring to the core pack: about nine
 * tenths of what it brings today, so that a column that moved or a mapping that broke is noticed.
 */
export const coreMinimum: Readonly<Record<string, number>> = {
  mondo: 224_000,
  hpo: 310_000,
  "hpo-zh": 18_900,
  doid: 10_000,
  oncotree: 1_200,
  mesh: 32_000,
  hgnc: 265_000,
  famplex: 8_100,
  wikipathways: 37_000,
  "drugbank-vocabulary": 124_000,
  "icd10cm-2026": 150_000,
  "icd10cm-zh-tw-2023": 300_000,
  "icd10-zh-mainland": 170_000,
  civic: 17_500,
  "mondo-zh-candidates": 3_000,
  "faker-healthcare-zh": 150,
  "trial-abbreviations-zh": 700,
  drugmechdb: 6_600,
  labeledin: 1_700,
  "ddi-ndfrt": 1_650,
  "gene-disease-hetionet": 5_400,
  "icd10-crosswalk": 7_500,
};

export const shareAlikeMinimum: Readonly<Record<string, number>> = {
  oncopharmadb: 150_000,
  "pharmgkb-drugs": 13_500,
  drugcentral: 14_400,
  "chembl-targets": 3_900,
};

/** The same for the project's own tables, where they are there: a newly written table joins when it has been checked. */
export const ownMinimum: Readonly<Record<string, number>> = {
  "own-abbreviations": 600,
  "own-diseases": 4_500,
  "own-drugs": 15_000,
  "own-labs": 4_000,
};
