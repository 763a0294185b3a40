/** Code systems as the generated records name them; a reader maps them to `ICD10CN:`, `ATC:` and so on. */
export const codeSystems = {
  /** Mainland ICD-10 and ICD-9-CM-3: object identifiers of the national health information standards. */
  icd10cn: "urn:oid:2.16.156.10011.2.3.3.11",
  icd9cm3: "urn:oid:2.16.156.10011.2.3.3.12",
  icd10cm: "http://hl7.org/fhir/sid/icd-10-cm",
  icd9cm: "http://hl7.org/fhir/sid/icd-9-cm",
  atc: "http://www.whocc.no/atc",
  drugbank: "https://go.drugbank.com",
  loinc: "http://loinc.org",
  hgnc: "http://www.genenames.org/geneId",
  ajcc: "http://cancerstaging.org",
  interpretation: "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
  encounterClass: "http://terminology.hl7.org/CodeSystem/v3-ActCode",
  /** Codes that one hospital made for itself. */
  siteLab: "urn:qinghao:synthetic:lab",
  siteResult: "urn:qinghao:synthetic:result",
  siteOther: "urn:qinghao:synthetic:unknown",
  /** Things that no code system of the others names. */
  score: "urn:qinghao:score",
  status: "urn:qinghao:status",
  history: "urn:qinghao:history",
  consent: "http://terminology.hl7.org/CodeSystem/consentscope",
} as const;
