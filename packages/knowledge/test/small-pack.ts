import { addSearchIndex, KnowledgePack, keysOfTerm, openKnowledge, type PackRows, writePack } from "@qinghao/knowledge";
import type { ConceptKind, Language, Predicate, TermRole } from "@qinghao/knowledge/schema";

const source = (id: string) => ({
  id,
  title: id,
  version: "1",
  date: "2026-11-22",
  licence: "CC0-1.0",
  licenceClass: "own" as const,
  url: `urn:${id}`,
  attribution: id,
});

type Name = readonly [text: string, role?: TermRole, language?: Language, usable?: boolean];
type Row = readonly [id: string, kind: ConceptKind, ...names: Name[]];

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);

/** Rows of a small pack: names without a role are synonyms, the first is preferred; the script tells the language. */
export function smallRows(
  name: string,
  rows: readonly Row[],
  edges: readonly (readonly [string, Predicate, string, string?])[],
): PackRows {
  const preferred = new Set<string>();
  return {
    name,
    version: "1",
    builtFrom: "test",
    sources: [source("own"), source("other")],
    concepts: rows.map(([id, kind]) => ({ id, kind, source: "own" })),
    terms: rows.flatMap(([concept, , ...names]) =>
      names.map(([text, role, language = isChinese(text) ? "zh-Hans" : "en", usable = true]) => {
        const key = `${concept} ${language}`;
        const first = !preferred.has(key);
        if (first) preferred.add(key);
        return {
          concept,
          text,
          language,
          role: role ?? (first ? "preferred" : "synonym"),
          source: "own",
          usable,
        } as const;
      }),
    ),
    edges: edges.map(([subject, predicate, object, detail]) => ({
      subject,
      predicate,
      object,
      source: "own",
      ...(detail === undefined ? {} : { detail }),
    })),
    xrefs: [
      { concept: "DRUGBANK:DB00441", system: "InChIKey", value: "SDUQYLNIPVEERB-QPPQHZFASA-N", source: "own" },
      { concept: "MONDO:0005233", system: "NCIT", value: "C2926", source: "own" },
      { concept: "LAB:alt", system: "LOINC", value: "1742-6", source: "own" },
    ].filter(({ concept }) => rows.some(([id]) => id === concept)),
  };
}

const rows: readonly Row[] = [
  ["MONDO:0000001", "disease", ["disease"]],
  ["MONDO:0004992", "disease", ["cancer"], ["癌"]],
  [
    "MONDO:0008903",
    "disease",
    ["lung cancer"],
    ["malignant lung neoplasm"],
    ["肺癌"],
    ["lung", "related", "en", false],
  ],
  ["MONDO:0005233", "disease", ["non-small cell lung carcinoma"], ["NSCLC", "abbreviation"], ["非小细胞肺癌"]],
  ["MONDO:0005061", "disease", ["lung adenocarcinoma"]],
  ["MONDO:0002169", "disease", ["rectum adenocarcinoma"], ["rectal adenocarcinoma"]],
  ["MONDO:0007254", "disease", ["breast cancer"], ["breast tumor"], ["乳腺癌"]],
  ["MONDO:0008170", "disease", ["ovarian cancer"]],
  ["MONDO:0005148", "disease", ["type 2 diabetes mellitus"], ["2型糖尿病"]],
  ["MONDO:0005301", "disease", ["multiple sclerosis"], ["MS", "abbreviation"]],
  ["MONDO:0005463", "disease", ["mitral stenosis"], ["MS", "abbreviation"], ["heart valve narrowing"]],
  ["MONDO:0004979", "disease", ["asthma"], ["哮喘"]],
  ["MONDO:0005812", "disease", ["influenza"], ["流行性感冒"], ["伤风", "synonym", "zh-Hans", false]],
  ["DRUGBANK:DB00441", "drug", ["Gemcitabine"], ["吉西他滨"]],
  ["DRUGBANK:DB01590", "drug", ["Everolimus"], ["RAD001", "development-code"], ["依维莫司"]],
  ["DRUGBANK:DB01229", "drug", ["Paclitaxel"], ["紫杉醇"]],
  ["DRUGBANK:DB00072", "drug", ["Trastuzumab"], ["曲妥珠单抗"]],
  ["DRUGBANK:DB14962", "drug", ["Trastuzumab deruxtecan"], ["德曲妥珠单抗", "synonym", "zh-Hans", false]],
  ["DRUGBANK:DB00331", "drug", ["Metformin"], ["盐酸二甲双胍", "salt"], ["二甲双胍"]],
  ["HGNC:12442", "gene", ["WAS"]],
  ["HGNC:3236", "gene", ["EGFR"], ["epidermal growth factor receptor"]],
  ["LAB:alt", "lab", ["alanine aminotransferase"], ["ALT", "abbreviation"], ["丙氨酸氨基转移酶"]],
  ["ICD10CM:C34", "code", ["Malignant neoplasm of bronchus and lung", "code-title"]],
  ["ICD10CM:C34.1", "code", ["Malignant neoplasm of upper lobe, bronchus or lung", "code-title"]],
  ["ICD10CM:C34.2", "code", ["Malignant neoplasm of middle lobe, bronchus or lung", "code-title"]],
  ["ICD10CM:C34.9", "code", ["Malignant neoplasm of unspecified part of bronchus or lung", "code-title"]],
  ["ICD10CM:C00-C96", "code", ["Malignant neoplasms", "code-title"]],
  ["ICD10CN:C34.100x003", "code", ["左肺上叶恶性肿瘤", "code-title"]],
  ["ICD10CN:C34.900", "code", ["支气管或肺恶性肿瘤", "code-title"]],
  ["ICD10CN:A17.000+G01*", "code", ["结核性脑膜炎", "code-title"]],
  ["ICD10CN:A17.0", "code", ["脑膜结核", "code-title"]],
  ["ICD10CN:G01", "code", ["细菌性脑膜炎", "code-title"]],
];

const edges: readonly (readonly [string, Predicate, string, string?])[] = [
  ["MONDO:0008903", "is-a", "MONDO:0004992"],
  ["MONDO:0005233", "is-a", "MONDO:0008903"],
  ["MONDO:0005061", "is-a", "MONDO:0005233"],
  ["MONDO:0007254", "is-a", "MONDO:0004992"],
  ["MONDO:0004992", "is-a", "MONDO:0000001"],
  ["ICD10CM:C34", "is-a", "ICD10CM:C00-C96"],
  ["ICD10CM:C34.1", "is-a", "ICD10CM:C34"],
  ["ICD10CM:C34.9", "is-a", "ICD10CM:C34"],
  ["ICD10CM:C34", "exact", "MONDO:0008903"],
  ["ICD10CM:C34.9", "excludes", "ICD10CM:C34.2", "kind=excludes1;note=parts of one code"],
  ["ICD10CM:C34.2", "is-a", "ICD10CM:C34"],
  ["ICD10CM:C00-C96", "broader", "MONDO:0008903"],
  ["ICD10CM:C34", "excludes", "ICD10CM:C34.1", "kind=excludes1;note=a note for the test"],
  ["ICD10CN:C34.900", "exact", "MONDO:0008903"],
  ["ICD10CN:C34.100x003", "candidate", "ICD10CM:C34.9"],
  ["ICD10CN:A17.000+G01*", "is-a", "ICD10CN:A17.0", "half=dagger"],
  ["ICD10CN:A17.000+G01*", "is-a", "ICD10CN:G01", "half=asterisk"],
];

export const smallPack = (): KnowledgePack =>
  new KnowledgePack(addSearchIndex(writePack(smallRows("small", rows, edges), keysOfTerm)));

/** A small map of diseases, drugs, genes, a laboratory item and codes. */
export const smallKnowledge = () => openKnowledge([smallPack()]);
