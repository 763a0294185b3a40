import { writeFile } from "node:fs/promises";
import {
  addSearchIndex,
  type ConceptKind,
  type ConceptRow,
  type EdgeRow,
  KnowledgePack,
  keysOfTerm,
  type Language,
  openKnowledge,
  type PackRows,
  type SourceInfo,
  type TermRow,
  writePack,
  type XrefRow,
} from "@qinghao/knowledge";
import { packFileOf } from "@qinghao/knowledge/node";

const source = (id: string, licenceClass: SourceInfo["licenceClass"], licence: string): SourceInfo => ({
  id,
  title: `Source ${id}`,
  version: "1",
  date: "2026-11-22",
  licence,
  licenceClass,
  url: `https://example.org/${id}`,
  attribution: id,
});
const concept = (id: string, kind: ConceptKind, source = "mondo"): ConceptRow => ({ id, kind, source });
const term = (concept: string, text: string, language: Language = "en", more: Partial<TermRow> = {}): TermRow => ({
  concept,
  text,
  language,
  role: "preferred",
  source: "mondo",
  usable: true,
  ...more,
});
const edge = (subject: string, predicate: EdgeRow["predicate"], object: string, detail?: string): EdgeRow => ({
  subject,
  predicate,
  object,
  source: "mondo",
  ...(detail ? { detail } : {}),
});
const xref = (concept: string, system: string, value: string): XrefRow => ({ concept, system, value, source: "mondo" });

/** Gefitinib, PubChem CID 123631. */
export const gefitinib = {
  id: "DRUGBANK:DB00317",
  inchikey: "XGALLCVXEZPNRQ-UHFFFAOYSA-N",
  smiles: "COC1=C(C=C2C(=C1)N=CN=C2NC3=CC(=C(C=C3)F)Cl)OCCCN4CCOCC4",
};

/** A map that can be taken in at one glance; facts are true, but by far not all there are. */
const core: PackRows = {
  name: "core",
  version: "test",
  builtFrom: "test",
  sources: [source("mondo", "G", "CC-BY-4.0")],
  concepts: [
    concept("MONDO:0004992", "disease"),
    concept("MONDO:0005138", "disease"),
    concept("MONDO:0005233", "disease"),
    concept("MONDO:0005061", "disease"),
    concept("HGNC:3236", "gene"),
    concept("FPLX:ERBB", "family"),
    concept("WIKIPATHWAYS:WP4673", "pathway"),
    concept(gefitinib.id, "drug"),
    concept("DRUGBANK:DB00001", "drug"),
    concept("ICD10CM:C34", "code"),
    concept("ICD10CM:C34.9", "code"),
    concept("ATC:L01EB", "code"),
    concept("ATC:L01EB01", "code"),
    concept("LAB:haemoglobin", "lab"),
    concept("NCT:NCT00322452", "trial"),
  ],
  terms: [
    term("MONDO:0004992", "cancer"),
    term("MONDO:0005138", "lung carcinoma"),
    term("MONDO:0005138", "肺癌", "zh-Hans"),
    term("MONDO:0005233", "non-small cell lung carcinoma"),
    term("MONDO:0005233", "非小细胞肺癌", "zh-Hans"),
    term("MONDO:0005233", "NSCLC", "en", { role: "abbreviation" }),
    term("MONDO:0005061", "lung adenocarcinoma"),
    term("MONDO:0005061", "肺腺癌", "zh-Hant"),
    term("HGNC:3236", "EGFR"),
    term("FPLX:ERBB", "ERBB"),
    term("WIKIPATHWAYS:WP4673", "ErbB signaling pathway"),
    term(gefitinib.id, "Gefitinib"),
    term(gefitinib.id, "吉非替尼", "zh-Hans"),
    term(gefitinib.id, "Iressa", "en", { role: "brand" }),
    term("DRUGBANK:DB00001", "Lepirudin"),
    term("ICD10CM:C34", "Malignant neoplasm of bronchus and lung", "en", { role: "code-title" }),
    term("ICD10CM:C34.9", "Malignant neoplasm of unspecified part of bronchus or lung", "en", { role: "code-title" }),
    term("ATC:L01EB", "Epidermal growth factor receptor (EGFR) tyrosine kinase inhibitors"),
    term("ATC:L01EB01", "gefitinib", "en", { role: "code-title" }),
    term("LAB:haemoglobin", "haemoglobin"),
    term("LAB:haemoglobin", "血红蛋白", "zh-Hans"),
    term("NCT:NCT00322452", "First Line IRESSA Versus Carboplatin/Paclitaxel in Asia"),
  ],
  edges: [
    edge("MONDO:0005138", "is-a", "MONDO:0004992"),
    edge("MONDO:0005233", "is-a", "MONDO:0005138"),
    edge("MONDO:0005061", "is-a", "MONDO:0005233"),
    edge("ICD10CM:C34.9", "is-a", "ICD10CM:C34"),
    edge("ICD10CM:C34", "exact", "MONDO:0005138", "by=listed-code"),
    edge("ICD10CM:C34.9", "candidate", "MONDO:0005233", "by=equal-name"),
    edge("ATC:L01EB01", "is-a", "ATC:L01EB"),
    edge("ATC:L01EB01", "exact", gefitinib.id),
    edge("HGNC:3236", "member-of", "FPLX:ERBB", "relation=isa"),
    edge("HGNC:3236", "in-pathway", "WIKIPATHWAYS:WP4673"),
    edge("HGNC:3236", "associated-with", "MONDO:0005233", "by=curated"),
    edge(gefitinib.id, "targets", "HGNC:3236", "action=inhibitor;date=2016"),
    edge(gefitinib.id, "interacts-with", "DRUGBANK:DB00001", "severity=critical;date=2014"),
    edge(gefitinib.id, "tested-in", "NCT:NCT00322452"),
    edge("NCT:NCT00322452", "studies", "MONDO:0005233"),
  ],
  xrefs: [
    xref("HGNC:3236", "UniProt", "P00533"),
    xref(gefitinib.id, "InChIKey", gefitinib.inchikey),
    xref("LAB:haemoglobin", "LOINC", "718-7"),
    xref("MONDO:0005233", "MESH", "D002289"),
  ],
};

const shareAlike: PackRows = {
  name: "share-alike",
  version: "test",
  builtFrom: "test",
  sources: [source("drugcentral", "S", "CC-BY-SA-4.0")],
  concepts: [
    { id: gefitinib.id, kind: "drug", source: "drugcentral", reference: true },
    { id: "MONDO:0005233", kind: "disease", source: "drugcentral", reference: true },
  ],
  terms: [],
  edges: [
    {
      subject: gefitinib.id,
      predicate: "indicated-for",
      object: "MONDO:0005233",
      source: "drugcentral",
      detail: "phase=3;approved=yes",
    },
  ],
  xrefs: [],
};

const bytesOf = (rows: PackRows) => addSearchIndex(writePack(rows, keysOfTerm));

export const smallKnowledge = () => openKnowledge([core, shareAlike].map((rows) => new KnowledgePack(bytesOf(rows))));

/** Writes both packs as a build does. */
export async function writeSmallPacks(folder: string): Promise<void> {
  await writeFile(packFileOf(folder, "core"), bytesOf(core));
  await writeFile(packFileOf(folder, "share-alike"), bytesOf(shareAlike));
}

/** A star of `leaves` diseases and two genes around one disease, one of the genes known to many more. */
export function starKnowledge(leaves: number) {
  const names = Array.from({ length: leaves }, (_, n) => `MONDO:${String(n).padStart(7, "0")}`);
  const others = Array.from({ length: 600 }, (_, n) => `HP:${String(n).padStart(7, "0")}`);
  return openKnowledge([
    new KnowledgePack(
      bytesOf({
        ...core,
        concepts: [
          concept("MONDO:9999999", "disease"),
          concept("HGNC:1", "gene"),
          concept("HGNC:2", "gene"),
          ...names.map((id) => concept(id, "disease")),
          ...others.map((id) => concept(id, "phenotype")),
        ],
        terms: [],
        edges: [
          ...names.map((id) => edge(id, "is-a", "MONDO:9999999")),
          edge("HGNC:1", "associated-with", "MONDO:9999999"),
          edge("HGNC:2", "associated-with", "MONDO:9999999"),
          ...others.map((id) => edge("HGNC:2", "associated-with", id)),
        ],
        xrefs: [],
      }),
    ),
  ]);
}
