import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { partEvidence, readNamingRules, ruleEvidence, sourceEvidence } from "./chinese-evidence.ts";
import { type EnglishEvidence, englishEvidence, withoutSharedIds } from "./english-evidence.ts";
import { type DrugRow, englishNames, foldEnglish, handColumns, listOf, readHandTable } from "./hand-table.ts";
import { nameClashes } from "./name-clashes.ts";
import { readSources, type Sources } from "./staged-sources.ts";

// node datasets/knowledge/own-drugs/check.ts [FOLDER]: writes drugs-zh.checked.tsv and says what is confirmed.

type Checked = { row: DrugRow; english: EnglishEvidence; chinese: string[]; confirmed: boolean };

const at = (file: string) => new URL(file, import.meta.url);

async function main(): Promise<void> {
  const staged = path.resolve(process.argv[2] ?? "../shared/datasets/knowledge");
  if (!existsSync(staged)) {
    console.error(`usage: node datasets/knowledge/own-drugs/check.ts FOLDER\n${staged} is not there.`);
    process.exitCode = 2;
    return;
  }
  const { rows, faults } = await readHandTable(at("drugs-zh.tsv"));
  const checked = await checkRows(rows, await readSources(staged));
  const clashes = nameClashes(rows);
  await writeFile(at("drugs-zh.checked.tsv"), checkedTable(checked.rows));
  report(checked, faults, clashes);
}

async function checkRows(
  rows: DrugRow[],
  sources: Sources,
): Promise<{ rows: Checked[]; checklist: [number, string[]] }> {
  const rules = await readNamingRules(at("stems.tsv"), at("signs.tsv"));
  const english = withoutSharedIds(
    rows.map((row) => ({ row, english: englishEvidence(row, sources) })),
    sources,
  );
  const singles = rows.map((row, index) => decide(row, english[index]!, [], sources, rules));
  const confirmed = new Map(
    singles.filter((one) => one.confirmed).map((one) => [foldEnglish(one.row.inn), one.row] as const),
  );
  const decided = singles.map((one) => decide(one.row, one.english, partEvidence(one.row, confirmed), sources, rules));
  const known = new Set(
    rows.flatMap((row) => [...englishNames(row), ...listOf(row.brands_en), ...listOf(row.codes)]).map(foldEnglish),
  );
  const missing = sources.checklist.filter((names) => !names.some((name) => known.has(foldEnglish(name))));
  return { rows: decided, checklist: [sources.checklist.length, missing.map((names) => names[0]!)] };
}

/** A name that only follows the rules counts unless the row itself says that its Chinese form is not settled. */
function decide(
  row: DrugRow,
  english: EnglishEvidence,
  parts: string[],
  sources: Sources,
  rules: Awaited<ReturnType<typeof readNamingRules>>,
): Checked {
  const known = [...sourceEvidence(row, sources), ...parts];
  const ruled = ruleEvidence(row, rules);
  const has = (kind: string) => ruled.some((code) => code.startsWith(kind));
  const byRule = has("onset:") && (has("stem:") || has("sound:")) && row.basis !== "translit";
  return { row, english, chinese: [...known, ...ruled], confirmed: english.confirmed && (known.length > 0 || byRule) };
}

function checkedTable(checked: Checked[]): string {
  const header = [...handColumns, "drugbank_id", "status", "decided"].join("\t");
  const lines = checked.map(({ row, english, chinese, confirmed }) =>
    [
      ...handColumns.map((column) => row[column]),
      english.drugBankId,
      confirmed ? "confirmed" : "unconfirmed",
      [...english.found, ...chinese].join(";"),
    ].join("\t"),
  );
  return `${[header, ...lines].join("\n")}\n`;
}

function report(
  { rows, checklist }: Awaited<ReturnType<typeof checkRows>>,
  faults: string[],
  clashes: ReturnType<typeof nameClashes>,
): void {
  const share = (count: number, of: number) => `${count} of ${of} (${((100 * count) / of).toFixed(1)} %)`;
  const count = (test: (one: Checked) => boolean) => share(rows.filter(test).length, rows.length);
  console.log(`rows: ${rows.length}`);
  console.log(`English confirmed: ${count((one) => one.english.confirmed)}`);
  console.log(`Chinese known to a source: ${count((one) => one.chinese.some((code) => code.startsWith("zh:")))}`);
  console.log(
    `Chinese by the rules of naming: ${count((one) => one.chinese.some((code) => /^(?:stem|sound):/.test(code)))}`,
  );
  console.log(`confirmed: ${count((one) => one.confirmed)}`);
  const [size, missing] = checklist;
  console.log(`phase 4 oncology checklist covered: ${share(size - missing.length, size)}`);
  if (missing.length > 0) console.log(`  missing: ${missing.join(", ")}`);
  for (const one of rows)
    for (const code of [...one.english.found, ...one.chinese])
      if (/^(?:conflict|stem-differs):/.test(code)) console.log(`  to look at: ${one.row.inn} ${one.row.zh} ${code}`);
  const open = clashes.filter((clash) => !clash.explained);
  for (const clash of open) faults.push(`${clash.kind} ${clash.name} stands at ${clash.inns.join(" and ")}`);
  console.log(`names at two drugs: ${clashes.length}, explained in the notes: ${clashes.length - open.length}`);
  for (const fault of faults) console.error(`error: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

await main();
