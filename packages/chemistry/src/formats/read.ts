import { isQinghaoError, type QinghaoError, unwrap } from "@qinghao/kernel";
import { chemErrors } from "../errors.ts";
import type { ColumnMapping, DetectedFormat } from "../schema.ts";
import { tooLarge } from "../structure-text.ts";
import { gunzip, peek } from "./bytes.ts";
import { detectFormat, smilesCells, uniqueHeaders } from "./detect.ts";
import { decodeText } from "./encoding.ts";
import { type Line, readLines } from "./lines.ts";
import { isNameHeader, isSmilesHeader } from "./looks-like.ts";
import {
  defaultLimits,
  excerptOf,
  type InputRecord,
  type RawRecord,
  type ReadLimits,
  type ReadOptions,
} from "./records.ts";
import { readSdf } from "./sdf.ts";
import { readTable, type TableRow } from "./table.ts";

const HEAD_BYTES = 1 << 16;

/**
 * Reads a file of structures as a stream: SMILES, CSV, TSV or SDF, gzipped or not, in UTF-8, UTF-16 or GB18030. Every data
 * row gives exactly one record, in order; a row that cannot be read is a record with an error and reading goes on. A
 * compressed file that ends early or grows beyond the limits ends with one further record that says so.
 * Throws `file.empty`, `file.binary`, `file.no_structure_column`, `file.unknown_column`, and the signal's reason.
 */
export async function* readRecords(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<InputRecord, void, undefined> {
  const limits: ReadLimits = { ...defaultLimits, ...options.limits };
  const { head, whole } = await peek(source, HEAD_BYTES);
  const detected = unwrap(detectFormat(head, options.fileName));
  const bytes: AsyncIterable<Uint8Array | QinghaoError> = detected.gzip ? gunzip(whole, limits) : whole;
  const lines = readLines(decodeText(bytes, detected.encoding), limits.lineLength);
  const batches = readBatches(lines, detected, options, limits);
  let row = 0;
  let lastLine = 0;
  for await (const batch of batches) {
    options.signal?.throwIfAborted();
    if (isQinghaoError(batch)) {
      yield { row: ++row, line: lastLine + 1, text: "", ok: false, error: batch };
      return;
    }
    for (const raw of batch) {
      lastLine = raw.line;
      yield finishRecord(raw, ++row, limits);
    }
  }
}

function finishRecord(raw: RawRecord, row: number, limits: ReadLimits): InputRecord {
  const { line, text } = raw;
  const reject = (error: QinghaoError): InputRecord => ({ row, line, text: excerptOf(text), ok: false, error });
  if ("error" in raw) return reject(raw.error);
  if (text.includes("\0")) return reject(chemErrors.create("row.null_byte"));
  const atoms = tooLarge(text, limits.atoms);
  if (atoms !== null) return reject(chemErrors.create("structure.too_large", { atoms, limit: limits.atoms }));
  return { row, line, text, ok: true, name: raw.name, fields: raw.fields };
}

function readBatches(
  lines: AsyncIterable<Line[] | QinghaoError>,
  detected: DetectedFormat,
  options: ReadOptions,
  limits: ReadLimits,
): AsyncIterable<RawRecord[] | QinghaoError> {
  const format = options.format ?? detected.format;
  if (format === "sdf") return readSdf(lines, limits);
  const delimiter = format === detected.format ? (detected.delimiter ?? ",") : delimiters[format];
  if (format === "smiles") return readMapped(smilesRows(lines, delimiter, limits), detected, options.mapping, "smiles");
  return readMapped(readTable(lines, delimiter, limits.lineLength), detected, options.mapping, format);
}

const delimiters = { smiles: " ", csv: ",", tsv: "\t" } as const;

async function* smilesRows(
  source: AsyncIterable<Line[] | QinghaoError>,
  delimiter: string,
  limits: ReadLimits,
): AsyncGenerator<TableRow[] | QinghaoError> {
  for await (const lines of source) {
    if (isQinghaoError(lines)) {
      yield lines;
      return;
    }
    const rows: TableRow[] = [];
    for (const { number, text, tooLong } of lines) {
      if (tooLong) {
        rows.push({ line: number, text, error: chemErrors.create("row.too_long", { limit: limits.lineLength }) });
      } else if (text.trim() !== "" && !text.startsWith("#")) {
        rows.push({ line: number, text, cells: smilesCells(text, delimiter) });
      }
    }
    if (rows.length > 0) yield rows;
  }
}

type Columns = { headers: string[]; structure: number; name: number; kept: number[] };

async function* readMapped(
  source: AsyncIterable<TableRow[] | QinghaoError>,
  detected: DetectedFormat,
  mapping: ColumnMapping | undefined,
  format: "smiles" | "csv" | "tsv",
): AsyncGenerator<RawRecord[] | QinghaoError> {
  let columns: Columns | null = null;
  const byName = [mapping?.structure, mapping?.name].filter((column) => typeof column === "string");
  for await (const batch of source) {
    if (isQinghaoError(batch)) {
      yield batch;
      return;
    }
    const records: RawRecord[] = [];
    for (const row of batch) {
      if (columns === null && "cells" in row) {
        const cells = row.cells.map((cell) => cell.trim());
        const isHeader = detected.hasHeader === true || byName.some((column) => cells.includes(column.trim()));
        columns = chooseColumns(isHeader ? cells : [], cells.length, detected, mapping, format);
        if (isHeader) continue;
      }
      records.push("error" in row ? row : recordOf(row, columns!));
    }
    yield records;
  }
}

function chooseColumns(
  header: readonly string[],
  width: number,
  detected: DetectedFormat,
  mapping: ColumnMapping | undefined,
  format: "smiles" | "csv" | "tsv",
): Columns {
  const previews = detected.columns ?? [];
  const count = Math.max(width, previews.length);
  const headers = uniqueHeaders(Array.from({ length: count }, (_, i) => header[i] ?? ""));
  const position = (column: string | number): number => {
    const index = typeof column === "number" ? column : headers.indexOf(column.trim());
    if (index >= 0 && index < count) return index;
    throw chemErrors.create("file.unknown_column", { column });
  };
  const guess = (kind: "smiles" | "name", matches: (header: string) => boolean, except: number): number => {
    const fits = previews.map(({ looksLike }, i) => looksLike === kind && i !== except);
    const named = previews.findIndex(({ name }, i) => fits[i] && matches(name));
    return named >= 0 ? named : fits.indexOf(true);
  };
  const structure =
    mapping !== undefined
      ? position(mapping.structure)
      : format === "smiles"
        ? Math.max(0, header.findIndex(isSmilesHeader))
        : guess("smiles", isSmilesHeader, -1);
  if (structure < 0) throw chemErrors.create("file.no_structure_column");
  const name =
    mapping !== undefined
      ? mapping.name === undefined
        ? -1
        : position(mapping.name)
      : format === "smiles"
        ? structure === 0
          ? 1
          : 0
        : guess("name", isNameHeader, structure);
  const kept = mapping?.fields?.map(position) ?? headers.map((_, i) => i).filter((i) => i !== structure && i !== name);
  return { headers, structure, name, kept };
}

function recordOf(row: { line: number; text: string; cells: string[] }, columns: Columns): RawRecord {
  const text = row.cells[columns.structure]?.trim() ?? "";
  if (text === "") {
    const column = columns.headers[columns.structure]!;
    return { line: row.line, text: row.text, error: chemErrors.create("row.no_structure", { column }) };
  }
  const fields: Record<string, string> = {};
  for (const i of columns.kept) {
    const value = row.cells[i]?.trim() ?? "";
    if (value !== "") fields[columns.headers[i]!] = value;
  }
  const name = columns.name < 0 ? "" : (row.cells[columns.name]?.trim() ?? "");
  return { line: row.line, text, name: name === "" ? null : name, fields };
}
