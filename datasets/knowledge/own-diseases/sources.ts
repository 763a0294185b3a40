import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Where the staged source tables lie when no folder is named on the command line, relative to the repository root. */
export const defaultSourceFolder = "../shared/datasets/knowledge";

/** Rows of one tab-separated text, first line as column names. */
export type Table = { columns: readonly string[]; rows: readonly Row[] };
export type Row = Readonly<Record<string, string>>;

/** Reads a tab-separated file, gzip or plain; a row with another number of cells is an error. */
export function readTable(path: string): Table {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const [header = "", ...lines] = text.split("\n").filter((line) => line !== "");
  const columns = header.split("\t");
  const rows = lines.map((line, index) => {
    const cells = line.split("\t");
    if (cells.length > columns.length) throw new Error(`${path}, line ${index + 2}: ${cells.length} cells`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""]));
  });
  return { columns, rows };
}

/** The source folder from the command line or the default; prints why nothing is done when it is absent. */
export function sourceFolder(argument: string | undefined): string | null {
  const folder = argument ?? defaultSourceFolder;
  if (existsSync(join(folder, "mondo"))) return folder;
  console.log(`not checked: no source tables in ${folder}`);
  return null;
}

export const listOf = (cell: string | undefined): string[] => (cell ?? "").split("|").filter((part) => part !== "");

const spellings: readonly (readonly [RegExp, string])[] = [
  [/oesoph/g, "esoph"],
  [/haem/g, "hem"],
  [/leukaemia/g, "leukemia"],
  [/anaemia/g, "anemia"],
  [/thaemia/g, "themia"],
  [/aemia/g, "emia"],
  [/tumour/g, "tumor"],
  [/oedema/g, "edema"],
  [/paed/g, "ped"],
  [/rrhoea/g, "rrhea"],
  [/titre/g, "titer"],
];

/** English name in comparable form: lower case, American spelling, no accents, punctuation or possessive. */
export function comparableEnglish(name: string): string {
  let text = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");
  for (const [pattern, to] of spellings) text = text.replace(pattern, to);
  return text
    .replace(/'s\b/g, "")
    .replace(/[^a-z0-9+]+/g, " ")
    .trim();
}

/** Chinese name in comparable form: half-width marks, one form of 粘/黏 and 症/征, no "unspecified" tail. */
export function comparableChinese(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[,，]?未特指$/u, "")
    .replaceAll("粘", "黏")
    .replaceAll("综合症", "综合征")
    .replace(/[\s"“”「」·-]/gu, "");
}
