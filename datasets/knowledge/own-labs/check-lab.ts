import { join } from "node:path";
import type { ChineseSupport } from "../own-diseases/chinese-support.ts";
import { comparableChinese, comparableEnglish, listOf, type Row, readTable } from "../own-diseases/sources.ts";
import { hasRightCheckDigit } from "./loinc-check-digit.ts";
import { factorFromUnits } from "./unit-factor.ts";

export type LabSources = {
  chinese: ChineseSupport;
  /** English names of the insurance list and phenotype labels, comparable form, one per line. */
  english: string;
  loinc: ReadonlySet<string>;
  /** Criteria of trials in comparable form; empty when the file is absent. */
  criteria: string;
};

/** Words that say how or in what a thing is measured, at the end of a Chinese or English item name. */
const chineseTail =
  /(计数|绝对值|百分比|测定|定量|定性|检测|浓度|血药浓度|谷浓度|活性|水平|试验|比值|抗体IgM|抗体IgG|[（(].*[）)])$/u;
const englishTail =
  / (level|count|percentage|fraction|concentration|test|activity|status|total|serum|plasma|blood|qualitative|trough level|24 h|urine 24 h)$/;

export type LabDecision = {
  status: "confirmed" | "unconfirmed";
  decided: readonly string[];
  errors: readonly string[];
};

export function loadLabSources(folder: string, chinese: ChineseSupport, criteria: string): LabSources {
  const rows = (file: string) => readTable(join(folder, file)).rows;
  const names = [
    ...rows("labs_tw_nhi/nhi_lab_items_2017.tsv.gz").map((row) => row.name_en ?? ""),
    ...rows("hpo/hp-zh.babelon.tsv.gz").map((row) => row.source_value ?? ""),
  ];
  return {
    chinese,
    english: names.map((name) => ` ${comparableEnglish(name)} `).join("\n"),
    loinc: new Set(rows("labs_tw_nhi/nhi_item_to_loinc.tsv.gz").map((row) => row.loinc ?? "")),
    criteria,
  };
}

/**
 * Holds one laboratory item against the sources. Errors: a LOINC check digit, a factor that differs by more than 0.5 %
 * from the one that units and molar mass give, an interval the wrong way round. Confirmed: no error, an English name or
 * a LOINC code in a source, and a Chinese name in a source.
 */
export function decideLab(row: Row, sources: LabSources): LabDecision {
  const errors: string[] = [];
  const decided: string[] = [];
  const codes = listOf(row.loinc);
  for (const code of codes) if (!hasRightCheckDigit(code)) errors.push(`LOINC ${code} has a wrong check digit`);
  if (codes.length > 0 && errors.length === 0) decided.push("loinc:check-digit");
  if (codes.some((code) => sources.loinc.has(code))) decided.push("loinc:tw-nhi");
  decided.push(...factorEvidence(row, errors));
  if (row.low && row.high && Number(row.low) > Number(row.high)) errors.push("low is above high");

  const english = [row.en ?? "", ...listOf(row.aliases_en)].map((name) => ` ${comparableEnglish(name)} `);
  const named = english.some((name) => sources.english.includes(name));
  const inCriteria = english.some((name) => sources.criteria.includes(name));
  if (named) decided.push("en:source-name");
  if (inCriteria) decided.push("en:criteria");
  const chineseNames = [row.zh ?? "", ...listOf(row.aliases_zh)];
  const chinese = sources.chinese.find(chineseNames);
  decided.push(...chinese);
  const inName = chineseNames.some((name) => isAttested(name, sources.chinese));
  if (chinese.length === 0 && inName) decided.push("zh:part-of-name");
  const stem = chineseNames.some((name) => isAttested(name.replace(chineseTail, ""), sources.chinese));
  if (chinese.length === 0 && !inName && stem) decided.push("zh:stem");
  const stemEnglish = english.map((name) => ` ${name.trim().replace(englishTail, "")} `);
  const stemNamed = stemEnglish.some((name) => sources.english.includes(name) || sources.criteria.includes(name));
  if (!named && !inCriteria && stemNamed) decided.push("en:stem");
  const hasEnglish = named || inCriteria || stemNamed || decided.includes("loinc:tw-nhi");
  const confirmed = errors.length === 0 && hasEnglish && (chinese.length > 0 || inName || stem);
  return { status: confirmed ? "confirmed" : "unconfirmed", decided, errors };
}

const isAttested = (name: string, chinese: ChineseSupport): boolean =>
  name.length >= 3 && chinese.attests(comparableChinese(name));

function factorEvidence(row: Row, errors: string[]): string[] {
  const { factor = "", unit_conventional: from = "", unit_si: to = "", molar_mass_g_per_mol: mass = "" } = row;
  if (factor === "" || from === "") return [];
  if (from === to) {
    if (Number(factor) !== 1) errors.push(`factor ${factor} between equal units`);
    return ["factor:equal-units"];
  }
  const expected = factorFromUnits(from, to, mass === "" ? null : Number(mass));
  if (expected === null) return ["factor:not-derived"];
  if (Math.abs(Number(factor) / expected - 1) > 0.005)
    errors.push(`factor ${factor}, units give ${expected.toPrecision(5)}`);
  return [mass === "" ? "factor:units" : "factor:molar-mass"];
}
