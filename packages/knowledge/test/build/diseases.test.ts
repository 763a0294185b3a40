import { beforeEach, describe, expect, it } from "vitest";
import { addIcd10cm } from "../../src/build/codes/icd10cm.ts";
import { addIcd10cn } from "../../src/build/codes/icd10cn.ts";
import { addClaimedCodes, addCrosswalk, addEqualTitles } from "../../src/build/codes/links.ts";
import { ConceptMap } from "../../src/build/disease/concept-map.ts";
import { addDoid } from "../../src/build/disease/doid.ts";
import { addMesh } from "../../src/build/disease/mesh.ts";
import { addMondo } from "../../src/build/disease/mondo.ts";
import { addOncotree } from "../../src/build/disease/oncotree.ts";
import { Assembly, identifierPatterns } from "../../src/build/index.ts";
import { addOwnCodes } from "../../src/build/own/code-links.ts";
import { addOwnDiseases } from "../../src/build/own/diseases.ts";
import { yieldToPreferredNames } from "../../src/build/yield-names.ts";
import { sourcesOf } from "./small-sources.ts";

const sources = sourcesOf({
  mondo: {
    "terms.tsv": `
      id ; name ; synonyms ; xrefs ; alt_ids
      MONDO:0000001 ; disease ; condition ; UMLS:C0012634 ;
      MONDO:0008903 ; lung cancer ; CA|lung cancer, susceptibility to|lung|lure ; DOID:1324|UMLS:CN2 ;
      MONDO:0005138 ; lung carcinoma ; ; DOID:3905|MESH:D1 ;
      MONDO:0005233 ; non-small cell lung carcinoma ; NSCLC ; DOID:3908|NCIT:C2926|ICD10CM:C34.9 ; MONDO:0000099
      MONDO:0005583 ; non-human animal disease ; ; ;
      MONDO:0000100 ; distemper ; ; ;
      MONDO:0000101 ; obsolete thing ; ; ;`,
    "is-a.tsv": `
      child ; parent
      MONDO:0008903 ; MONDO:0000001
      MONDO:0005138 ; MONDO:0008903
      MONDO:0005233 ; MONDO:0005138
      MONDO:0000100 ; MONDO:0005583`,
  },
  doid: {
    "terms.tsv": `
      id ; name ; synonyms ; xrefs ; alt_ids
      DOID:1324 ; lung cancer ; lung neoplasm ; ICD10CM:C34.1|ICD10CM:C34.2 ;
      DOID:77 ; rare lung thing ; ; ;`,
    "is-a.tsv": "child ; parent\nDOID:77 ; DOID:1324",
  },
  oncotree: {
    "types.tsv": `
      code ; name ; parent ; umls ; ncit
      TISSUE ; Tissue ; ; ;
      LUNG ; Lung ; TISSUE ; ;
      NSCLC ; Non-Small Cell Lung Cancer ; LUNG ; C0007131 ; C2926
      NUT ; NUT Carcinoma of the Lung ; NSCLC ; CL1 ;`,
  },
  mesh: {
    "descriptors.tsv": `
      id ; name ; synonyms ; trees
      D2289 ; Carcinoma, Non-Small-Cell Lung ; Nonsmall Cell Lung Cancer ; C04.588
      D1 ; Carcinoma of Lung ; ; C04.500
      D7 ; Lung Oddity ; ; C04.588.1
      D8 ; Biopsy ; ; E01.370
      D10 ; Diagnosis ; ; E01
      D9 ; Sheep Diseases ; ; C22.1`,
  },
  "icd10cm-2026": {
    "tabular.tsv": `
      code ; title ; parent ; inclusion ; includes ; excludes1 ; excludes2
      C34 ; Malignant neoplasm of bronchus and lung ; ; ; ; Kaposi's sarcoma of lung (C46.5-) ;
      C34.1 ; Malignant neoplasm of upper lobe ; C34 ; ; ; ;
      C34.2 ; Malignant neoplasm of middle lobe ; C34 ; ; ; ;
      C34.9 ; Non-small cell lung carcinoma, unspecified ; C34 ; Lung cancer NOS ; ; ;
      C46.5 ; Kaposi's sarcoma of lung ; ; ; ; ;
      Z99 ; Rare lung thing ; ; ; ; ;`,
  },
  "icd10cm-zh-tw-2023": {
    "titles.tsv": `
      code ; name_en ; name_zh_hant ; name_zh_hans
      C34 ; x ; 支氣管及肺惡性腫瘤 ; 支气管及肺恶性肿瘤
      C34.91 ; right ; 右側 ; 右侧
      Q00 ; nowhere ; 無 ; 无`,
  },
  "icd10-zh-mainland": {
    "diagnoses.tsv": `
      code ; name ; kind
      C34.900 ; 支气管或肺恶性肿瘤 ; base
      C34.900x001 ; 肺恶性肿瘤 ; local_extension
      C34.801 ; 肺中上叶恶性肿瘤 ; base
      A17.000+G01* ; 结核性脑膜炎 ; dagger_asterisk
      K07.200 ; 深覆?? ; base`,
    "diagnosis-map.tsv": "from ; to\nC34.999 ; C34.900\nX1 ; X2",
  },
  "icd10-crosswalk": { "pairs.tsv": "code ; icd10cm ; similarity\nC34.900 ; C34.9 ; 0.5\nC34.900 ; C99 ; 1" },
  "own-diseases": {
    "tumours.checked.tsv": `
      zh ; aliases_zh ; en ; aliases_en ; abbr ; mondo ; relation ; icd10cn ; icd10cm ; status
      肺癌 ; 支气管或肺恶性肿瘤 ; lung cancer ; lung carcinoma ; LC ; MONDO:0008903 ; exact ; C34.900 ; ; confirmed
      广泛期肺癌 ; ; extensive lung cancer ; ; ; MONDO:0008903 ; broader ; C34.900 ; ; confirmed
      疑似肺病 ; ; doubtful ; ; ; MONDO:0005138 ; exact ; C34.801 ; ; unconfirmed`,
  },
});

let rows: Assembly;
const names = (id: string) =>
  (rows.terms.get(id) ?? []).map((term) => `${term.role} ${term.text}${term.usable ? "" : " -"}`);
const links = (id: string) => (rows.edges.get(id) ?? []).map((edge) => `${edge.predicate} ${edge.object}`);

beforeEach(() => {
  rows = new Assembly(identifierPatterns(sources));
  const claims = addMondo(rows, sources);
  const map = new ConceptMap(rows, sources, (id) => id.startsWith("MONDO:"));
  claims.push(...addDoid(rows, sources, map));
  map.refresh();
  addOncotree(rows, sources, map);
  addMesh(rows, sources, map, new ConceptMap(rows, sources, () => false));
  addIcd10cm(rows, sources);
  addIcd10cn(rows, sources);
  const own = addOwnDiseases(rows, sources);
  yieldToPreferredNames(rows);
  addOwnCodes(rows, own.icd10cn);
  addClaimedCodes(rows, [...claims, ...own.icd10cm]);
  addCrosswalk(rows, sources);
  addEqualTitles(rows, "ICD10CM", "en");
});

describe("the spine of diseases", () => {
  it("uses no organ as the name of its tumour, and takes initials in small letters as a short form", () => {
    expect(names("MONDO:0008903")).toEqual(expect.arrayContaining(["synonym lung -", "abbreviation lure"]));
  });

  it("has Mondo's diseases of people and no obsolete ones", () => {
    expect([...rows.concepts.keys()].filter((id) => id.startsWith("MONDO:")).sort()).toEqual([
      "MONDO:0000001",
      "MONDO:0005138",
      "MONDO:0005233",
      "MONDO:0008903",
    ]);
    expect(links("MONDO:0005233")).toContain("is-a MONDO:0005138");
  });
  it("does not decide by names too general, of two letters, or of susceptibility", () => {
    expect(names("MONDO:0000001")).toEqual(["preferred disease -", "synonym condition -"]);
    expect(names("MONDO:0008903")).toEqual(
      expect.arrayContaining(["abbreviation CA -", "synonym lung cancer, susceptibility to -"]),
    );
  });
  it("reports identifiers of another form", () =>
    expect(rows.unmapped).toContainEqual(expect.objectContaining({ id: "UMLS:CN2", source: "mondo" })));
});

describe("other vocabularies", () => {
  it("are mapped by the id that Mondo lists", () => expect(names("MONDO:0008903")).toContain("synonym lung neoplasm"));
  it("are mapped by an identifier that both have", () => {
    expect(rows.has("ONCOTREE:NSCLC")).toBe(false);
    expect(names("MONDO:0005233")).toContain("synonym Non-Small Cell Lung Cancer");
    expect(rows.byXref("ONCOTREE", "NSCLC")).toEqual(["MONDO:0005233"]);
  });
  it("are mapped by an equal label, inverted or not", () => {
    expect(rows.byXref("MESH", "D2289")).toEqual(["MONDO:0005233"]);
    expect(rows.byXref("MESH", "D1")).toEqual(["MONDO:0005138"]);
  });
  it("are concepts of their own, below the nearest mapped one, when they are not on the spine", () => {
    expect(links("DOID:77")).toEqual(["is-a MONDO:0008903"]);
    expect(links("ONCOTREE:NUT")).toEqual(["is-a MONDO:0005233"]);
    expect(links("MESH:D7")).toEqual(["is-a MONDO:0005233"]);
    expect(rows.kindOf("MESH:D8")).toBe("procedure");
    expect([names("MESH:D8"), names("MESH:D10")]).toEqual([["preferred Biopsy"], ["preferred Diagnosis -"]]);
    expect(rows.has("MESH:D9")).toBe(false);
  });
});

describe("codes", () => {
  it("of the mainland stand in a hierarchy; a damaged title is shown and not used", () => {
    expect(links("ICD10CN:C34.900x001")).toEqual(["is-a ICD10CN:C34.900"]);
    expect(links("ICD10CN:C34.801")).toEqual(expect.arrayContaining(["is-a ICD10CN:C34.8"]));
    expect(links("ICD10CN:C34.9")).toEqual(["is-a ICD10CN:C34"]);
    expect(links("ICD10CN:A17.000+G01*")).toEqual(["is-a ICD10CN:A17.0", "is-a ICD10CN:G01"]);
    expect(names("ICD10CN:C34.9")).toEqual(["code-title 支气管或肺恶性肿瘤 -"]);
    expect(names("ICD10CN:K07.200")).toEqual(["preferred 深覆?? -"]);
    expect(rows.byXref("ICD10CNFormer", "C34.999")).toEqual(["ICD10CN:C34.900"]);
  });
  it("of ICD-10-CM have titles in three languages, seventh characters and exclusions", () => {
    expect(names("ICD10CM:C34")).toEqual([
      "preferred Malignant neoplasm of bronchus and lung",
      "preferred 支气管及肺恶性肿瘤",
      "preferred 支氣管及肺惡性腫瘤",
    ]);
    expect(links("ICD10CM:C34.91")).toEqual(["is-a ICD10CM:C34.9"]);
    expect(links("ICD10CM:C34")).toEqual(["excludes ICD10CM:C46.5"]);
    expect(rows.unmapped).toContainEqual(expect.objectContaining({ id: "ICD10CM:Q00" }));
  });
  it("that Mondo and Disease Ontology list are judged, not equated", () => {
    expect(links("ICD10CM:C34.9")).toContain("exact MONDO:0005233");
    expect(links("ICD10CM:C34.1")).toContain("narrower MONDO:0008903");
    expect(links("ICD10CM:Z99")).toEqual(["candidate DOID:77"]);
  });
  it("of the own tables are exact by title, else where the disease is coded; the category of a site follows", () => {
    expect(links("ICD10CN:C34.900")).toEqual([
      "is-a ICD10CN:C34.9",
      "exact MONDO:0008903",
      "broader QHDISEASE:extensive-lung-cancer",
      "candidate ICD10CM:C34.9",
    ]);
    expect(links("ICD10CN:C34")).toEqual(["exact MONDO:0008903"]);
    expect(links("ICD10CN:C34.801")).toContain("candidate MONDO:0005138");
  });
});

describe("the project's own names", () => {
  it("come first, and a row narrower than its Mondo disease is a disease of its own below it", () => {
    expect(rows.preferredName("MONDO:0008903", "zh-Hans")).toBe("肺癌");
    expect(links("QHDISEASE:extensive-lung-cancer")).toEqual(["is-a MONDO:0008903"]);
  });
  it("that are unconfirmed are shown and not used", () =>
    expect(names("MONDO:0005138")).toEqual(expect.arrayContaining(["preferred 疑似肺病 -", "synonym doubtful -"])));
  it("yield to another concept's preferred name", () =>
    expect(names("MONDO:0008903")).toContain("synonym lung carcinoma -"));
});
