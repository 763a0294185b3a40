import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { chemErrors } from "../errors.ts";
import type { ColumnPreview, DetectedFormat, FileFormat } from "../schema.ts";
import { gunzipHead, isGzip } from "./bytes.ts";
import { detectEncoding } from "./encoding.ts";
import { isNameHeader, isNumber, isSmilesHeader, looksLikeSmiles } from "./looks-like.ts";
import { splitSmilesLine } from "./smiles-lines.ts";
import { tableRows } from "./table.ts";

const SAMPLE_ROWS = 50;

/**
 * Format, encoding and columns of a file from its first bytes (64 KiB are plenty) and, where the content leaves a choice,
 * its name. Errors: `file.empty`, `file.binary`.
 */
export function detectFormat(head: Uint8Array, fileName = ""): Result<DetectedFormat, QinghaoError> {
  const detected = detectText(head);
  if (!detected.ok) return detected;
  const { gzip, encoding, text } = detected.value;
  const allLines = text.split(/\r\n|\n|\r/);
  // The last line may be cut off, unless it is all there is.
  const lines = (allLines.length > 2 ? allLines.slice(0, -1) : allLines).filter((line) => line.trim() !== "");
  if (lines.length === 0) return err(chemErrors.create("file.empty"));
  const name = fileName.toLowerCase().replace(/\.gz$/, "");
  if (isSdf(allLines, name)) return ok({ format: "sdf", gzip, encoding });
  const data = lines.filter((line) => !line.startsWith("#")).slice(0, SAMPLE_ROWS + 1);
  return ok({ gzip, encoding, ...describeTable(data.length === 0 ? lines : data, name) });
}

/** Compression, encoding and text of the first bytes of a text file. Errors: `file.empty`, `file.binary`. */
export function detectText(
  head: Uint8Array,
): Result<Pick<DetectedFormat, "gzip" | "encoding"> & { text: string }, QinghaoError> {
  if (head.length === 0) return err(chemErrors.create("file.empty"));
  const gzip = isGzip(head);
  const bytes = gzip ? gunzipHead(head) : head;
  if (bytes.length === 0) return err(chemErrors.create(gzip ? "file.gzip_truncated" : "file.empty"));
  const kind = binaryKind(bytes);
  if (kind !== null) return err(chemErrors.create("file.binary", { kind }));
  const encoding = detectEncoding(bytes);
  if (encoding.startsWith("utf-8") && isJunk(bytes))
    return err(chemErrors.create("file.binary", { kind: "binary data" }));
  return ok({ gzip, encoding, text: new TextDecoder(encoding).decode(bytes, { stream: true }) });
}

const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ["a ZIP or Excel file", [0x50, 0x4b, 3, 4]],
  ["an old Excel or Word file", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a bzip2 file", [0x42, 0x5a, 0x68, 0x39]],
  ["an xz file", [0xfd, 0x37, 0x7a, 0x58]],
  ["a zstd file", [0x28, 0xb5, 0x2f, 0xfd]],
  ["a Parquet file", [0x50, 0x41, 0x52, 0x31]],
  ["a ChemDraw file", [0x56, 0x6a, 0x43, 0x44]],
];

const binaryKind = (bytes: Uint8Array): string | null =>
  signatures.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0] ?? null;

function isJunk(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 1 << 16);
  let control = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) control++;
  }
  return control >= 3 && control > length * 0.03;
}

function isSdf(lines: readonly string[], name: string): boolean {
  if (/\.(sdf?|mol|molfile)$/.test(name)) return true;
  if (/V[23]000\s*$/.test(lines[3] ?? "")) return true;
  return lines.some((line) => line.startsWith("$$$$")) && lines.some((line) => /^M {2}END/.test(line));
}

type TableDescription = Pick<DetectedFormat, "format" | "delimiter" | "hasHeader" | "columns">;

function describeTable(lines: readonly string[], name: string): TableDescription {
  const delimiter = findDelimiter(lines, name);
  const isSmiles = delimiter === " " || (delimiter === "\t" && /\.(smi|smiles|ism)$/.test(name));
  const format: FileFormat = isSmiles ? "smiles" : delimiter === "\t" ? "tsv" : "csv";
  const rows = isSmiles ? lines.map((line) => smilesCells(line, delimiter)) : tableRows(lines, delimiter);
  const hasHeader = findHeader(rows);
  return { format, delimiter, hasHeader, columns: describeColumns(rows, hasHeader) };
}

/** Cells of a line of a SMILES file: with a tab as many as there are, otherwise structure and name. */
export function smilesCells(line: string, delimiter: string): string[] {
  if (delimiter === "\t") {
    const cells = line.split("\t").map((cell) => cell.trim());
    return /^\|.*\|$/.test(cells[1] ?? "") ? [`${cells[0]} ${cells[1]}`, ...cells.slice(2)] : cells;
  }
  const { structure, rest } = splitSmilesLine(line);
  return rest === "" ? [structure] : [structure, rest];
}

function findDelimiter(lines: readonly string[], name: string): string {
  const isSmilesFile = /\.(smi|smiles|ism)$/.test(name);
  const wanted = isSmilesFile ? ["\t"] : /\.csv$/.test(name) ? [",", ";", "\t"] : ["\t", ",", ";"];
  const [header = ""] = lines;
  const named = wanted.find((delimiter) => {
    const [cells = []] = tableRows([header], delimiter);
    return cells.length > 1 && cells.some(isSmilesHeader);
  });
  if (named !== undefined) return named;
  const plain = lines.map((line) => line.replace(/\|[^|]*\|/g, ""));
  let best = " ";
  let bestScore = 0;
  for (const delimiter of wanted) {
    if (plain.filter((line) => line.includes(delimiter)).length < 0.6 * plain.length) continue;
    const rows = tableRows(lines, delimiter);
    const even = rows.filter((row) => row.length === rows[0]!.length).length / Math.max(1, rows.length);
    const hasStructure = rows.some((row) => row.some((cell) => looksLikeSmiles(cell.trim())));
    const score = even + (hasStructure ? 1 : 0);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  if (best !== " ") return best;
  return name.endsWith(".tsv") ? "\t" : name.endsWith(".csv") ? "," : " ";
}

function findHeader(rows: readonly string[][]): boolean {
  const first = rows[0] ?? [];
  if (first.some((cell) => isSmilesHeader(cell))) return true;
  const isStructure = (cell: string | undefined) => looksLikeSmiles(cell?.trim().split(" ")[0] ?? "");
  if (first.some(isStructure)) return false;
  const later = rows.slice(1);
  return (
    later.length > 0 &&
    first.some((_, column) => later.filter((row) => isStructure(row[column])).length * 2 > later.length)
  );
}

function describeColumns(rows: readonly string[][], hasHeader: boolean): ColumnPreview[] {
  const data = hasHeader ? rows.slice(1) : rows;
  const count = Math.max(0, ...rows.slice(0, 20).map((row) => row.length));
  const headers = uniqueHeaders(Array.from({ length: count }, (_, i) => (hasHeader ? (rows[0]?.[i] ?? "") : "")));
  return headers.map((name, column) => {
    const values = data.map((row) => row[column]?.trim() ?? "").filter((value) => value !== "");
    return { name, sample: values.slice(0, 5), looksLike: kindOf(name, values) };
  });
}

/** Names for all columns: trimmed, "column 3" where there is none, a number added where one repeats. */
export function uniqueHeaders(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, i) => {
    const name = header.trim() || `column ${i + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function kindOf(header: string, values: readonly string[]): ColumnPreview["looksLike"] {
  const share = (test: (value: string) => boolean) => values.filter(test).length / Math.max(1, values.length);
  if (values.length > 0 && share(isNumber) > 0.9 && !isSmilesHeader(header))
    return isNameHeader(header) ? "name" : "number";
  const smiles = share((value) => looksLikeSmiles(splitSmilesLine(value).structure.split(" ")[0]!));
  if (isSmilesHeader(header) ? values.length === 0 || smiles > 0.3 : smiles > 0.7) return "smiles";
  if (isNameHeader(header)) return "name";
  const short = share((value) => value.length <= 60);
  return short > 0.9 && new Set(values).size > values.length * 0.9 && values.length > 1 ? "name" : "text";
}
