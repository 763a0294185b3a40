import { writeFile } from "node:fs/promises";
import { addSearchIndex, keysOfTerm, type PackRows, writePack } from "@qinghao/knowledge";
import { packFileOf } from "@qinghao/knowledge/node";

const mondo = { source: "mondo" };
const preferred = { role: "preferred" as const, usable: true, ...mondo };

const rows: PackRows = {
  name: "core",
  version: "test",
  builtFrom: "test",
  sources: [
    {
      id: "mondo",
      title: "Mondo Disease Ontology",
      version: "1",
      date: "2026-11-22",
      licence: "CC-BY-4.0",
      licenceClass: "G",
      url: "https://example.org/mondo",
      attribution: "Mondo",
    },
  ],
  concepts: [
    { id: "MONDO:0005138", kind: "disease", ...mondo },
    { id: "MONDO:0005233", kind: "disease", ...mondo },
    { id: "DRUGBANK:DB00317", kind: "drug", ...mondo },
    { id: "ICD10CM:C34", kind: "code", ...mondo },
    { id: "ICD10CM:C34.9", kind: "code", ...mondo },
    { id: "ICD10CM:C39", kind: "code", ...mondo },
  ],
  terms: [
    { concept: "MONDO:0005138", text: "lung carcinoma", language: "en", ...preferred },
    { concept: "MONDO:0005138", text: "肺癌", language: "zh-Hans", ...preferred },
    { concept: "MONDO:0005233", text: "non-small cell lung carcinoma", language: "en", ...preferred },
    { concept: "MONDO:0005233", text: "非小细胞肺癌", language: "zh-Hans", ...preferred },
    { concept: "DRUGBANK:DB00317", text: "Gefitinib", language: "en", ...preferred },
    { concept: "DRUGBANK:DB00317", text: "吉非替尼", language: "zh-Hans", ...preferred },
    { concept: "ICD10CM:C34", text: "Malignant neoplasm of bronchus and lung", language: "en", ...preferred },
    { concept: "ICD10CM:C34.9", text: "Malignant neoplasm of lung, unspecified", language: "en", ...preferred },
    { concept: "ICD10CM:C39", text: "Other respiratory neoplasms", language: "en", ...preferred },
  ],
  edges: [
    { subject: "MONDO:0005233", predicate: "is-a", object: "MONDO:0005138", ...mondo },
    { subject: "ICD10CM:C34.9", predicate: "is-a", object: "ICD10CM:C34", ...mondo },
    { subject: "ICD10CM:C34", predicate: "exact", object: "MONDO:0005138", ...mondo },
    { subject: "ICD10CM:C39", predicate: "broader", object: "MONDO:0005138", ...mondo },
  ],
  xrefs: [{ concept: "MONDO:0005233", system: "MESH", value: "D002289", ...mondo }],
};

/** A core pack of six concepts, as a build writes it. */
export const writeConceptPack = (folder: string): Promise<void> =>
  writeFile(packFileOf(folder, "core"), addSearchIndex(writePack(rows, keysOfTerm)));
