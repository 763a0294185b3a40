/** Code systems that a concept can be expanded into, with the prefix of their ids. */
export const codeSystems = {
  "icd10-cn": { prefix: "ICD10CN", xref: null },
  icd10cm: { prefix: "ICD10CM", xref: null },
  "icd9-cm3": { prefix: "ICD9CM3", xref: null },
  atc: { prefix: "ATC", xref: "ATC" },
  loinc: { prefix: "LOINC", xref: "LOINC" },
  mondo: { prefix: "MONDO", xref: "MONDO" },
  hpo: { prefix: "HP", xref: "HP" },
} as const;

export type CodeSystem = keyof typeof codeSystems;
export const codeSystemNames = Object.keys(codeSystems) as CodeSystem[];
