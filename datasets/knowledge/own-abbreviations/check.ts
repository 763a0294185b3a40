import { writeFileSync } from "node:fs";
import { loadChineseSupport } from "../own-diseases/chinese-support.ts";
import { listOf, type Row, readTable, sourceFolder } from "../own-diseases/sources.ts";
import { readCriteria } from "../own-labs/trial-criteria.ts";
import { decideAbbreviation, loadAbbreviationSources } from "./check-abbreviation.ts";

/** Holds the abbreviations against the staged sources, writes `abbreviations.checked.tsv` and prints a summary. */
function main(): void {
  const folder = sourceFolder(process.argv[2]);
  if (folder === null) return;
  const sources = loadAbbreviationSources(folder, loadChineseSupport(folder), readCriteria(folder).toLowerCase());
  const { columns, rows } = readTable(new URL("abbreviations.tsv", import.meta.url).pathname);
  const problems = meaningProblems(rows);
  const lines = [[...columns, "status", "decided"].join("\t")];
  let confirmed = 0;
  for (const row of rows) {
    const { status, decided, errors } = decideAbbreviation(row, sources);
    if (status === "confirmed") confirmed += 1;
    for (const error of errors) problems.push(`${row.abbr}: ${error}`);
    lines.push([...columns.map((column) => row[column] ?? ""), status, decided.join(";")].join("\t"));
  }
  writeFileSync(new URL("abbreviations.checked.tsv", import.meta.url), `${lines.join("\n")}\n`);
  console.log(`abbreviations: ${rows.length} rows, ${confirmed} confirmed, ${problems.length} problems`);
  for (const problem of problems) console.error(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}

/** A meaning given twice, or a row that does not name the other meanings of its abbreviation. */
function meaningProblems(rows: readonly Row[]): string[] {
  const byAbbreviation = new Map<string, string[]>();
  for (const row of rows) {
    const key = (row.abbr ?? "").toUpperCase();
    byAbbreviation.set(key, [...(byAbbreviation.get(key) ?? []), row.en ?? ""]);
  }
  const problems: string[] = [];
  for (const row of rows) {
    const others = byAbbreviation.get((row.abbr ?? "").toUpperCase())?.filter((name) => name !== row.en) ?? [];
    const named = listOf(row.ambiguous_with);
    if (others.some((name) => !named.includes(name))) problems.push(`${row.abbr}: another meaning is not named`);
  }
  for (const [abbreviation, names] of byAbbreviation)
    if (new Set(names).size < names.length) problems.push(`${abbreviation}: a meaning given twice`);
  return problems;
}

main();
