import path from "node:path";
import { clinicalErrors } from "../errors.ts";
import { type ConceptLookup, type CsvRow, conceptTable, personTables, readOmop } from "../omop/index.ts";
import type { ReadOutcome } from "../read/read-outcome.ts";
import type { CodeResolver } from "../resolver.ts";
import { batchesOf, placesByFile, singly } from "./batches.ts";
import { CsvTable } from "./csv-table.ts";
import { type LinePlace, LineTable } from "./line-table.ts";

/** Group of the rows of people who are not in PERSON. */
const STRANGERS = 0;

/**
 * Reads a folder of OMOP CDM CSV tables some patients at a time, wherever their rows stand. The tables are read twice, first
 * for the places of each patient's rows, so that memory holds these places, the CONCEPT rows that are referred to, and one batch.
 * Errors: `clinical.patients.no_person_column`, `clinical.patients.unreadable_table` with file and line.
 */
export function* readOmopFolder(files: readonly string[], resolver: CodeResolver): Generator<ReadOutcome> {
  const byName = new Map(files.map((file) => [tableName(file), file]));
  const opened: { name: string; table: CsvTable }[] = [];
  try {
    for (const name of personTables) {
      const file = byName.get(name);
      if (file === undefined) continue;
      const table = new CsvTable(file);
      opened.push({ name, table });
      if (table.columns.length > 0 && !table.columns.includes("person_id"))
        throw clinicalErrors.create("patients.no_person_column", { file: path.basename(file) });
    }
    const { rows, people, concepts } = indexRows(opened);
    const conceptOf = conceptsOf(byName.get("concept"), concepts);
    const read = (batch: LinePlace[]): ReadOutcome => {
      const places = placesByFile(batch, opened.length);
      const tables = new Map(
        opened.map(({ name, table }, at): [string, CsvRow[]] => [name, table.rowsAt(places[at]!)]),
      );
      return readOmop((name) => tables.get(name) ?? [], resolver, conceptOf);
    };
    for (const batch of batchesOf(Array.from({ length: people }, (_, at) => rows.linesOf(at + 1)))) yield read(batch);
    for (const batch of batchesOf(singly(rows.linesOf(STRANGERS)))) yield read(batch);
  } finally {
    for (const { table } of opened) table.close();
  }
}

const tableName = (file: string): string =>
  path
    .basename(file)
    .toLowerCase()
    .replace(/\.csv(\.gz)?$/, "");

/** Whose every row is, people numbered from 1 in the order of PERSON, and the ids of all concepts that rows refer to. */
function indexRows(opened: readonly { name: string; table: CsvTable }[]) {
  const rows = new LineTable();
  const people = new Map<string, number>();
  const concepts = new Set<string>();
  for (const [file, { name, table }] of opened.entries()) {
    const person = table.columns.indexOf("person_id");
    const referring = table.columns.flatMap((column, at) => (column.endsWith("_concept_id") ? [at] : []));
    for (const { cells, ...place } of table.records()) {
      const id = cells[person] ?? "";
      if (name === "person" && id !== "" && !people.has(id)) people.set(id, people.size + 1);
      rows.add(people.get(id) ?? STRANGERS, { file, ...place });
      for (const at of referring) {
        const concept = cells[at];
        if (concept !== undefined) concepts.add(concept);
      }
    }
  }
  return { rows, people: people.size, concepts };
}

/** The CONCEPT rows of these ids: a vocabulary in full has millions more. */
function conceptsOf(file: string | undefined, ids: ReadonlySet<string>): ConceptLookup {
  if (file === undefined) return conceptTable([]);
  const table = new CsvTable(file);
  try {
    return conceptTable(wanted(table, ids));
  } finally {
    table.close();
  }
}

function* wanted(table: CsvTable, ids: ReadonlySet<string>): Generator<CsvRow> {
  const id = table.columns.indexOf("concept_id");
  for (const { cells } of table.records()) if (ids.has(cells[id] ?? "")) yield table.row(cells);
}
