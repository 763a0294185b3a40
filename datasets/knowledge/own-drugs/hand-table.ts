import { readFile } from "node:fs/promises";

/** The columns of the hand-made table, in their order in the file. */
export const handColumns = [
  "inn",
  "zh",
  "aliases_zh",
  "brands_zh",
  "brands_en",
  "aliases_en",
  "codes",
  "atc",
  "class_en",
  "class_zh",
  "basis",
  "note",
] as const;

type Column = (typeof handColumns)[number];

/** One drug of the hand-made table; lists are separated by `|`. */
export type DrugRow = Readonly<Record<Column, string>>;

/** How a row was decided: see README.md. */
const bases = new Set(["established", "inn-zh", "translit", "usage"]);

export const listOf = (cell: string): string[] => cell.split("|").filter((item) => item !== "");

/** Letters and digits of an English name, lower case, without accents: "Semaglutide (oral)" and "semaglutide-oral" are equal. */
export const foldEnglish = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

/** A Chinese name without spaces, hyphens and brackets, full-width signs as half-width ones. */
export const foldChinese = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-()[\]/]/g, "");

/** All Chinese generic names of a drug, the approved one first. */
export const chineseNames = (row: DrugRow): string[] => [row.zh, ...listOf(row.aliases_zh)];

/** All English generic names of a drug, the INN first. */
export const englishNames = (row: DrugRow): string[] => [row.inn, ...listOf(row.aliases_en)];

/** Reads the table and says what is wrong with its form: header, cells, order, ATC codes, scripts. */
export async function readHandTable(file: URL): Promise<{ rows: DrugRow[]; faults: string[] }> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  const faults: string[] = [];
  if (lines[0] !== handColumns.join("\t")) faults.push("line 1: the header is not the one of the README");
  const rows = lines.slice(1).map((line, index) => {
    const cells = line.split("\t");
    if (cells.length !== handColumns.length) faults.push(`line ${index + 2}: ${cells.length} cells`);
    return Object.fromEntries(handColumns.map((name, at) => [name, cells[at] ?? ""])) as DrugRow;
  });
  rows.forEach((row, index) => {
    faults.push(...formFaults(row).map((fault) => `line ${index + 2} (${row.inn}): ${fault}`));
    const before = rows[index - 1];
    if (before && before.inn >= row.inn) faults.push(`line ${index + 2}: ${row.inn} is out of order or twice`);
  });
  return { rows, faults };
}

const han = /\p{Script=Han}/u;

function formFaults(row: DrugRow): string[] {
  const faults: string[] = [];
  if (!bases.has(row.basis)) faults.push(`unknown basis ${row.basis}`);
  if (!row.class_en || !han.test(row.class_zh)) faults.push("class is missing in a language");
  for (const name of [...chineseNames(row), ...listOf(row.brands_zh)])
    if (!han.test(name)) faults.push(`${name} is not Chinese`);
  for (const name of [...englishNames(row), ...listOf(row.brands_en), ...listOf(row.codes)])
    if (han.test(name)) faults.push(`${name} is not English`);
  for (const code of listOf(row.atc))
    if (!/^[A-V]\d\d(?:[A-Z](?:[A-Z](?:\d\d)?)?)?$/.test(code)) faults.push(`ATC code ${code}`);
  for (const cell of Object.values(row)) if (cell !== cell.trim()) faults.push(`blank at an end of "${cell}"`);
  return faults;
}
