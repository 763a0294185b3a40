import { join } from "node:path";
import type { ChineseSupport } from "./chinese-support.ts";
import { isComposed, type NamePart } from "./name-parts.ts";
import { comparableChinese, comparableEnglish, listOf, type Row, readTable } from "./sources.ts";

type Term = { name: string; synonyms: ReadonlySet<string> };

/** The tables that ids and codes of a disease row are held against. */
export type DiseaseSources = {
  mondo: ReadonlyMap<string, Term>;
  /** Human Mondo ids by label. */
  mondoByLabel: ReadonlyMap<string, string>;
  hpo: ReadonlyMap<string, string>;
  oncotree: ReadonlyMap<string, string>;
  icd10cn: ReadonlyMap<string, string>;
  icd10cm: ReadonlyMap<string, readonly string[]>;
  /** Names and entry terms of MeSH diseases and signs (trees C and F03). */
  mesh: ReadonlySet<string>;
  /** Simplified titles of ICD-10-CM by code. */
  icd10cmChinese: ReadonlyMap<string, string>;
  chinese: ChineseSupport;
  /** Words of compound names, each attested by a source. */
  parts: readonly NamePart[];
};

export type Decision = { status: "confirmed" | "unconfirmed"; decided: readonly string[]; errors: readonly string[] };

export function loadDiseaseSources(
  folder: string,
  chinese: ChineseSupport,
  parts: readonly NamePart[],
): DiseaseSources {
  const table = (file: string) => readTable(join(folder, file)).rows;
  const mondo = new Map<string, Term>();
  for (const row of table("mondo/mondo_terms.tsv.gz")) {
    const synonyms = new Set(listOf(row.synonyms).map(comparableEnglish));
    mondo.set(row.id ?? "", { name: comparableEnglish(row.name ?? ""), synonyms });
  }
  const labels = table("hpo/hp-zh.babelon.tsv.gz").filter((row) => row.predicate_id === "rdfs:label");
  const billable = table("icd10cm_zh_tw_2023/icd10cm_zh.tsv.gz");
  const icd10cm = new Map<string, string[]>();
  for (const row of billable) icd10cm.set(row.code ?? "", [row.name_en ?? ""]);
  for (const row of table("icd10cm_2026/tabular.tsv.gz"))
    icd10cm.set(row.code ?? "", [
      ...(icd10cm.get(row.code ?? "") ?? []),
      row.title ?? "",
      ...listOf(row.inclusion_terms),
    ]);
  const human = [...mondo].filter(([id]) => !id.startsWith("MONDO:1"));
  return {
    mondo,
    mondoByLabel: new Map(human.map(([id, term]) => [term.name, id])),
    hpo: new Map(labels.map((row) => [row.subject_id ?? "", comparableEnglish(row.source_value ?? "")])),
    oncotree: new Map(
      table("oncotree/oncotree_2025-10-03.tsv.gz").map((row) => [row.code ?? "", comparableEnglish(row.name ?? "")]),
    ),
    icd10cn: new Map(table("icd10_zh_mainland/diagnosis.tsv.gz").map((row) => [row.code ?? "", row.name_zh ?? ""])),
    icd10cm,
    mesh: new Set(
      table("mesh/mesh_descriptors.tsv.gz")
        .filter((row) => listOf(row.tree_numbers).some((tree) => /^(C|F03)/.test(tree)))
        .flatMap((row) => [row.name ?? "", ...listOf(row.synonyms)])
        .map(comparableEnglish),
    ),
    icd10cmChinese: new Map(billable.map((row) => [row.code ?? "", row.name_zh_hans_opencc ?? ""])),
    chinese,
    parts,
  };
}

/**
 * Holds one disease row against the sources. Confirmed: the English name or an alias is the name or a synonym of the id
 * given as exact (Mondo, or HPO for a symptom), or, for a disease of its own, the English name itself is a term of MeSH or
 * the title of the row's ICD-10-CM code; and a source carries the Chinese name or an alias, or the name is built of
 * words that sources carry and that the English name has too (`zh:composed`).
 */
export function decideDisease(row: Row, sources: DiseaseSources): Decision {
  const errors: string[] = [];
  const english = englishEvidence(row, sources, errors);
  const chinese = chineseEvidence(row, sources, errors);
  const extra: string[] = [];
  if (row.oncotree) {
    const name = sources.oncotree.get(row.oncotree);
    if (name === undefined) errors.push(`unknown OncoTree code ${row.oncotree}`);
    else extra.push(namesOf(row).includes(name) ? "oncotree:name" : "oncotree:code");
  }
  for (const code of listOf(row.icd10cm)) {
    const titles = sources.icd10cm.get(code);
    if (titles === undefined) errors.push(`unknown ICD-10-CM code ${code}`);
    else if (titles.some((title) => namesOf(row).includes(comparableEnglish(title)))) extra.push("icd10cm:title");
  }
  for (const alias of listOf(row.aliases_en)) {
    const other = sources.mondoByLabel.get(comparableEnglish(alias));
    if (other !== undefined && row.mondo && other !== row.mondo && row.relation === "exact")
      errors.push(`alias "${alias}" is the name of ${other}`);
  }
  const confirmed = english.length > 0 && chinese.length > 0 && errors.length === 0;
  return { status: confirmed ? "confirmed" : "unconfirmed", decided: [...english, ...chinese, ...extra], errors };
}

const namesOf = (row: Row): string[] => [row.en ?? "", ...listOf(row.aliases_en)].map(comparableEnglish);

function englishEvidence(row: Row, sources: DiseaseSources, errors: string[]): string[] {
  const found: string[] = [];
  const names = namesOf(row);
  const name = comparableEnglish(row.en ?? "");
  if (row.mondo) {
    const term = sources.mondo.get(row.mondo);
    if (term === undefined) errors.push(`unknown Mondo id ${row.mondo}`);
    else if (row.relation !== "exact") return ownDiseaseEvidence(row, name, sources);
    else if (names.includes(term.name)) found.push("mondo:label");
    else if (names.some((name) => term.synonyms.has(name))) found.push("mondo:synonym");
  }
  if (row.hp) {
    const label = sources.hpo.get(row.hp);
    if (label === undefined) errors.push(`unknown HPO id ${row.hp}`);
    else if (names.includes(label)) found.push("hpo:label");
  }
  return row.mondo || row.hp ? found : ownDiseaseEvidence(row, name, sources);
}

/** Who else has the English name of a disease that has no Mondo id of its own. */
function ownDiseaseEvidence(row: Row, name: string, { mesh, icd10cm }: DiseaseSources): string[] {
  const titles = listOf(row.icd10cm).flatMap((code) => icd10cm.get(code) ?? []);
  const found: string[] = [];
  if (mesh.has(name)) found.push("mesh:term");
  if (titles.some((title) => comparableEnglish(title) === name)) found.push("icd10cm:name");
  return found;
}

function chineseEvidence(row: Row, sources: DiseaseSources, errors: string[]): string[] {
  const names = [row.zh ?? "", ...listOf(row.aliases_zh)];
  const found = sources.chinese.find(names);
  for (const code of listOf(row.icd10cn)) {
    const title = sources.icd10cn.get(code);
    if (title === undefined) errors.push(`unknown mainland code ${code}`);
    else if (!names.some((name) => comparableChinese(name) === comparableChinese(title))) {
      if (row.icd10cn_relation === "exact") found.push("zh:icd10cn-wording");
    } else if (row.icd10cn_relation !== "exact" && comparableChinese(row.zh ?? "") === comparableChinese(title))
      found.push("zh:icd10cn-title");
  }
  const english = [row.en ?? "", ...listOf(row.aliases_en)];
  if (found.length === 0 && names.some((zh) => english.some((en) => isComposed(zh, en, sources.parts))))
    found.push("zh:composed");
  if (found.length === 0 && sources.chinese.containedInTitle(names)) found.push("zh:icd10cn-part-of-title");
  return [...new Set(found)];
}
