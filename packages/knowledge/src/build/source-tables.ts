import { z } from "zod";
import { knowledgeErrors } from "../errors.ts";
import { licenceClasses, type SourceInfo } from "../schema.ts";

/** What a dataset.json says of a source; the tables' columns are described there too. */
export const datasetFactsSchema = z.object({
  schema: z.literal(1),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: z.string().min(1),
  version: z.string().min(1),
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  licence: z.object({
    id: z.string().min(1),
    class: z.enum(licenceClasses),
    attribution: z.string().min(1),
    notice: z.string().optional(),
  }),
  url: z.string().min(1),
  origin: z.string().min(1),
  changes: z.string().min(1),
  known: z.array(z.string()).optional(),
  files: z.array(
    z.object({
      path: z.string(),
      rows: z.number().int(),
      bytes: z.number().int(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type DatasetFacts = z.infer<typeof datasetFactsSchema>;

/** A source as the build reads it: its facts and the texts of its files, by file name without `.gz`. */
export type SourceTables = { facts: DatasetFacts; texts: ReadonlyMap<string, string> };
/** Every source by name. */
export type Sources = ReadonlyMap<string, SourceTables>;

/** The line of a source that stands in a pack. */
export function sourceInfoOf({ name, title, version, date, licence, url }: DatasetFacts): SourceInfo {
  const { id, class: licenceClass, attribution } = licence;
  return { id: name, title, version, date, licence: id, licenceClass, url, attribution };
}

/** The text of a source's file. Errors: `knowledge.table.missing`. */
export function textOf(sources: Sources, source: string, file: string): string {
  const text = sources.get(source)?.texts.get(file);
  if (text === undefined) throw knowledgeErrors.create("table.missing", { source, file });
  return text;
}

/**
 * Rows of a tab-separated table with a header, as records of the columns asked for. Errors: `knowledge.table.missing` when the
 * table or one of its columns is not there.
 */
export function* rowsOf<const Column extends string>(
  sources: Sources,
  source: string,
  file: string,
  columns: readonly Column[],
): Generator<Record<Column, string>> {
  const text = textOf(sources, source, file);
  let place = text.indexOf("\n");
  const header = text
    .slice(0, place)
    .replace(/^\uFEFF|\r$/g, "")
    .split("\t");
  const places = columns.map((column) => {
    const found = header.indexOf(column);
    if (found < 0) throw knowledgeErrors.create("table.missing", { source, file: `${file}, column ${column}` });
    return found;
  });
  while (place < text.length - 1) {
    const end = text.indexOf("\n", place + 1);
    const line = text.slice(place + 1, end < 0 ? text.length : end);
    place = end < 0 ? text.length : end;
    if (line.trim() === "") continue;
    const cells = line.split("\t");
    const row = {} as Record<Column, string>;
    for (let i = 0; i < columns.length; i++) row[columns[i]!] = (cells[places[i]!] ?? "").trim();
    yield row;
  }
}

/** The parts of a list cell. */
export const listOf = (cell: string, separator = "|"): string[] =>
  cell === ""
    ? []
    : cell
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== "");
