import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

/** A column of a table: its name, what it says, its unit where it is a measure, and its name in the origin if another. */
export type Column = { name: string; meaning: string; unit?: string; from?: string };

/** What is known of a source, apart from the tables themselves. */
export type SourceFacts = {
  title: string;
  /** Release, build or commit. */
  version: string;
  /** State of the content: YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string;
  licence: {
    id: string;
    /** G free to ship with attribution; H HPO terms: unaltered, version shown; S share-alike: a pack apart. */
    class: "G" | "H" | "S";
    attribution: string;
    /** A text that the licence wants to be shown word for word. */
    notice?: string;
  };
  url: string;
  /** Where exactly the files came from. */
  origin: string;
  /** What was changed against the origin. */
  changes: string;
  /** What a reader should know before trusting it. */
  known?: string[];
};

type Row = Record<string, string>;

/** A table reduced to the columns used; rows that are then equal are written once. */
export type TableRecipe = {
  /** File name without `.gz`. */
  file: string;
  /** Path below the folder of staged sources. */
  from: string;
  columns: Column[];
  parse?: (text: string) => Row[];
  keep?: (row: Row) => boolean;
  /** Cells computed from a row of the origin; they win over the origin's columns. */
  derive?: (row: Row) => Row;
};

/** A file whose lines stay as they are; `keepLine` may leave whole lines out. Only the compression is ours. */
export type UnalteredRecipe = {
  file: string;
  from: string;
  columns: Column[];
  unaltered: true;
  keepLine?: (line: string) => boolean;
};

/**
 * Writes the tables of the source in whose folder `prepareUrl` stands, and its dataset.json. The staged collection is the
 * first argument of the command, `../shared/datasets/knowledge` by default. The same input gives the same bytes.
 * Errors: ends with code 2 and a sentence when the collection is not there.
 */
export async function prepareSource(
  prepareUrl: string,
  facts: SourceFacts,
  recipes: (TableRecipe | UnalteredRecipe)[],
): Promise<void> {
  const folder = path.dirname(fileURLToPath(prepareUrl));
  const staged = path.resolve(process.argv[2] ?? "../shared/datasets/knowledge");
  const name = path.basename(folder);
  if (!existsSync(staged)) {
    console.error(`usage: node datasets/knowledge/${name}/prepare.ts FOLDER\n${staged} is not there. ${facts.origin}`);
    process.exitCode = 2;
    return;
  }
  const files = [];
  for (const recipe of recipes) {
    const origin = gunzipSync(await readFile(path.join(staged, recipe.from))).toString("utf8");
    const text = "unaltered" in recipe ? keptLines(origin, recipe) : reduced(origin, recipe);
    const bytes = gzip(text);
    await writeFile(path.join(folder, `${recipe.file}.gz`), bytes);
    const lines = text.split("\n").length - 1;
    const rows = "unaltered" in recipe ? lines : lines - 1;
    const columns = recipe.columns.map(({ name, meaning, unit }) => ({ name, meaning, ...(unit ? { unit } : {}) }));
    files.push({
      path: `${recipe.file}.gz`,
      from: recipe.from,
      rows,
      bytes: bytes.length,
      sha256: sha256(bytes),
      columns,
    });
    console.log(`${name}/${recipe.file}.gz: ${rows} rows, ${bytes.length} bytes`);
  }
  const description = { schema: 1, name, ...facts, files };
  await writeFile(path.join(folder, "dataset.json"), formatJson(description));
}

/** JSON as the project's formatter writes it: two spaces, lists of strings on one line where they fit in 120 columns. */
export function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const list = /^( *(?:"[^"]+": )?)\[\n((?: *"(?:[^"\\]|\\.)*",?\n)+) *\](,?)$/gm;
  return `${text.replace(list, (whole, head: string, items: string, comma: string) => {
    const line = `${head}[${items.trim().split(/\n */).join(" ")}]${comma}`;
    return line.length <= 120 ? line : whole;
  })}\n`;
}

/** Rows of a tab-separated text with header. Lines that begin with `#` before the header are passed over. */
export function readTsv(text: string): Row[] {
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  const start = lines.findIndex((line) => line !== "" && !line.startsWith("#"));
  return records(
    lines[start]!.split("\t"),
    lines
      .slice(start + 1)
      .filter((line) => line !== "")
      .map((line) => line.split("\t")),
  );
}

/** Rows of a comma-separated text without header, RFC 4180 quotes. */
export const readCsv =
  (columns: readonly string[]) =>
  (text: string): Row[] =>
    records(
      columns,
      text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) =>
          [...line.replace(/\r$/, "").matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
            ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
          ),
        ),
    );

const records = (header: readonly string[], lines: readonly string[][]): Row[] =>
  lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));

function reduced(origin: string, { columns, parse = readTsv, keep = () => true, derive }: TableRecipe): string {
  const lines = [columns.map((column) => column.name).join("\t")];
  for (const row of parse(origin)) {
    if (!keep(row)) continue;
    const cells = derive ? { ...row, ...derive(row) } : row;
    lines.push(
      columns.map(({ name, from = name }) => (cells[from] ?? "").replace(/[\t\n\r]+/g, " ").trim()).join("\t"),
    );
  }
  return `${[...new Set(lines)].join("\n")}\n`;
}

function keptLines(origin: string, { keepLine }: UnalteredRecipe): string {
  return keepLine
    ? origin
        .split("\n")
        .filter((line) => line === "" || keepLine(line))
        .join("\n")
    : origin;
}

/** gzip at level 9 with neither time nor operating system in its header. */
function gzip(text: string): Buffer {
  const bytes = gzipSync(text, { level: 9, memLevel: 9 });
  bytes.fill(0, 4, 8);
  bytes[9] = 255;
  return bytes;
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
