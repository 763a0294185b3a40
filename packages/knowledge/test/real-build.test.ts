import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KnowledgePack, Language } from "../src/index.ts";
import { buildKnowledge, openPackFile, packFileOf } from "../src/node.ts";

const datasetsFolder = fileURLToPath(new URL("../../../datasets/knowledge", import.meta.url));
let cacheFolder = "";
let folder = "";
let core: KnowledgePack;

/** The packs that set-up built, or else a build of the committed tables into a folder of its own. */
beforeAll(async () => {
  cacheFolder = await mkdtemp(path.join(tmpdir(), "qinghao-knowledge-"));
  folder = process.env.QINGHAO_KNOWLEDGE ?? (await buildKnowledge({ datasetsFolder, cacheFolder })).folder;
  core = await openPackFile(packFileOf(folder, "core"));
}, 900_000);
afterAll(() => rm(cacheFolder, { recursive: true, force: true }));

type Pack = KnowledgePack;
const preferred = (pack: Pack, id: string, language: Language) => {
  const [start, end] = pack.termsOf(pack.conceptOf(id));
  for (let term = start; term < end; term++) {
    if (pack.termRole(term) === "preferred" && pack.termLanguage(term) === language) return pack.termText(term);
  }
  return null;
};
const xrefs = (pack: Pack, id: string) => {
  const [start, end] = pack.xrefsOf(pack.conceptOf(id));
  return Array.from({ length: end - start }, (_, i) => `${pack.xrefSystem(start + i)}:${pack.xrefValue(start + i)}`);
};
const edges = (pack: Pack, id: string) => {
  const [start, end] = pack.edgesFrom(pack.conceptOf(id));
  return Array.from(
    { length: end - start },
    (_, i) => `${pack.edgePredicate(start + i)} ${pack.conceptId(pack.edgeObject(start + i))}`,
  );
};

describe("the core pack states what independent sources state", () => {
  it("non-small cell lung carcinoma: NCI Thesaurus C2926, OncoTree NSCLC, DOID 3908, MeSH D002289", () => {
    expect(xrefs(core, "MONDO:0005233")).toEqual(
      expect.arrayContaining(["NCIT:C2926", "ONCOTREE:NSCLC", "DOID:3908", "MESH:D002289"]),
    );
    expect(preferred(core, "MONDO:0005233", "zh-Hans")).toBe("非小细胞肺癌");
  });

  it("C34.900 of the mainland table is 支气管或肺恶性肿瘤, below C34, which is lung cancer", () => {
    expect(preferred(core, "ICD10CN:C34.900", "zh-Hans")).toBe("支气管或肺恶性肿瘤");
    expect(edges(core, "ICD10CN:C34.900x001")).toContain("is-a ICD10CN:C34.900");
    expect(edges(core, "ICD10CN:C34.900")).toEqual(
      expect.arrayContaining(["is-a ICD10CN:C34.9", "exact MONDO:0008903"]),
    );
    expect(edges(core, "ICD10CN:C34")).toContain("exact MONDO:0008903");
    expect(edges(core, "ICD10CN:C34.900")).not.toContain("exact MONDO:0005233");
  });

  it("ICD-10-CM E11 is type 2 diabetes and excludes type 1 (E10)", () => {
    expect(edges(core, "ICD10CM:E11")).toEqual(expect.arrayContaining(["exact MONDO:0005148", "excludes ICD10CM:E10"]));
  });

  it("haemoglobin in blood is LOINC 718-7", () => {
    const [xref] = core.findXrefs("718-7");
    const lab = core.conceptId(core.xrefConcept(xref!));
    expect(core.conceptKind(core.conceptOf(lab))).toBe("lab");
    expect(preferred(core, lab, "zh-Hans")).toContain("血红蛋白");
    expect(xrefs(core, lab)).toContain("UnitSI:g/L");
  });

  it("EGFR is HGNC 3236, UniProt P00533, Ensembl ENSG00000146648", () => {
    expect(preferred(core, "HGNC:3236", "en")).toBe("EGFR");
    expect(xrefs(core, "HGNC:3236")).toEqual(expect.arrayContaining(["UniProt:P00533", "Ensembl:ENSG00000146648"]));
  });

  it("osimertinib is 奥希替尼, ATC L01EB04, InChIKey DUYJMQONPNNFPI", () => {
    expect(preferred(core, "DRUGBANK:DB09330", "zh-Hans")).toBe("奥希替尼");
    expect(edges(core, "ATC:L01EB04")).toEqual(expect.arrayContaining(["exact DRUGBANK:DB09330", "is-a ATC:L01EB"]));
    expect(xrefs(core, "DRUGBANK:DB09330")).toContain("InChIKey:DUYJMQONPNNFPI-UHFFFAOYSA-N");
    expect(edges(core, "DRUGBANK:DB09330")).toContain("evidence HGNC:3236");
  });

  it("fever is HP:0001945, 发热 in the official Chinese labels; the version of HPO is shown", () => {
    expect(preferred(core, "HP:0001945", "zh-Hans")).toBe("发热");
    expect(core.header.sources.find((source) => source.id === "hpo")?.version).toBe("2025-01-16");
  });

  it("an appendectomy (ICD-9-CM-3 47.0) and its hierarchy are there", () =>
    expect(edges(core, "ICD9CM3:47.0")).toEqual(["is-a ICD9CM3:47"]));
});

it("holds the project's own tables in full", () => {
  const kinds = new Map<string, number>();
  const add = (what: string) => kinds.set(what, (kinds.get(what) ?? 0) + 1);
  for (let term = 0; term < core.termCount; term++) {
    if (core.termLanguage(term) !== "zh-Hans") continue;
    const concept = core.termConcept(term);
    if (core.termRole(term) === "preferred") add(core.conceptKind(concept));
    if (core.isTermUsable(term) && core.termSource(term).id === "own-drugs") add("usable drug name");
  }
  expect(kinds.get("drug")).toBeGreaterThan(1_500);
  expect(kinds.get("usable drug name")).toBeGreaterThan(1_000);
  expect(kinds.get("lab")).toBeGreaterThan(300);
  expect(kinds.get("disease")).toBeGreaterThan(3_000);
  expect(kinds.get("phenotype")).toBeGreaterThan(18_000);
});

it("the share-alike pack adds targets, phases and trials, and only sources of that class but the project's own", async () => {
  const pack = await openPackFile(packFileOf(folder, "share-alike"));
  expect(edges(pack, "DRUGBANK:DB09330")).toEqual(
    expect.arrayContaining(["targets HGNC:3236", "indicated-for MONDO:0005233"]),
  );
  expect(edges(pack, "DRUGBANK:DB09330").some((edge) => edge.startsWith("tested-in NCT:NCT"))).toBe(true);
  expect(pack.isReference(pack.conceptOf("DRUGBANK:DB09330"))).toBe(true);
  expect(core.header.sources.filter((source) => source.licenceClass === "S")).toEqual([]);
  const references = new Set<string>();
  for (let term = 0; term < pack.termCount; term++) references.add(pack.termSource(term).licenceClass);
  expect([...references].filter((licence) => licence !== "S" && licence !== "own")).toEqual([]);
});

it("the browser's pack is small and has both languages", async () => {
  const bytes = await readFile(packFileOf(folder, "browser"));
  expect(bytes.length).toBeLessThan(60e6);
  const pack = await openPackFile(packFileOf(folder, "browser"));
  expect(preferred(pack, "MONDO:0005233", "en")).toBe("non-small cell lung carcinoma");
  expect(preferred(pack, "MONDO:0005233", "zh-Hans")).toBe("非小细胞肺癌");
  expect(pack.conceptOf("ICD10CN:C34.900")).toBe(-1);
});

it("says what found no place, and why", async () => {
  const [header, ...lines] = (await readFile(path.join(folder, "unmapped.tsv"), "utf8")).trim().split("\n");
  expect(header).toBe("source\tid\tname\treason");
  expect(lines.every((line) => line.split("\t").length === 4)).toBe(true);
  expect(lines).toContain(
    "icd10-zh-mainland\tICD10CN:K07.200x005\t深覆??\ttitle is damaged in the source: shown as it is, not used",
  );
});

it("the same tables and code are not built twice", async () => {
  if (process.env.QINGHAO_KNOWLEDGE) return;
  const again = await buildKnowledge({ datasetsFolder, cacheFolder });
  expect(again).toMatchObject({ cached: true, folder });
}, 60_000);
