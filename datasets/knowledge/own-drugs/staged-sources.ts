import { readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { readTsv } from "../tables.ts";
import { foldChinese, foldEnglish } from "./hand-table.ts";

/** What the staged, free sources know of drug names. Keys are folded names. */
export type Sources = {
  /** DrugBank ids of a preferred name, and of a synonym. */
  drugBankNames: Map<string, string>;
  drugBankSynonyms: Map<string, Set<string>>;
  /** MeSH descriptor of a name or entry term. */
  mesh: Map<string, string>;
  /** English and Chinese names that a source gives as a pair, as `english=chinese`. */
  pairs: Set<string>;
  /** Chinese words of a general medical word list, and the same as one text. */
  words: Set<string>;
  wordText: string;
  /** Chinese titles of code systems, with the English title of the same code where the system has one. */
  titles: { source: string; zh: string[]; en: string[] | null }[];
  /** Names of every drug of the oncology checklist that reached phase 4; counted, never copied. */
  checklist: string[][];
};

const table = async (staged: string, file: string) =>
  readTsv(gunzipSync(await readFile(path.join(staged, file))).toString("utf8"));

/** Reads the staged collection; needs about 400 MB for the time of the check. */
export async function readSources(staged: string): Promise<Sources> {
  const sources: Sources = {
    drugBankNames: new Map(),
    drugBankSynonyms: new Map(),
    mesh: new Map(),
    pairs: new Set(),
    words: new Set(),
    wordText: "",
    titles: [],
    checklist: [],
  };
  for (const row of await table(staged, "drugbank_vocabulary/drugbank_vocabulary.tsv.gz")) {
    sources.drugBankNames.set(foldEnglish(row.name!), row.drugbank_id!);
    for (const name of row.synonyms!.split("|")) {
      const key = foldEnglish(name);
      if (key !== "") (sources.drugBankSynonyms.get(key) ?? setAt(sources.drugBankSynonyms, key)).add(row.drugbank_id!);
    }
  }
  for (const row of await table(staged, "mesh/mesh_descriptors.tsv.gz"))
    if (/(?:^|\|)[DJ]/.test(row.tree_numbers!))
      for (const name of [row.name!, ...row.synonyms!.split("|")]) sources.mesh.set(foldEnglish(name), row.mesh_id!);
  for (const row of await table(staged, "faker_healthcare_zh/medications_en_zh.tsv.gz"))
    sources.pairs.add(`${foldEnglish(row.name_en!)}=${foldChinese(row.name_zh!)}`);
  for (const row of await table(staged, "thuocl_medical/thuocl_medical.tsv.gz"))
    sources.words.add(foldChinese(row.term!));
  sources.wordText = `${[...sources.words].join("\n")}\n`;
  const mainland = await table(staged, "icd10_zh_mainland/diagnosis.tsv.gz");
  sources.titles.push({ source: "icd10cn", zh: mainland.map((row) => foldChinese(row.name_zh!)), en: null });
  for (const [source, file, keep] of [
    ["icd10cm", "icd10cm_zh_tw_2023/icd10cm_zh.tsv.gz", (row) => /^(?:T3[6-9]|T4|T50|Z)/.test(row.code!)],
    ["nhilab", "labs_tw_nhi/nhi_lab_items_2017.tsv.gz", () => true],
  ] as const satisfies [string, string, (row: Record<string, string>) => boolean][]) {
    const rows = (await table(staged, file)).filter(keep);
    const zh = rows.map((row) => foldChinese(row.name_zh_hans_opencc!));
    sources.titles.push({ source, zh, en: rows.map((row) => foldEnglish(row.name_en!)) });
  }
  for (const row of await table(staged, "oncopharmadb/drugs.tsv.gz"))
    if (row.max_ct_phase === "4")
      sources.checklist.push(
        [row.drug_name!, row.display_name!, ...row.synonyms!.split("|")].filter((name) => name !== ""),
      );
  return sources;
}

function setAt(map: Map<string, Set<string>>, key: string): Set<string> {
  const ids = new Set<string>();
  map.set(key, ids);
  return ids;
}
