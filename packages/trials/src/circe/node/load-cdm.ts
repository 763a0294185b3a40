import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { CdmRow } from "../engine/cdm.ts";
import { type ColumnType, cdmColumns } from "../sql/cdm-columns.ts";

const cast: Readonly<Record<ColumnType, (column: string) => string>> = {
  bigint: (column) => `cast(cast(${column} as double) as bigint)`,
  double: (column) => `cast(${column} as double)`,
  date: (column) => `cast(cast(${column} as timestamp) as date)`,
  varchar: (column) => column,
};

/**
 * Makes the schema `cdm` of a DuckDB connection from OMOP rows: every column that the compiled SQL may name, typed;
 * columns and tables that are absent are null and empty.
 */
export async function loadCdm(
  connection: DuckDBConnection,
  tables: Readonly<Record<string, readonly CdmRow[] | undefined>>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "cdm-"));
  try {
    await connection.run("drop schema if exists cdm cascade");
    await connection.run("create schema cdm");
    for (const [table, columns] of cdmColumns()) {
      const names = Object.keys(columns);
      const text = names.map((name) => `${name}: 'varchar'`).join(", ");
      const typed = Object.entries(columns).map(([name, type]) => `${cast[type](`nullif(${name}, '')`)} as ${name}`);
      const file = path.join(folder, `${table}.ndjson`);
      const rows = (tables[table] ?? []).map((row) =>
        JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] == null ? null : String(row[name])]))),
      );
      writeFileSync(file, rows.join("\n"));
      await connection.run(
        `create table cdm.${table} as select ${typed.join(", ")} from read_json('${file}', format = 'newline_delimited', columns = {${text}})`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
