import { beforeEach, describe, expect, it } from "vitest";
import { disambiguate } from "../../src/build/disambiguate.ts";
import { addCivic } from "../../src/build/drug/civic.ts";
import { DrugFinder } from "../../src/build/drug/drug-finder.ts";
import { addDrugbank } from "../../src/build/drug/drugbank.ts";
import { addDrugMechanisms, addInteractions, addLabeledIndications } from "../../src/build/drug/facts.ts";
import { addFamplex } from "../../src/build/gene/famplex.ts";
import { addGeneDisease } from "../../src/build/gene/gene-disease.ts";
import { addHgnc, genesBySymbol } from "../../src/build/gene/hgnc.ts";
import { addPathways } from "../../src/build/gene/pathways.ts";
import { Assembly, noSharedName } from "../../src/build/index.ts";
import { addTaiwanLabs } from "../../src/build/lab/taiwan.ts";
import { addAbbreviations } from "../../src/build/own/abbreviations.ts";
import { addOwnDrugs } from "../../src/build/own/drugs.ts";
import { addOwnLabs } from "../../src/build/own/labs.ts";
import { browserRowsOf, packRowsOf } from "../../src/build/pack-rows.ts";
import { addPhenotypeAnnotations } from "../../src/build/phenotype/annotations.ts";
import { addOncopharmadb } from "../../src/build/share-alike/oncopharmadb.ts";
import { addPharmgkb } from "../../src/build/share-alike/pharmgkb.ts";
import { sourcesOf } from "./small-sources.ts";

const sources = sourcesOf({
  hgnc: {
    "genes.tsv": `
      id ; symbol ; name ; aliases ; previous ; ncbi ; uniprot ; ensembl ; locus_type
      HGNC:3236 ; EGFR ; epidermal growth factor receptor ; ERBB1, A1 ; ERBB ; 1956 ; P00533 ; ENSG1 ; protein
      HGNC:1 ; CAT ; catalase ; SHARED ; ; 847 ; P04040 ; ENSG2 ; protein
      HGNC:2 ; XYZ1 ; unknown thing ; SHARED ; ; 2 ; ; ; RNA`,
  },
  famplex: {
    "entities.tsv": "id\nERBB\nEGFR_complex",
    "names.tsv": "text ; id\nErbB receptors ; ERBB\nx ; NOWHERE",
    "relations.tsv": `
      subject_system ; subject ; relation ; object
      HGNC ; EGFR ; isa ; ERBB
      FPLX ; EGFR_complex ; partof ; ERBB`,
    "equivalences.tsv": "system ; value ; id\nNCIT ; C1 ; ERBB",
  },
  wikipathways: { "pathways.tsv": "id ; name\nWP4 ; EGFR way", "genes.tsv": "id ; ncbi\nWP4 ; 1956\nWP4 ; 99" },
  "drugbank-vocabulary": {
    "drugs.tsv": `
      id ; name ; cas ; unii ; synonyms ; inchikey
      DB09330 ; Osimertinib ; 1421373-65-0 ; 3C06JJ0Z2O ; AZD9291|Mereletinib ; DUYJMQONPNNFPI-UHFFFAOYSA-N
      DB00441 ; Gemcitabine ; ; ; ;
      DB09145 ; Water ; ; ; ;`,
  },
  "own-drugs": {
    "drugs-zh.checked.tsv": `
      inn ; zh ; aliases_zh ; brands_zh ; brands_en ; aliases_en ; codes ; atc ; class_en ; class_zh ; status
      osimertinib ; 奥希替尼 ; ; 泰瑞沙 ; Tagrisso ; ; AZD9291 ; L01EB04 ; EGFR inhibitor ; EGFR抑制剂 ; confirmed
      newdrug ; 新药 ; ; ; ; ; ; L01EB04|bad ; ; ; unconfirmed
      gemcitabine and osimertinib ; 复方 ; ; ; ; ; ; ; ; ; confirmed`,
  },
  "own-labs": {
    "labs.checked.tsv": `
      id ; en ; zh ; abbr ; aliases_en ; aliases_zh ; loinc ; unit_conventional ; unit_si ; factor ; status
      haemoglobin ; Haemoglobin ; 血红蛋白 ; Hb|HGB ; hemoglobin ; 血色素 ; 718-7 ; g/dL ; g/L ; 10 ; confirmed`,
  },
  "labs-tw-nhi": {
    "items.tsv": "code ; name_en ; name_zh_hant ; name_zh_hans\n08003C ; Hb ; 血色素檢查 ; 血色素检查",
    "loinc.tsv": `
      code ; name_zh_hant ; name_zh_hans ; loinc ; equivalence
      08003C ; 血色素檢查 ; 血色素检查 ; 718-7 ; relatedto
      99999C ; 無 ; 无 ; 1-8 ; relatedto`,
  },
  labeledin: {
    "indications.tsv":
      "drug ; disease ; labels ; expert\nGemcitabine Hydrochloride ; Lung Oddity ; 2 ; 1\nx ; y ; 1 ; 0",
  },
  mesh: { "descriptors.tsv": "id ; name ; synonyms ; trees\nD7 ; Lung Oddity ; ; C04" },
  drugmechdb: {
    "indications.tsv": `
      path ; drug ; drug_mesh ; drugbank ; disease ; disease_mesh
      p1 ; osimertinib ; MESH:D9 ; DB:DB09330 ; lung oddity ; MESH:D7`,
    "edges.tsv": `
      path ; source ; predicate ; target
      p1 ; MESH:D9 ; decreases activity of ; UniProt:P00533
      p1 ; MESH:D1 ; other ; UniProt:P04040`,
  },
  "ddi-ndfrt": {
    "interactions.tsv":
      "drug1 ; drug2 ; severity\nDB09330 ; DB00441 ; Critical\nDB00441 ; DB09330 ; Critical\nDB0 ; DB1 ; Critical",
  },
  civic: {
    "variants.tsv": "id ; gene ; ncbi ; name ; aliases\n34 ; EGFR ; 1956 ; T790M ; THR790MET",
    "evidence.tsv": `
      id ; gene ; ncbi ; variant ; variant_id ; doid ; drugs ; drug_interaction ; type ; direction ; level ; significance ; pmid ; source ; nct ; rating ; status
      965 ; EGFR ; 1956 ; T790M ; 34 ; 3908 ; Osimertinib ; ; Predictive ; Supports ; B ; Sensitivity/Response ; 25923549 ; PubMed ; NCT01802632 ; 4 ; accepted
      1 ; EGFR ; 1956 ; T790M ; 34 ; 3908 ; Osimertinib ; ; Predictive ; Supports ; B ; Resistance ; 1 ; PubMed ; ; 4 ; submitted`,
  },
  hpo: {
    "phenotype.hpoa": `
      database_id ; disease_name ; qualifier ; hpo_id ; reference ; evidence ; onset ; frequency ; sex ; modifier ; aspect ; biocuration
      OMIM:1 ; x ; ; HP:0001945 ; PMID:1 ; PCS ; ; ; ; ; P ; b
      OMIM:1 ; x ; ; HP:0001945 ; PMID:2 ; PCS ; HP:3 ; 1/2 ; ; ; P ; b
      OMIM:1 ; x ; NOT ; HP:0000002 ; PMID:2 ; PCS ; ; ; ; ; P ; b
      OMIM:9 ; unknown ; ; HP:0001945 ; PMID:2 ; PCS ; ; ; ; ; P ; b`,
    "gene-disease.tsv": "ncbi_gene_id ; gene_symbol ; disease_id\n1956 ; EGFR ; OMIM:1",
  },
  "gene-disease-hetionet": { "pairs.tsv": "doid ; ncbi ; sources\nDOID:3908 ; 1956 ; DISEASES|GWAS Catalog" },
  "own-abbreviations": {
    "abbreviations.checked.tsv": `
      abbr ; en ; zh ; kind ; concept ; status
      ORR ; objective response rate ; 客观缓解率 ; endpoint ; ; confirmed
      Hb ; haemoglobin ; 血红蛋白 ; lab ; LAB:haemoglobin ; confirmed`,
  },
  "trial-abbreviations-zh": { "abbreviations.tsv": "abbreviation ; name_en ; name_zh\nAE ; Adverse Events ; 不良事件" },
  oncopharmadb: {
    "drugs.tsv": `
      ncit ; name ; chembl ; phase ; approved ; synonyms
      C116377 ; Osimertinib ; CHEMBL3353410 ; 4 ; 2015 ; AZD-9291
      C2 ; Newmab ; CHEMBL1 ; 1 ; ; NM-001`,
    "targets.tsv": "ncit ; action ; symbol ; ensembl\nC116377 ; INHIBITOR ; EGFR ; ENSG1\nC2 ; INHIBITOR ; NONE ;",
    "indications.tsv": `
      ncit ; disease_id ; disease ; phase ; approved
      C116377 ; MONDO:0005233 ; nsclc ; 3 ; False
      C116377 ; MONDO:0005233 ; nsclc ; 4 ; True
      C2 ; EFO:1 ; nowhere ; 1 ; False`,
    "trials.tsv": "ncit ; nct ; disease_id\nC116377 ; NCT01802632 ; MONDO:0005233\nC2 ; NCT00000001 ; MONDO:0005233",
  },
  "pharmgkb-drugs": {
    "identifiers.tsv": `
      id ; name ; xref
      PA1 ; osimertinib ; atc:L01EB04
      PA1 ; osimertinib ; drugbank:DB09330
      PA1 ; osimertinib ; rxnorm:1721560`,
  },
});

let core: Assembly;
const edgesOf = (rows: Assembly, id: string) =>
  (rows.edges.get(id) ?? []).map((edge) => `${edge.predicate} ${edge.object}${edge.detail ? ` ${edge.detail}` : ""}`);
const names = (id: string) =>
  (core.terms.get(id) ?? []).map((term) => `${term.language} ${term.role} ${term.text}${term.usable ? "" : " -"}`);

beforeEach(() => {
  core = new Assembly();
  core.addConcept("MONDO:0005233", "disease", "mondo");
  core.addTerm("MONDO:0005233", "non-small cell lung carcinoma", "mondo", { role: "preferred" });
  core.addXref("MONDO:0005233", "DOID", "3908", "mondo");
  core.addXref("MONDO:0005233", "OMIM", "1", "mondo");
  core.addXref("MONDO:0005233", "MESH", "D7", "mondo");
  for (const id of ["HP:0001945", "HP:0000002"]) core.addConcept(id, "phenotype", "hpo");
  addHgnc(core, sources);
  addFamplex(core, sources, genesBySymbol(core));
  addPathways(core, sources);
  addDrugbank(core, sources);
  addOwnDrugs(core, sources, new DrugFinder(core));
  addOwnLabs(core, sources);
  addTaiwanLabs(core, sources);
  const drugs = new DrugFinder(core);
  addDrugMechanisms(core, sources);
  addLabeledIndications(core, sources, drugs);
  addInteractions(core, sources);
  addCivic(core, sources, drugs);
  addAbbreviations(core, sources);
  addPhenotypeAnnotations(core, sources);
  addGeneDisease(core, sources);
});

describe("genes", () => {
  it("have symbols, names and identifiers; short, common and shared aliases decide nothing", () => {
    expect(names("HGNC:3236")).toEqual([
      "en preferred EGFR",
      "en synonym epidermal growth factor receptor",
      "en abbreviation ERBB",
      "en abbreviation ERBB1",
      "en abbreviation A1 -",
    ]);
    expect(names("HGNC:1")).toEqual(["en preferred CAT -", "en synonym catalase -", "en abbreviation SHARED -"]);
    expect(core.xrefsOf("HGNC:3236", "UniProt")).toEqual(["P00533"]);
  });
  it("belong to families and pathways and are associated with diseases", () => {
    expect(edgesOf(core, "HGNC:3236")).toEqual(
      expect.arrayContaining([
        "member-of FPLX:ERBB relation=isa",
        "in-pathway WIKIPATHWAYS:WP4",
        "associated-with MONDO:0005233 kind=mendelian;by=OMIM",
        "associated-with MONDO:0005233 by=DISEASES,GWAS Catalog",
      ]),
    );
    expect(edgesOf(core, "FPLX:EGFR_complex")).toEqual(["member-of FPLX:ERBB relation=partof"]);
  });
});

describe("drugs", () => {
  it("have names of the vocabulary and of the own table, brands and codes", () => {
    expect(core.preferredName("DRUGBANK:DB09330", "zh-Hans")).toBe("奥希替尼");
    expect(names("DRUGBANK:DB09330")).toEqual(
      expect.arrayContaining(["en development-code AZD9291", "zh-Hans brand 泰瑞沙", "en brand Tagrisso"]),
    );
    expect(names("DRUGBANK:DB09145")).toEqual(["en preferred Water -"]);
  });
  it("that the vocabulary lacks are drugs of their own; combinations know their components", () => {
    expect(names("QHDRUG:newdrug")).toEqual(["en preferred newdrug", "zh-Hans preferred 新药 -"]);
    expect(edgesOf(core, "DRUGBANK:DB00441")).toContain(
      "member-of QHDRUG:gemcitabine-and-osimertinib relation=component",
    );
  });
  it("share an ATC code as broader and stand in a class", () => {
    expect(edgesOf(core, "ATC:L01EB04")).toEqual([
      "is-a ATC:L01EB",
      "broader DRUGBANK:DB09330 by=own-table",
      "broader QHDRUG:newdrug by=own-table",
    ]);
    expect(edgesOf(core, "ATC:L01")).toEqual(["is-a ATC:L"]);
    expect(core.unmapped).toContainEqual(expect.objectContaining({ id: "ATC:bad" }));
    expect(edgesOf(core, "DRUGBANK:DB09330")).toContain("member-of QHCLASS:egfr-inhibitor");
  });
  it("have mechanism, indication, one interaction per pair and evidence with its trial", () => {
    const edges = edgesOf(core, "DRUGBANK:DB09330");
    expect(edges).toContain("mechanism HGNC:3236 action=decreases activity of");
    expect(edges.filter((edge) => edge.startsWith("mechanism"))).toHaveLength(1);
    expect(edges).toContain("indicated-for MONDO:0005233 by=curated-path");
    expect(edges).toContain("tested-in NCT:NCT01802632");
    expect(edges.filter((edge) => edge.startsWith("evidence MONDO"))).toEqual([
      "evidence MONDO:0005233 eid=965;variant=T790M;type=Predictive;level=B;direction=Supports;significance=Sensitivity/Response;rating=4;pmid=25923549",
    ]);
    expect(edgesOf(core, "DRUGBANK:DB00441").filter((edge) => !edge.startsWith("member-of"))).toEqual([
      "indicated-for MONDO:0005233 labels=2;read-by=expert;date=2014",
      "interacts-with DRUGBANK:DB09330 severity=critical;date=2014",
    ]);
    expect(edgesOf(core, "NCT:NCT01802632")).toEqual(["studies MONDO:0005233"]);
  });
});

it("phenotypes of a disease keep frequency and onset; absent ones are left out", () =>
  expect(edgesOf(core, "MONDO:0005233")).toEqual(["has-phenotype HP:0001945 frequency=1/2;onset=HP:3;by=OMIM"]));

it("laboratory items have codes, units and the names of both sides of the strait", () => {
  expect(core.oneByXref("LOINC", "718-7", "lab")).toBe("LAB:haemoglobin");
  expect(core.xrefsOf("LAB:haemoglobin", "UnitSI")).toEqual(["g/L"]);
  expect(names("LAB:haemoglobin")).toEqual(
    expect.arrayContaining(["zh-Hans preferred 血红蛋白", "zh-Hant preferred 血色素檢查", "en abbreviation Hb"]),
  );
  expect(core.unmapped).toContainEqual(expect.objectContaining({ id: "99999C" }));
});

it("abbreviations stand on their concept, else on one of their own; unchecked ones decide nothing", () => {
  expect(names("QHTERM:objective-response-rate")).toEqual([
    "zh-Hans preferred 客观缓解率",
    "en preferred objective response rate",
    "en abbreviation ORR",
  ]);
  expect(names("QHTERM:adverse-events")).toContain("en abbreviation AE -");
});

describe("the share-alike pack", () => {
  it("adds targets, phases, trials and codes to drugs of the core", () => {
    const pack = new Assembly();
    const drugs = new DrugFinder(core);
    addOncopharmadb(pack, core, sources, drugs, genesBySymbol(core));
    addPharmgkb(pack, core, sources, drugs);
    expect(edgesOf(pack, "DRUGBANK:DB09330")).toEqual([
      "targets HGNC:3236 action=inhibitor",
      "indicated-for MONDO:0005233 phase=4;approved=yes;date=2022",
      "tested-in NCT:NCT01802632",
    ]);
    expect([...pack.concepts.keys()]).toEqual(
      expect.arrayContaining(["NCIT:C2", "NCT:NCT00000001", "ATC:L01EB04", "ATC:L"]),
    );
    expect(pack.has("NCT:NCT01802632")).toBe(false);
    const facts = { name: "share-alike", version: "1", builtFrom: "0", sources: [] };
    const concepts = packRowsOf(pack, facts, core).concepts;
    expect(
      concepts
        .filter((concept) => concept.reference)
        .map((concept) => concept.id)
        .sort(),
    ).toEqual(["DRUGBANK:DB09330", "HGNC:3236", "MONDO:0005233", "NCT:NCT01802632"]);
  });
});

it("the browser's rows hold names and is-a only", () => {
  const rows = browserRowsOf(packRowsOf(core, { name: "core", version: "1", builtFrom: "0", sources: [] }));
  expect(new Set(rows.concepts.map((concept) => concept.kind))).toEqual(
    new Set(["disease", "phenotype", "gene", "family", "drug", "lab"]),
  );
  expect(rows.concepts.some((concept) => concept.id === "HGNC:2")).toBe(false);
  expect(rows.terms.some((term) => term.language === "zh-Hant")).toBe(false);
  expect(rows.edges).toEqual([]);
});

describe("names of several concepts", () => {
  it("get the parent's name, or the id, behind them; the source's name stays", () => {
    const rows = new Assembly();
    for (const [id, parent] of [
      ["A", "X"],
      ["B", "Y"],
      ["C", "Y"],
    ] as const) {
      rows.addConcept(`DOID:${id}`, "disease", "doid");
      rows.addTerm(`DOID:${id}`, "cyst", "doid", { role: "preferred" });
      rows.addConcept(`DOID:${parent}`, "disease", "doid");
      rows.addTerm(`DOID:${parent}`, `organ ${parent}`, "doid", { role: "preferred" });
      rows.addEdge(`DOID:${id}`, "is-a", `DOID:${parent}`, "doid");
    }
    expect(disambiguate(rows, "qinghao")).toBe(3);
    expect(["A", "B", "C"].map((id) => rows.preferredName(`DOID:${id}`))).toEqual([
      "cyst (organ X)",
      "cyst (organ Y)",
      "cyst (DOID:C)",
    ]);
    expect(rows.terms.get("DOID:A")?.[0]).toMatchObject({
      text: "cyst",
      role: "synonym",
      source: "doid",
      usable: true,
    });
    expect(noSharedName(rows)).toEqual([]);
  });
  it("stay with the spine", () => {
    const rows = new Assembly();
    for (const id of ["MONDO:1", "ONCOTREE:T"]) {
      rows.addConcept(id, "disease", "x");
      rows.addTerm(id, "tumor", "x", { role: "preferred" });
    }
    disambiguate(rows, "qinghao");
    expect([rows.preferredName("MONDO:1"), rows.preferredName("ONCOTREE:T")]).toEqual(["tumor", "tumor (ONCOTREE:T)"]);
  });
});
