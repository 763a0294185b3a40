import { type DuckDBConnection, DuckDBInstance, type DuckDBMaterializedResult } from "@duckdb/node-api";
import type { CriteriaDatabase } from "../sql/database.ts";
import { type ConceptDictionary, readDictionary } from "../sql/dictionary.ts";
import { type ExtractOptions, settingsOf } from "./extract-settings.ts";

export type Extract = CriteriaDatabase & { close(): void };

const CONNECTIONS = 3;

/** Opens a columnar extract for reading. Several processes may read one file at once. */
export async function openExtract(file: string, options: ExtractOptions = {}): Promise<Extract> {
  const instance = await DuckDBInstance.create(file, { ...settingsOf(options), access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  // A connection answers one query at a time: with several, the next one runs while the answer to the last is read.
  const idle = [connection, ...(await Promise.all(Array.from({ length: CONNECTIONS - 1 }, () => instance.connect())))];
  const all = [...idle];
  const waiting: (() => void)[] = [];
  const onConnection = async <T>(work: (free: DuckDBConnection) => Promise<T>): Promise<T> => {
    while (idle.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    const free = idle.pop()!;
    try {
      return await work(free);
    } finally {
      idle.push(free);
      waiting.shift()?.();
    }
  };
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
    readColumns: async (sql, columns) => readColumns(await onConnection((free) => free.run(sql)), columns),
    close: () => {
      for (const one of all) one.closeSync();
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
