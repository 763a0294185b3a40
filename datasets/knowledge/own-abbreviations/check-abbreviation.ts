import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ChineseSupport } from "../own-diseases/chinese-support.ts";
import { comparableChinese, comparableEnglish, listOf, type Row, readTable } from "../own-diseases/sources.ts";

export type AbbreviationSources = {
  /** Names of each concept, comparable form: Mondo, HPO, HGNC, DrugBank and the project's laboratory items. */
  concepts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Chinese names of each concept from confirmed rows of the project's own tables. */
  ownChinese: ReadonlyMap<string, ReadonlySet<string>>;
  /** Abbreviation, full name and Chinese name of the trial list, comparable form. */
  trialList: ReadonlyMap<string, readonly { full: string; zh: string }[]>;
  /** Criteria of trials, lower case: holds "full name (abbreviation)" where a trial writes it so. */
  criteria: string;
  chinese: ChineseSupport;
};

export type AbbreviationDecision = {
  status: "confirmed" | "unconfirmed";
  decided: readonly string[];
  errors: readonly string[];
};

type ListEntry = { name: string; content: Meaning | Meaning[] };
type Meaning = { full_name?: string; description?: string };

export function loadAbbreviationSources(
  folder: string,
  chinese: ChineseSupport,
  criteria: string,
): AbbreviationSources {
  const concepts = new Map<string, Set<string>>();
  const ownChinese = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, id: string, names: readonly string[]) => {
    const known = map.get(id) ?? new Set<string>();
    for (const name of names) if (name !== "") known.add(name);
    map.set(id, known);
  };
  const english = (id: string, names: readonly string[]) => add(concepts, id, names.map(comparableEnglish));
  const rows = (file: string) => readTable(join(folder, file)).rows;
  for (const row of rows("mondo/mondo_terms.tsv.gz")) english(row.id ?? "", [row.name ?? "", ...listOf(row.synonyms)]);
  for (const row of rows("hpo/hp-zh.babelon.tsv.gz")) english(row.subject_id ?? "", [row.source_value ?? ""]);
  for (const row of rows("hgnc/hgnc_genes.tsv.gz"))
    english(row.hgnc_id ?? "", [
      row.symbol ?? "",
      row.name ?? "",
      ...(row.alias_symbols ?? "").split(", "),
      ...(row.previous_symbols ?? "").split(", "),
    ]);
  for (const row of rows("drugbank_vocabulary/drugbank_vocabulary.tsv.gz"))
    english(`DRUGBANK:${row.drugbank_id}`, [row.name ?? "", ...listOf(row.synonyms)]);
  const own = (file: string) => readTable(new URL(file, import.meta.url).pathname).rows;
  for (const row of own("../own-labs/labs.checked.tsv")) {
    english(`LAB:${row.id}`, [row.en ?? "", ...listOf(row.aliases_en)]);
    if (row.status !== "confirmed") continue;
    add(ownChinese, `LAB:${row.id}`, [row.zh ?? "", ...listOf(row.aliases_zh)].map(comparableChinese));
  }
  for (const table of ["tumours", "common-diseases"])
    for (const row of own(`../own-diseases/${table}.checked.tsv`)) {
      const id = row.relation === "exact" ? row.mondo : row.hp;
      if (!id) continue;
      if (row.status === "confirmed")
        add(ownChinese, id, [row.zh ?? "", ...listOf(row.aliases_zh)].map(comparableChinese));
      english(id, [row.en ?? "", ...listOf(row.aliases_en)]);
    }
  return { concepts, ownChinese, trialList: readTrialList(folder), criteria, chinese };
}

function readTrialList(folder: string): Map<string, { full: string; zh: string }[]> {
  const bytes = gunzipSync(readFileSync(join(folder, "clinical_trial_abbr_zh/abbr.json.gz")));
  const entries = JSON.parse(bytes.toString("utf8")) as ListEntry[];
  return new Map(
    entries.map(({ name, content }) => [
      name.toUpperCase(),
      [content].flat().map((meaning) => ({
        full: comparableEnglish(meaning.full_name ?? ""),
        zh: comparableChinese(meaning.description ?? ""),
      })),
    ]),
  );
}

/**
 * Holds one meaning of an abbreviation against the sources. Confirmed: the trial list has abbreviation and full name, a
 * trial writes "full name (abbreviation)", or the full name is a name of the concept; and a source, the trial list or the concept's own confirmed row has the Chinese name.
 */
export function decideAbbreviation(row: Row, sources: AbbreviationSources): AbbreviationDecision {
  const errors: string[] = [];
  const decided: string[] = [];
  const full = comparableEnglish(row.en ?? "");
  const zh = comparableChinese(row.zh ?? "");
  const listed = sources.trialList.get((row.abbr ?? "").toUpperCase()) ?? [];
  const sameFull = listed.some((meaning) => meaning.full === full || meaning.full === `${full}s`);
  const sameChinese = listed.some((meaning) => meaning.zh === zh);
  if (sameFull || sameChinese) decided.push(sameFull ? "abbr:trial-list" : "abbr:trial-list-zh");
  const concept = row.concept ?? "";
  const names = sources.concepts.get(concept);
  if (concept !== "" && names === undefined) errors.push(`unknown concept ${concept}`);
  const sameConcept =
    names?.has(full) === true || (row.kind === "gene" && names?.has(comparableEnglish(row.abbr ?? "")) === true);
  if (sameConcept) decided.push("concept:name");
  const written = `${row.en} (${row.abbr}`.toLowerCase();
  const inCriteria = [written, written.replace("haem", "hem"), written.replace("-", " ")].some((text) =>
    [`${text})`, `${text}s)`, `${text},`, `${text};`].some((end) => sources.criteria.includes(end)),
  );
  if (inCriteria) decided.push("abbr:criteria");
  const chinese = sources.chinese.find([row.zh ?? ""]);
  decided.push(...chinese);
  const ownChinese = sources.ownChinese.get(concept)?.has(zh) === true;
  if (ownChinese) decided.push("zh:own-row");
  const part = chinese.length === 0 && zh.length >= 4 && sources.chinese.attests(zh);
  if (part) decided.push("zh:part-of-name");
  const confirmed =
    errors.length === 0 &&
    (sameFull || sameChinese || sameConcept || inCriteria) &&
    (sameChinese || chinese.length > 0 || ownChinese || part);
  return { status: confirmed ? "confirmed" : "unconfirmed", decided, errors };
}
