import type { Assembly } from "../assembly.ts";
import { groupPairs } from "../hierarchy.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

const source = "mondo-zh-candidates";

/** How sure a candidate is, by how it was found; the first that is sure becomes the preferred name. */
const order = [
  "same_english_label:hpo",
  "mondo_xref:hpo",
  "same_english_label:icd10cm",
  "same_english_synonym:hpo",
  "same_english_synonym:icd10cm",
];
const isSure = (evidence: string): boolean => order.indexOf(evidence) >= 0 && order.indexOf(evidence) < 3;

/**
 * Chinese names of diseases from sources that agree in English. Those by an equal label or by the HPO term that Mondo lists
 * may be used; those by a synonym are only shown. A name that two diseases would share is nobody's preferred name.
 */
export function addChineseCandidates(assembly: Assembly, sources: Sources): void {
  const rows = [...rowsOf(sources, source, "candidates.tsv", ["id", "name_zh", "evidence", "source_id"])].filter(
    (row) => {
      if (assembly.kindOf(row.id) === "disease") return true;
      assembly.report(source, row.id, row.name_zh, "no Mondo disease of this id");
      return false;
    },
  );
  const sure = groupPairs(rows.filter((row) => isSure(row.evidence)).map((row) => [row.name_zh, row.id] as const));
  rows.sort((a, b) => order.indexOf(a.evidence) - order.indexOf(b.evidence));
  for (const { id, name_zh, evidence } of rows) {
    const usable = isSure(evidence) && !name_zh.includes("?");
    const isAlone = usable && new Set(sure.get(name_zh)).size === 1;
    assembly.addTerm(id, name_zh, source, { language: "zh-Hans", role: isAlone ? "preferred" : "synonym", usable });
  }
}
