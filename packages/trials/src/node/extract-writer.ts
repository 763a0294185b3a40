import { rmSync } from "node:fs";
import {
  BIGINT,
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
import type { ConceptDictionary } from "../sql/dictionary.ts";
import type { FactRow, PersonRow } from "../sql/rows.ts";
import { type ColumnType, conceptTable, createTable, factTable, personTable, type Table } from "../sql/tables.ts";
import { type ExtractOptions, settingsOf } from "./extract-settings.ts";

/**
 * Rows by column, all of one length. NaN and null are NULL in a column that may be; a column that is left out holds its
 * table's resting value: 0, NULL, or for an end day the day of an end that is not known.
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
   * Sorts the facts by kind, concept and patient, so that a criterion reads one stretch of the file, and closes it.
   * @param version names this state of the data: bitmaps are cached under it
   */
  finish(dictionary: ConceptDictionary, version: string): Promise<void>;
};

const types: Readonly<Record<ColumnType, DuckDBType>> = {
  smallint: SMALLINT,
  int: INTEGER,
  bigint: BIGINT,
  double: DOUBLE,
  text: VARCHAR,
};
const CHUNK_ROWS = 2048;

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
      await connection.run("insert into person select * from stage.person order by patient");
      await connection.run(createTable(factTable, "duckdb"));
      await connection.run("insert into fact select * from stage.fact order by kind, concept, patient, seq");
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
  await connection.run(createTable(table, "duckdb", `stage.${table.name}`));
  const appender: DuckDBAppender = await connection.createAppender(table.name, "main", "stage");
  const columnTypes = table.columns.map(({ type }) => types[type]);
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
  column: Table["columns"][number],
): void {
  const resting = column.nullable === true ? null : column.type === "text" ? "" : 0;
  for (let i = 0; i < vector.itemCount; i++) {
    const value = values === undefined ? resting : (values[from + i] ?? null);
    if (value === null || Number.isNaN(value)) vector.setItem(i, null);
    else vector.setItem(i, column.type === "bigint" ? BigInt(value) : value);
  }
}

/** Rows by column. */
export function columnsOf<Row extends FactRow | PersonRow>(rows: readonly Row[]): { [K in keyof Row]: Row[K][] } {
  const columns = {} as { [K in keyof Row]: Row[K][] };
  for (const name of Object.keys(rows[0] ?? {}) as (keyof Row)[]) columns[name] = rows.map((row) => row[name]);
  return columns;
}
