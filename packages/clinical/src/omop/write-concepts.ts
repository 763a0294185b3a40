import type { Code } from "../schema.ts";
import { lineOf } from "./write-tables.ts";

/** Concept ids of a site's own start here; the CDM reserves the range. */
const FIRST_LOCAL_CONCEPT = 2_000_000_001;

/** Vocabulary names of the CDM by code system. */
const vocabularies: Readonly<Record<string, string>> = {
  "http://loinc.org": "LOINC",
  "http://hl7.org/fhir/sid/icd-10-cm": "ICD10CM",
  "http://hl7.org/fhir/sid/icd-9-cm": "ICD9Proc",
  "urn:oid:2.16.156.10011.2.3.3.11": "ICD10CN",
  "urn:oid:2.16.156.10011.2.3.3.12": "ICD9ProcCN",
  "http://www.whocc.no/atc": "ATC",
  "http://unitsofmeasure.org": "UCUM",
  "http://www.genenames.org/geneId": "HGNC",
  "https://go.drugbank.com": "DrugBank",
};

/** Concepts of the standardised vocabularies that rows name by id. */
const standard: readonly (readonly [id: number, name: string, domain: string, vocabulary: string, code: string])[] = [
  [8507, "MALE", "Gender", "Gender", "M"],
  [8532, "FEMALE", "Gender", "Gender", "F"],
  [9201, "Inpatient Visit", "Visit", "Visit", "IP"],
  [9202, "Outpatient Visit", "Visit", "Visit", "OP"],
  [9203, "Emergency Room Visit", "Visit", "Visit", "ER"],
  [32817, "EHR", "Type Concept", "Type Concept", "OMOP4976890"],
  [4132135, "Absent", "Meas Value", "SNOMED", "2667000"],
  [4188539, "Yes", "Meas Value", "SNOMED", "373066001"],
  [4188540, "No", "Meas Value", "SNOMED", "373067005"],
  [4171756, "<", "Meas Value Operator", "SNOMED", "276139006"],
  [4171754, "<=", "Meas Value Operator", "SNOMED", "276137008"],
  [4172704, ">", "Meas Value Operator", "SNOMED", "276138001"],
  [4171755, ">=", "Meas Value Operator", "SNOMED", "276136004"],
  [1147127, "condition_occurrence.condition_occurrence_id", "Metadata", "CDM", "CDM156"],
  [32899, "Preliminary diagnosis", "Condition Status", "Condition Status", "OMOP4976977"],
];

const conceptLine = (id: number, name: string, domain: string, vocabulary: string, code: string): string =>
  lineOf("concept", {
    concept_id: id,
    concept_name: name,
    domain_id: domain,
    vocabulary_id: vocabulary,
    concept_class_id: "Undefined",
    standard_concept: id < FIRST_LOCAL_CONCEPT ? "S" : null,
    concept_code: code,
    valid_start_date: "1970-01-01",
    valid_end_date: "2099-12-31",
  });

/** Gives every code a concept id of the local range, and remembers what CONCEPT rows are needed for it. */
export class ConceptIds {
  readonly #ids = new Map<string, { id: number; code: Code; domain: string }>();

  idOf(code: Code, domain: string): number {
    const key = `${code.system}|${code.code}`;
    const found = this.#ids.get(key);
    if (found !== undefined) return found.id;
    const id = FIRST_LOCAL_CONCEPT + this.#ids.size;
    this.#ids.set(key, { id, code, domain });
    return id;
  }

  /** CONCEPT lines: the standard ones that rows name, then the local ones in the order of their ids. */
  *lines(): Generator<string> {
    for (const row of standard) yield conceptLine(...row);
    for (const { id, code, domain } of this.#ids.values()) {
      yield conceptLine(id, code.display ?? code.code, domain, vocabularies[code.system] ?? code.system, code.code);
    }
  }
}
