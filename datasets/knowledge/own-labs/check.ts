import { writeFileSync } from "node:fs";
import { loadChineseSupport } from "../own-diseases/chinese-support.ts";
import { nameProblems } from "../own-diseases/problems.ts";
import { comparableEnglish, listOf, readTable, sourceFolder } from "../own-diseases/sources.ts";
import { decideLab, loadLabSources } from "./check-lab.ts";
import { readCriteria } from "./trial-criteria.ts";

/** Holds the laboratory items against the staged sources, writes `labs.checked.tsv` and prints a summary. */
function main(): void {
  const folder = sourceFolder(process.argv[2]);
  if (folder === null) return;
  const sources = loadLabSources(folder, loadChineseSupport(folder), comparableText(readCriteria(folder)));
  const { columns, rows } = readTable(new URL("labs.tsv", import.meta.url).pathname);
  const problems = [...nameProblems(rows, "zh", "aliases_zh"), ...codeProblems(rows)];
  const lines = [[...columns, "status", "decided"].join("\t")];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { status, decided, errors } = decideLab(row, sources);
    for (const name of [status, ...decided]) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const error of errors) problems.push(`${row.id}: ${error}`);
    lines.push([...columns.map((column) => row[column] ?? ""), status, decided.join(";")].join("\t"));
  }
  writeFileSync(new URL("labs.checked.tsv", import.meta.url), `${lines.join("\n")}\n`);
  console.log(`labs: ${rows.length} rows, ${problems.length} problems`);
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`  ${name}: ${count}`);
  for (const problem of problems) console.error(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}

const comparableText = (text: string): string =>
  text
    .split("\n")
    .map((line) => ` ${comparableEnglish(line)} `)
    .join("\n");

/** An id or a LOINC code in two rows. */
function codeProblems(rows: readonly Readonly<Record<string, string>>[]): string[] {
  const owner = new Map<string, string>();
  const problems: string[] = [];
  for (const row of rows) {
    for (const key of [row.id ?? "", ...listOf(row.loinc)]) {
      if (owner.has(key)) problems.push(`${key}: ${owner.get(key)} and ${row.id}`);
      owner.set(key, row.id ?? "");
    }
  }
  return problems;
}

main();
