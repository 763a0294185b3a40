import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PatientRecord } from "@qinghao/clinical";
import type { Truth } from "@qinghao/kernel";
import { testPostgres } from "@qinghao/testing";
import postgres from "postgres";
import type { Tree } from "../../src/criteria/tree.schema.ts";
import { compileTree as compileInMemory, truthOfLogic } from "../../src/evaluate/compile-tree.ts";
import { prepareRecord } from "../../src/evaluate/index.ts";
import { openExtract } from "../../src/node/extract.ts";
import { columnsOf, createExtract } from "../../src/node/extract-writer.ts";
import { truthOfNumber, truthQuery } from "../../src/sql/assemble.ts";
import { compileTree } from "../../src/sql/compile.ts";
import { type CriteriaDatabase, postgresDatabase } from "../../src/sql/database.ts";
import type { ConceptDictionary } from "../../src/sql/dictionary.ts";
import { dictionaryOf, type Rows, rowsOf } from "../../src/sql/rows.ts";
import { createSchema } from "../../src/sql/tables.ts";
import { smallTerminology } from "../small-terminology.ts";

/** The same patients in the reference engine, DuckDB and PostgreSQL. */
export type Engines = {
  readonly duckdb: CriteriaDatabase;
  readonly postgres: CriteriaDatabase;
  /** Truth of a tree for every patient in turn. */
  inMemory(tree: Tree, asOf: number): Truth[];
  inDatabase(database: CriteriaDatabase, tree: Tree, asOf: number): Promise<Truth[]>;
  close(): Promise<void>;
};

export async function openEngines(records: readonly PatientRecord[]): Promise<Engines> {
  const dictionary = dictionaryOf(records);
  const rows = rowsOf(records, dictionary);
  const state = { dictionary, version: "test", patientLimit: records.length };
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-extract-"));
  const duckdb = await loadExtract(path.join(folder, "facts.duckdb"), rows, dictionary);
  const sql = await loadPostgres(rows, dictionary);
  return {
    duckdb,
    postgres: postgresDatabase(async (text) => await sql.unsafe(text), state),
    inMemory: (tree, asOf) => {
      const { logic, leaves } = compileInMemory(tree, smallTerminology);
      return records.map((record) => {
        const prepared = prepareRecord(record, asOf);
        return truthOfLogic(
          logic,
          leaves.map(({ compiled }) => compiled.judge(prepared).truth),
        );
      });
    },
    inDatabase: async (database, tree, asOf) => {
      const { dialect } = database;
      const plan = compileTree(tree, { terminology: smallTerminology, dictionary: database.dictionary, asOf, dialect });
      const [patients, numbers] = await database.readColumns(truthQuery(plan), 2);
      const truths: Truth[] = [];
      for (const [index, patient] of patients!.entries()) truths[patient] = truthOfNumber(numbers![index]!);
      return truths;
    },
    close: async () => {
      duckdb.close();
      await sql.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function loadExtract(file: string, rows: Rows, dictionary: ConceptDictionary) {
  const writer = await createExtract(file, { threads: 1 });
  writer.addPersons({ ...columnsOf(rows.persons), patient: rows.persons.map(({ patient }) => patient) });
  writer.addFacts({ ...columnsOf(rows.facts), patient: rows.facts.map(({ patient }) => patient) });
  await writer.finish(dictionary, "test");
  return openExtract(file, { threads: 1 });
}

async function loadPostgres(rows: Rows, dictionary: ConceptDictionary): Promise<postgres.Sql> {
  const sql = postgres(await testPostgres(), { max: 1, onnotice: () => {} });
  for (const statement of createSchema("postgres")) await sql.unsafe(statement);
  const concepts = dictionary.entries().map(([id, code]) => ({ id, code }));
  for (const [table, all] of [
    ["person", rows.persons],
    ["concept", concepts],
    ["fact", rows.facts],
    ["source", rows.sources],
  ] as const) {
    for (let from = 0; from < all.length; from += 1000) {
      await sql`insert into ${sql(table)} ${sql(all.slice(from, from + 1000) as object[])}`;
    }
  }
  return sql;
}
