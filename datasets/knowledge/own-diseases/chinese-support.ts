import { join } from "node:path";
import { comparableChinese, listOf, type Row, readTable } from "./sources.ts";

/** Chinese names of the staged sources, each with the source it comes from. */
export type ChineseSupport = {
  /** Codes for the sources that carry this name, e.g. `zh:icd10cn-title`; empty when none does. */
  find(names: readonly string[]): string[];
  /** True when a title of the mainland table contains the name (names of four signs and more). */
  containedInTitle(names: readonly string[]): boolean;
  /** True when any source name has this word in it. */
  attests(word: string): boolean;
};

export type ChineseSource = { code: string; file: string; column: string; keep?: (row: Row) => boolean };

const sources: readonly ChineseSource[] = [
  { code: "icd10cn-title", file: "icd10_zh_mainland/diagnosis.tsv.gz", column: "name_zh" },
  { code: "icd10cm-hans", file: "icd10cm_zh_tw_2023/icd10cm_zh.tsv.gz", column: "name_zh_hans_opencc" },
  { code: "hpo-zh", file: "hpo/hp-zh.babelon.tsv.gz", column: "translation_value" },
  { code: "mondo-candidate", file: "derived_mondo_zh_candidates/mondo_zh_candidates.tsv.gz", column: "name_zh" },
  { code: "thuocl", file: "thuocl_medical/thuocl_medical.tsv.gz", column: "term" },
  { code: "faker-disease", file: "faker_healthcare_zh/diseases_zh_icd10_symptoms_drugs.tsv.gz", column: "name_zh" },
  { code: "faker-symptom", file: "faker_healthcare_zh/symptoms_en_zh.tsv.gz", column: "name_zh" },
  { code: "labs-tw", file: "labs_tw_nhi/nhi_lab_items_2017.tsv.gz", column: "name_zh_hans_opencc" },
  { code: "procedure-title", file: "icd10_zh_mainland/procedure_icd9cm3.tsv.gz", column: "name_zh" },
];

/** Reads every source of Chinese names once. Cost: about 200,000 names, two seconds. */
export function loadChineseSupport(folder: string): ChineseSupport {
  const byName = new Map<string, Set<string>>();
  const titles: string[] = [];
  for (const { code, file, column } of sources) {
    for (const row of readTable(join(folder, file)).rows) {
      for (const raw of listOf(row[column])) {
        const name = comparableChinese(raw);
        const seen = byName.get(name);
        if (seen === undefined) byName.set(name, new Set([code]));
        else seen.add(code);
        if (code === "icd10cn-title") titles.push(name);
      }
    }
  }
  const all = `\n${[...byName.keys()].join("\n")}\n`;
  const joined = `\n${titles.join("\n")}\n`;
  return {
    find(names) {
      const codes = new Set<string>();
      for (const name of names) for (const code of byName.get(comparableChinese(name)) ?? []) codes.add(`zh:${code}`);
      return [...codes];
    },
    containedInTitle: (names) =>
      names.some((name) => comparableChinese(name).length >= 4 && joined.includes(comparableChinese(name))),
    attests: (word) => all.includes(word),
  };
}
