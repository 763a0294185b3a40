import { DuckDBInstance, type DuckDBMaterializedResult } from "@duckdb/node-api";
import type { CriteriaDatabase } from "../sql/database.ts";
import { type ConceptDictionary, readDictionary } from "../sql/dictionary.ts";
import { type ExtractOptions, settingsOf } from "./extract-settings.ts";

export type Extract = CriteriaDatabase & { close(): void };

/** Opens a columnar extract for reading. Several processes may read one file at once. */
export async function openExtract(file: string, options: ExtractOptions = {}): Promise<Extract> {
  const instance = await DuckDBInstance.create(file, { ...settingsOf(options), access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const dictionary: ConceptDictionary = readDictionary(
    (await (await connection.run("select id, code from concept")).getRows()) as [number, string][],
  );
  const [state] = await (
    await connection.run("select version, (select coalesce(max(patient) + 1, 0) from person) from extract")
  ).getRows();
  return {
    dialect: "duckdb",
    dictionary,
    version: String(state![0]),
    patientLimit: Number(state![1]),
    readColumns: async (sql, columns) => readColumns(await connection.run(sql), columns),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function readColumns(result: DuckDBMaterializedResult, columns: number): Float64Array[] {
  const out = Array.from({ length: columns }, () => new Float64Array(result.rowCount));
  let row = 0;
  for (let index = 0; index < result.chunkCount; index++) {
    const chunk = result.getChunk(index);
    const { rowCount } = chunk;
    for (let column = 0; column < columns; column++) {
      const vector = chunk.getColumnVector(column);
      const target = out[column]!;
      for (let i = 0; i < rowCount; i++) {
        const value = vector.getItem(i);
        target[row + i] = value === null ? Number.NaN : Number(value);
      }
    }
    row += rowCount;
  }
  return out;
}
