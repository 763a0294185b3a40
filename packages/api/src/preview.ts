import { type DetectedFormat, detectFormat, readRecords } from "@qinghao/chemistry";
import { toWireError, unwrap } from "@qinghao/kernel";
import type { FileFormat, ImportMapping, ImportPreview } from "./schema.ts";

/** Something that can be read from its beginning, several times. */
export type PreviewSource = {
  fileName: string | null;
  /** Bytes in all. */
  size: number;
  open(): AsyncIterable<Uint8Array>;
};

const headBytes = 256 * 1024;
const previewRows = 20;
/** Longer cells are cut: a preview is looked at, not read. */
const cellLength = 400;

/** What a file is taken for, and its first rows read that way. Throws `chemistry.file.*` when it cannot be read. */
export async function previewOf(
  source: PreviewSource,
  choice: { format?: FileFormat; mapping?: ImportMapping } = {},
): Promise<ImportPreview> {
  const fileName = source.fileName ?? undefined;
  const head = await readHead(source.open(), headBytes);
  const detected: DetectedFormat = unwrap(await detectFormat(head, fileName));
  const mapping = choice.mapping ?? suggestMapping(detected);
  const records = readRecords(source.open(), {
    format: choice.format ?? detected.format,
    fileName,
    ...(mapping === null ? {} : { mapping }),
  });
  const rows: ImportPreview["rows"] = [];
  for await (const record of records) {
    rows.push({
      row: record.row,
      line: record.line,
      text: shortened(record.text),
      name: record.ok && record.name !== null ? shortened(record.name) : null,
      fields: record.ok ? mapValues(record.fields, shortened) : {},
      error: record.ok ? null : toWireError(record.error),
    });
    if (rows.length === previewRows) break;
  }
  return {
    fileName: source.fileName,
    size: source.size,
    format: choice.format ?? detected.format,
    gzip: detected.gzip,
    encoding: detected.encoding,
    delimiter: detected.delimiter ?? null,
    hasHeader: detected.hasHeader ?? false,
    columns: (detected.columns ?? []).map((column) => ({ ...column, sample: column.sample.map(shortened) })),
    mapping,
    rows,
  };
}

/** The first column that looks like SMILES, and the first that looks like a name; null where there are no columns. */
function suggestMapping({ columns }: DetectedFormat): ImportMapping | null {
  const structure = columns?.findIndex(({ looksLike }) => looksLike === "smiles") ?? -1;
  if (columns === undefined || structure < 0) return null;
  const name = columns.findIndex(({ looksLike }, at) => looksLike === "name" && at !== structure);
  return { structure, ...(name < 0 ? {} : { name }) };
}

async function readHead(source: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length >= size) break;
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, size));
}

const shortened = (text: string): string => (text.length > cellLength ? `${text.slice(0, cellLength)}…` : text);

const mapValues = (record: Readonly<Record<string, string>>, change: (value: string) => string) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
