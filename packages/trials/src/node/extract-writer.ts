import { rmSync } from "node:fs";
import {
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBVector,
  INTEGER,
  SMALLINT,
  VARCHAR,
} from "@duckdb/node-api";
import { factKinds } from "@qinghao/clinical";
import type { ConceptDictionary } from "../sql/dictionary.ts";
import type { FactRow, PersonRow } from "../sql/rows.ts";
import {
  type Column,
  type ColumnType,
  conceptTable,
  createTable,
  extractFactTable,
  factTable,
  NO_DAY_AFTER,
  personTable,
  type Table,
} from "../sql/tables.ts";
import { type ExtractOptions, settingsOf } from "./extract-settings.ts";

/**
 * Rows by column, all of one length. NaN and null are NULL in a column that may be; a column that is left out holds 0, or
 * NULL where it may be.
 */
export type FactColumns = Partial<Record<keyof FactRow, ArrayLike<number | string | null>>> & {
  patient: ArrayLike<number>;
};
export type PersonColumns = Partial<Record<keyof PersonRow, ArrayLike<number | string | null>>> & {
  patient: ArrayLike<number>;
};

/** Writes a new columnar extract. Rows come in any order and any number of batches; `finish` sorts and closes. */
export type ExtractWriter = {
  addPersons(columns: PersonColumns): void;
  addFacts(columns: FactColumns): void;
  /**
   * Sorts the facts by kind, concept and patient, so that a criterion reads one stretch of the file, finds out which results
   * are the latest as of which days, and closes the file.
   * @param version names this state of the data: bitmaps are cached under it
   */
  finish(dictionary: ConceptDictionary, version: string): Promise<void>;
};

// In the stage every number stands for itself and NULL for a number that nothing holds: validity masks and 64-bit integers
// cost more in JavaScript than everything else.
type StageType = { readonly name: string; readonly type: DuckDBType; readonly nothing: number | string };
const stageTypes: Readonly<Record<ColumnType, StageType>> = {
  smallint: { name: "SMALLINT", type: SMALLINT, nothing: -(2 ** 15) },
  int: { name: "INTEGER", type: INTEGER, nothing: -(2 ** 31) },
  bigint: { name: "DOUBLE", type: DOUBLE, nothing: Number.NaN },
  double: { name: "DOUBLE", type: DOUBLE, nothing: Number.NaN },
  text: { name: "VARCHAR", type: VARCHAR, nothing: "" },
};
const CHUNK_ROWS = 2048;

/** Number of the layout of the file: one that was written under another cannot be read. */
export const EXTRACT_LAYOUT = 4;

function fromStage({ name, type, nullable }: Column): string {
  if (type === "bigint") return `${name}::bigint as ${name}`;
  if (nullable !== true) return name;
  if (type === "double") return `case when not isnan(${name}) then ${name} end as ${name}`;
  return `nullif(${name}, ${stageTypes[type].nothing}) as ${name}`;
}
const listOf = ({ columns }: Table): string => columns.map(fromStage).join(", ");

/** The last day on which a result is the latest of its patient and concept; see `extractFactTable`. */
const latestTo = `case when bool_and(start_lo = start_hi and assertion = 0) over g and min(sort) over g = max(sort) over g
  then coalesce(lead(start_lo) over w - 1, ${NO_DAY_AFTER}) end`;
const resultsOf = (rows: string): string =>
  `select * exclude (sort), ${latestTo} as latest_to from (select *, case when value_state = 2 then 1 else value_state end as sort from (${rows}) r) s
    window g as (partition by concept, patient), w as (partition by concept, patient order by start_hi, seq)`;

/** Starts an extract in a file that must not exist yet. The rows wait in a second file beside it until they are sorted. */
export async function createExtract(file: string, options: ExtractOptions = {}): Promise<ExtractWriter> {
  const stageFile = `${file}.unsorted`;
  rmSync(stageFile, { force: true });
  const instance = await DuckDBInstance.create(file, settingsOf(options));
  const connection = await instance.connect();
  await connection.run(`attach '${stageFile.replaceAll("'", "''")}' as stage`);
  const stages = {
    person: await startStage(connection, personTable),
    fact: await startStage(connection, factTable),
  };
  return {
    addPersons: (columns) => stages.person.add(columns),
    addFacts: (columns) => stages.fact.add(columns),
    finish: async (dictionary, version) => {
      for (const stage of Object.values(stages)) stage.close();
      await writeDictionary(connection, dictionary);
      await connection.run(createTable(personTable, "duckdb"));
      await connection.run(`insert into person select ${listOf(personTable)} from stage.person order by patient`);
      await connection.run(createTable(extractFactTable, "duckdb"));
      for (const [number, kind] of factKinds.entries()) {
        const rows = `select ${listOf(factTable)} from stage.fact where kind = ${number}`;
        // Results that are still the latest lie together, and those of whom it is not known: what is not asked for is skipped.
        const sorted =
          kind === "measurement"
            ? `${resultsOf(rows)} order by concept, latest_to is null, latest_to = ${NO_DAY_AFTER}, patient, seq`
            : `select *, null as latest_to from (${rows}) r order by concept, patient, seq`;
        await connection.run(`insert into fact ${sorted}`);
      }
      await connection.run("create table extract (version varchar not null)");
      await connection.run("insert into extract values ($1)", [version]);
      await connection.run("detach stage");
      await connection.run("checkpoint");
      connection.closeSync();
      instance.closeSync();
      rmSync(stageFile, { force: true });
    },
  };
}

async function writeDictionary(connection: DuckDBConnection, dictionary: ConceptDictionary): Promise<void> {
  await connection.run(createTable(conceptTable, "duckdb"));
  const appender = await connection.createAppender(conceptTable.name);
  for (const [id, code] of dictionary.entries()) {
    appender.appendInteger(id);
    appender.appendVarchar(code);
    appender.endRow();
  }
  appender.closeSync();
}

type Stage = { add(columns: Readonly<Record<string, ArrayLike<number | string | null>>>): void; close(): void };

async function startStage(connection: DuckDBConnection, table: Table): Promise<Stage> {
  const defined = table.columns.map(({ name, type }) => `${name} ${stageTypes[type].name} not null`);
  await connection.run(`create table stage.${table.name} (${defined.join(", ")})`);
  const appender: DuckDBAppender = await connection.createAppender(table.name, "main", "stage");
  const columnTypes = table.columns.map(({ type }) => stageTypes[type].type);
  return {
    add(columns) {
      const count = columns.patient!.length;
      for (let from = 0; from < count; from += CHUNK_ROWS) {
        const chunk = DuckDBDataChunk.create(columnTypes, Math.min(CHUNK_ROWS, count - from));
        for (const [index, column] of table.columns.entries()) {
          const vector = chunk.getColumnVector(index);
          fillVector(vector, columns[column.name], from, column);
          vector.flush();
        }
        appender.appendDataChunk(chunk);
      }
    },
    close: () => appender.closeSync(),
  };
}

function fillVector(
  vector: DuckDBVector,
  values: ArrayLike<number | string | null> | undefined,
  from: number,
  { name, type, nullable }: Column,
): void {
  const { nothing } = stageTypes[type];
  const resting = nullable === true ? nothing : type === "text" ? "" : 0;
  for (let i = 0; i < vector.itemCount; i++) {
    const value = values === undefined ? resting : (values[from + i] ?? nothing);
    const isNothing = value === nothing || Number.isNaN(value);
    if (isNothing && nullable !== true && type !== "text") throw new RangeError(`no ${name} in row ${from + i}`);
    vector.setItem(i, isNothing ? nothing : value);
  }
}

/** Rows by column. */
export function columnsOf<Row extends FactRow | PersonRow>(rows: readonly Row[]): { [K in keyof Row]: Row[K][] } {
  const columns = {} as { [K in keyof Row]: Row[K][] };
  for (const name of Object.keys(rows[0] ?? {}) as (keyof Row)[]) columns[name] = rows.map((row) => row[name]);
  return columns;
}
