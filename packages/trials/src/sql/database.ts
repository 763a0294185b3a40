import type { ConceptDictionary } from "./dictionary.ts";
import type { Dialect } from "./tables.ts";

/** A database that holds the tables of facts and answers compiled criteria. */
export type CriteriaDatabase = {
  readonly dialect: Dialect;
  readonly dictionary: Pick<ConceptDictionary, "find" | "withPrefix">;
  /** Names the state of the data; what was computed under another version is stale. */
  readonly version: string;
  /** Patients are numbered below this. */
  readonly patientLimit: number;
  /** Runs a query whose first `columns` columns are numbers; NULL becomes NaN. */
  readColumns(sql: string, columns: number): Promise<Float64Array[]>;
};

/** What PostgreSQL drivers have in common: rows by column name. */
export type SqlRunner = (sql: string) => Promise<readonly Record<string, unknown>[]>;

/** A node's PostgreSQL behind the caller's own driver. */
export function postgresDatabase(
  query: SqlRunner,
  state: Pick<CriteriaDatabase, "dictionary" | "version" | "patientLimit">,
): CriteriaDatabase {
  return {
    ...state,
    dialect: "postgres",
    readColumns: async (sql, columns) => {
      const rows = await query(sql);
      const out = Array.from({ length: columns }, () => new Float64Array(rows.length));
      for (const [index, row] of rows.entries()) {
        const values = Object.values(row);
        for (let column = 0; column < columns; column++) {
          const value = values[column];
          out[column]![index] = value === null ? Number.NaN : Number(value);
        }
      }
      return out;
    },
  };
}
