import type { ConceptKind } from "../../schema.ts";
import { type Assembly, oneByName } from "../assembly.ts";
import { labelKey } from "../label-key.ts";
import { listOf, rowsOf, type Sources } from "../source-tables.ts";
import type { DrugFinder } from "./drug-finder.ts";

/** Indications read from US labels (2014): drug indicated-for disease, by MeSH heading. */
export function addLabeledIndications(assembly: Assembly, sources: Sources, drugs: DrugFinder): void {
  const source = "labeledin";
  const headings = new Map(
    [...rowsOf(sources, "mesh", "descriptors.tsv", ["id", "name"])].map(({ id, name }) => [labelKey(name), id]),
  );
  const byHeading = (name: string) =>
    assembly.byXref("MESH", headings.get(labelKey(name)) ?? "").find((id) => isCondition(assembly, id));
  const diseases = assembly.nameIndex(["disease"], (term) => term.language === "en" && term.role !== "related");
  for (const { drug, disease, labels, expert } of rowsOf(sources, source, "indications.tsv", [
    "drug",
    "disease",
    "labels",
    "expert",
  ])) {
    const subject = drugs.find(drug);
    const object = byHeading(disease) ?? oneByName(diseases, disease);
    if (subject === undefined) assembly.report(source, drug, disease, "no drug of this name");
    else if (object === undefined)
      assembly.report(source, disease, drug, "no disease of this heading, or more than one");
    else
      assembly.addEdge(
        subject,
        "indicated-for",
        object,
        source,
        `labels=${labels};read-by=${expert === "1" ? "expert" : "crowd"};date=2014`,
      );
  }
}

/** DrugMechDB: drug mechanism gene (the first step of each path) and drug indicated-for disease. */
export function addDrugMechanisms(assembly: Assembly, sources: Sources): void {
  const source = "drugmechdb";
  const drugOf = new Map<string, { concept: string; nodes: Set<string> }>();
  for (const row of rowsOf(sources, source, "indications.tsv", [
    "path",
    "drug",
    "drug_mesh",
    "drugbank",
    "disease",
    "disease_mesh",
  ])) {
    const concept = `DRUGBANK:${row.drugbank.replace(/^DB:/, "")}`;
    if (assembly.kindOf(concept) !== "drug") {
      assembly.report(source, row.drugbank, row.drug, "no drug of this id");
      continue;
    }
    drugOf.set(row.path, { concept, nodes: new Set([row.drug_mesh, row.drugbank]) });
    const mesh = row.drug_mesh.replace(/^MESH:/, "");
    if (/^D\d+$/.test(mesh)) assembly.addXref(concept, "MESH", mesh, source);
    const diseases = assembly
      .byXref("MESH", row.disease_mesh.replace(/^MESH:/, ""))
      .filter((id) => isCondition(assembly, id));
    if (diseases.length === 0) assembly.report(source, row.disease_mesh, row.disease, "no disease of this id");
    for (const disease of diseases) assembly.addEdge(concept, "indicated-for", disease, source, "by=curated-path");
  }
  for (const { path, source: from, predicate, target } of rowsOf(sources, source, "edges.tsv", [
    "path",
    "source",
    "predicate",
    "target",
  ])) {
    const drug = drugOf.get(path);
    if (drug === undefined || !drug.nodes.has(from)) continue;
    const genes = assembly.byXref("UniProt", target.replace(/^UniProt:/i, ""), "gene");
    if (genes.length === 0) assembly.report(source, target, drug.concept, "no human gene with this protein");
    for (const gene of genes) assembly.addEdge(drug.concept, "mechanism", gene, source, `action=${predicate}`);
  }
}

/** Drug interactions of NDF-RT (2014), one relation per pair: a demonstration. */
export function addInteractions(assembly: Assembly, sources: Sources): void {
  const source = "ddi-ndfrt";
  const done = new Set<string>();
  for (const { drug1, drug2, severity } of rowsOf(sources, source, "interactions.tsv", [
    "drug1",
    "drug2",
    "severity",
  ])) {
    const ends = [`DRUGBANK:${drug1}`, `DRUGBANK:${drug2}`].sort() as [string, string];
    const missing = ends.find((id) => assembly.kindOf(id) !== "drug");
    if (missing !== undefined) {
      assembly.report(source, missing, severity, "no drug of this id");
      continue;
    }
    const key = ends.join(" ");
    if (done.has(key)) continue;
    done.add(key);
    assembly.addEdge(ends[0], "interacts-with", ends[1], source, `severity=${severity.toLowerCase()};date=2014`);
  }
}

/** Chinese drug names whose English name is a drug's; names with a salt are kept as such. */
export function addFakerNames(assembly: Assembly, sources: Sources, drugs: DrugFinder): void {
  const source = "faker-healthcare-zh";
  for (const { name_en, name_zh } of rowsOf(sources, source, "medicines.tsv", ["name_en", "name_zh"])) {
    const drug = drugs.find(name_en);
    if (drug === undefined) assembly.report(source, name_en, name_zh, "no drug of this name");
    else {
      const isSalt =
        /^(盐酸|硫酸|磷酸|醋酸|甲磺酸|马来酸|富马酸|酒石酸|枸橼酸|琥珀酸|苯磺酸|氢溴酸)/.test(name_zh) ||
        /[钠钾钙镁]$/.test(name_zh);
      assembly.addTerm(drug, name_zh, source, { language: "zh-Hans", role: isSalt ? "salt" : "preferred" });
    }
  }
}

/** Chinese names of symptoms whose English name is one phenotype's, or one disease's where no phenotype has it. */
export function addFakerSymptoms(assembly: Assembly, sources: Sources): void {
  const source = "faker-healthcare-zh";
  const names = (kind: ConceptKind) =>
    assembly.nameIndex(
      [kind],
      (term) => term.language === "en" && (term.role === "preferred" || term.role === "synonym"),
    );
  const [phenotypes, diseases] = [names("phenotype"), names("disease")];
  for (const { name_en, name_zh } of rowsOf(sources, source, "symptoms.tsv", ["name_en", "name_zh"])) {
    const concept = oneByName(phenotypes, name_en) ?? oneByName(diseases, name_en);
    if (concept === undefined) assembly.report(source, name_en, name_zh, "no phenotype or disease of this name");
    else assembly.addTerm(concept, name_zh, source, { language: "zh-Hans" });
  }
  for (const { name_zh, icd10cm } of rowsOf(sources, source, "diseases.tsv", ["name_zh", "icd10cm"])) {
    if (assembly.has(`ICD10CM:${icd10cm}`))
      assembly.addTerm(`ICD10CM:${icd10cm}`, name_zh, source, { language: "zh-Hans", role: "inclusion-term" });
    else assembly.report(source, icd10cm, name_zh, "code is not in ICD-10-CM");
  }
}

/** MeSH names of drugs: chemicals that equal exactly one drug by name give it their id and entry terms. */
export function addMeshDrugs(assembly: Assembly, sources: Sources, drugs: DrugFinder): void {
  for (const { id, name, synonyms, trees } of rowsOf(sources, "mesh", "descriptors.tsv", [
    "id",
    "name",
    "synonyms",
    "trees",
  ])) {
    if (!listOf(trees).some((tree) => tree.startsWith("D"))) continue;
    const known = assembly.oneByXref("MESH", id, "drug");
    const named = drugs.find(name);
    if (named === undefined || (known !== undefined && known !== named)) continue;
    assembly.addXref(named, "MESH", id, "mesh");
    for (const synonym of listOf(synonyms)) if (synonym.length > 3) assembly.addTerm(named, synonym, "mesh");
  }
}

const isCondition = (assembly: Assembly, id: string) =>
  assembly.kindOf(id) === "disease" || assembly.kindOf(id) === "phenotype";
