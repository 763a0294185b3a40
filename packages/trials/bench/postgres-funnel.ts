import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { testPostgres } from "@qinghao/testing";
import postgres from "postgres";
import { openCohorts } from "../src/funnel/cohorts.ts";
import { postgresDatabase } from "../src/sql/database.ts";
import { createSchema, factTable, personTable, type Table } from "../src/sql/tables.ts";
import { funnelCriteria, plainTerminology } from "./funnel-criteria.ts";
import { populationDictionary, populationRows } from "./population.ts";

type Columns = Readonly<Record<string, ArrayLike<number | string | null> | undefined>>;

/** The same funnel on a PostgreSQL of its own with two parallel workers at most. */
export async function measurePostgres<T>(
  patients: number,
  asOf: number,
  measure: (work: () => Promise<unknown>, rounds: number) => Promise<T>,
): Promise<{ patients: number; cold: T; note: string }> {
  const sql = postgres(await testPostgres(), { max: 1, onnotice: () => {} });
  const dictionary = populationDictionary();
  const statements = createSchema("postgres");
  for (const text of statements.filter((one) => one.startsWith("create table"))) await sql.unsafe(text);
  for (const part of populationRows(0, patients, dictionary)) {
    await copyInto(sql, personTable, part.persons as Columns);
    await copyInto(sql, factTable, part.facts as Columns);
  }
  for (const text of statements.filter((one) => !one.startsWith("create table"))) await sql.unsafe(text);
  await sql.unsafe("vacuum analyze");
  await sql.unsafe("set work_mem = '256MB'");
  const database = postgresDatabase(async (text) => await sql.unsafe(text), {
    dictionary,
    version: "bench",
    patientLimit: patients,
  });
  const cohorts = await openCohorts({ database, terminology: plainTerminology, asOf });
  const cold = await measure(async () => {
    cohorts.forget();
    await cohorts.load(funnelCriteria(dictionary));
  }, 3);
  await sql.end();
  return { patients, cold, note: "processorMs is the client's alone" };
}

async function copyInto(sql: postgres.Sql, table: Table, columns: Columns): Promise<void> {
  const names = table.columns.map(({ name }) => name);
  const writable = await sql
    .unsafe(`copy ${table.name} (${names.map((name) => `"${name}"`).join(", ")}) from stdin`)
    .writable();
  await pipeline(Readable.from(lines(table, columns)), writable);
}

function* lines(table: Table, columns: Columns): Generator<string> {
  const count = columns.patient!.length;
  let text = "";
  for (let row = 0; row < count; row++) {
    const cells = table.columns.map(({ name, nullable }) => {
      const value = columns[name]?.[row] ?? (nullable === true ? null : 0);
      return value === null || Number.isNaN(value) ? "\\N" : String(value);
    });
    text += `${cells.join("\t")}\n`;
    if (text.length > 1 << 20) {
      yield text;
      text = "";
    }
  }
  yield text;
}
