import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { clinicalErrors } from "../errors.ts";
import { readFhir } from "../fhir/index.ts";
import type { ReadOutcome } from "../read/read-outcome.ts";
import { UnmappedCounter } from "../read/unmapped-counter.ts";
import type { CodeResolver } from "../resolver.ts";
import { parseJson } from "./parse-json.ts";
import { readBulk } from "./read-bulk.ts";
import { readOmopFolder } from "./read-omop-folder.ts";

const textOf = (file: string): string => {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
};

/**
 * Reads patients from a path: a FHIR bundle, an NDJSON file, a folder of either (optionally gzip), or a folder of OMOP CDM
 * CSV tables (told by a PERSON.csv). Memory holds one bundle at a time, and of NDJSON files and tables some patients at a
 * time wherever their lines stand.
 * Errors: `clinical.patients.missing`, `.unknown_format`, `.no_person_column`; `.unreadable` and `.unreadable_table` with
 * file and line.
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
    yield* readOmopFolder(files, resolver);
    return;
  }
  const bundles = files.filter((file) => /\.json(\.gz)?$/i.test(file));
  const bulk = files.filter((file) => /\.ndjson(\.gz)?$/i.test(file));
  if (bundles.length === 0 && bulk.length === 0) throw clinicalErrors.create("patients.unknown_format", { path: from });
  for (const file of bundles) yield readFhir([parseJson(textOf(file), path.basename(file), 1)], resolver);
  if (bulk.length > 0) yield* readBulk(bulk, resolver);
}

/** All patients of a path at once. */
export function readPatientPath(from: string, resolver: CodeResolver): ReadOutcome {
  const records: ReadOutcome["records"] = [];
  const unmapped = new UnmappedCounter();
  for (const batch of readPatientBatches(from, resolver)) {
    records.push(...batch.records);
    unmapped.addAll(batch.unmapped);
  }
  return { records, unmapped: unmapped.rows() };
}
