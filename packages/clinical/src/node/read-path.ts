import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { clinicalErrors } from "../errors.ts";
import { readFhir } from "../fhir/index.ts";
import { type CsvRow, readOmop, readTables } from "../omop/index.ts";
import type { ReadOutcome } from "../read/read-outcome.ts";
import { UnmappedCounter } from "../read/unmapped-counter.ts";
import type { CodeResolver } from "../resolver.ts";

const textOf = (file: string): string => {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
};

/**
 * Reads patients from a path: a FHIR bundle, an NDJSON file, a folder of either (optionally gzip), or a folder of OMOP CDM
 * CSV tables (told by a PERSON.csv). A folder of bundles is read file by file, so that memory holds one of them at a time;
 * resources of NDJSON files and OMOP rows belong together and come as one batch.
 * Errors: `clinical.patients.missing`, `clinical.patients.unreadable` with file and line.
 */
export function* readPatientBatches(from: string, resolver: CodeResolver): Generator<ReadOutcome> {
  const stat = statSync(from, { throwIfNoEntry: false });
  if (stat === undefined) throw clinicalErrors.create("patients.missing", { path: from });
  const files = stat.isDirectory()
    ? readdirSync(from)
        .sort()
        .map((name) => path.join(from, name))
    : [from];
  if (files.some((file) => /^person\.csv(\.gz)?$/i.test(path.basename(file)))) {
    yield readOmop(omopFolder(files), resolver);
    return;
  }
  const bundles = files.filter((file) => /\.json(\.gz)?$/i.test(file));
  const bulk = files.filter((file) => /\.ndjson(\.gz)?$/i.test(file));
  if (bundles.length === 0 && bulk.length === 0) throw clinicalErrors.create("patients.unknown_format", { path: from });
  for (const file of bundles) yield readFhir([parseJson(textOf(file), file, 1)], resolver);
  if (bulk.length > 0) yield readFhir(bulkResources(bulk), resolver);
}

/** All patients of a path at once. */
export function readPatientPath(from: string, resolver: CodeResolver): ReadOutcome {
  const records: ReadOutcome["records"] = [];
  const unmapped = new UnmappedCounter();
  for (const batch of readPatientBatches(from, resolver)) {
    records.push(...batch.records);
    for (const { what, system, code, reason, display, count } of batch.unmapped)
      unmapped.add(what, system, code, reason, display, count);
  }
  return { records, unmapped: unmapped.rows() };
}

function* bulkResources(files: readonly string[]): Generator<unknown> {
  for (const file of files) {
    for (const [place, line] of textOf(file).split("\n").entries())
      if (line.trim() !== "") yield parseJson(line, file, place + 1);
  }
}

function parseJson(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text, which holds a patient's values: only the place is told.
    throw clinicalErrors.create("patients.unreadable", { file: path.basename(file), line });
  }
}

function omopFolder(files: readonly string[]): (table: string) => Iterable<CsvRow> {
  const byTable = new Map(
    files.map((file) => [
      path
        .basename(file)
        .toLowerCase()
        .replace(/\.csv(\.gz)?$/, ""),
      file,
    ]),
  );
  const wanted = new Set<string>(readTables);
  return (table) => {
    const file = byTable.get(table);
    if (file === undefined || !wanted.has(table)) return [];
    return parse(textOf(file), {
      columns: (head: string[]) => head.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true,
      relax_column_count: true,
      bom: true,
    }) as CsvRow[];
  };
}
