import type { Code } from "../schema.ts";
import type { CsvRow } from "./rows.ts";

const standardSystems: Readonly<Record<string, string>> = {
  LOINC: "http://loinc.org",
  RxNorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  ICD10CM: "http://hl7.org/fhir/sid/icd-10-cm",
  SNOMED: "http://snomed.info/sct",
  UCUM: "http://unitsofmeasure.org",
};

/** The code that a concept id stands for; null for none, 0 ("no matching concept") and an id without a row. */
export type ConceptLookup = (id: string | undefined) => Code | null;

/** Concepts of an OMOP vocabulary by their id, as codes of the system they come from. */
export function conceptTable(rows: Iterable<CsvRow>): ConceptLookup {
  const codes = new Map<string, Code>();
  for (const row of rows) {
    const vocabulary = row.vocabulary_id ?? "";
    codes.set(row.concept_id ?? "", {
      system: standardSystems[vocabulary] ?? vocabulary,
      code: row.concept_code ?? "",
      display: row.concept_name ?? "",
    });
  }
  return (id) => (id === undefined || id === "" || id === "0" ? null : (codes.get(id) ?? null));
}

/** The codes of a row: source concept first (what was recorded), then the standard concept, then the source's own words. */
export function codesOfRow(conceptOf: ConceptLookup, row: CsvRow, stem: string): Code[] {
  const source = conceptOf(row[`${stem}_source_concept_id`]);
  const standard = conceptOf(row[`${stem}_concept_id`]);
  const written = row[`${stem}_source_value`];
  const codes = [source, standard].filter((code) => code !== null);
  const distinct = codes.filter(
    (code, place) => codes.findIndex((one) => one.system === code.system && one.code === code.code) === place,
  );
  if (distinct.length > 0 || !written) return distinct;
  return [{ system: "omop-source", code: written, display: written }];
}
