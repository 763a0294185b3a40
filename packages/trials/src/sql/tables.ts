/** The two databases that the compiler writes for. */
export const dialects = ["postgres", "duckdb"] as const;
export type Dialect = (typeof dialects)[number];

export type ColumnType = "smallint" | "int" | "bigint" | "double" | "text";
export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable?: true;
  readonly key?: true;
};
export type Table = { readonly name: string; readonly columns: readonly Column[] };

/** Stands for minus infinity in `start_lo` and for an open future in `start_hi`, `end_hi`: days, far outside of any date. */
export const NO_DAY_BEFORE = -1_000_000_000;
export const NO_DAY_AFTER = 1_000_000_000;

/**
 * Facts as relations; the node's PostgreSQL and the columnar extract hold the same. Days count from 1970-01-01. A date
 * that is not known is the interval `NO_DAY_BEFORE..NO_DAY_AFTER` in `fact` and NULL in `person`. `concept` 0 means that
 * nothing could be resolved, `tumour` 0 that no stage is recorded or not of which tumour, `circumstance` 0 that nothing more is said (see `circumstances`). `seq` orders the facts of one patient as their ids order as strings, and is below 2^39.
 */
export const personTable: Table = {
  name: "person",
  columns: [
    { name: "patient", type: "int", key: true },
    { name: "key", type: "text" },
    { name: "sex", type: "smallint" },
    { name: "birth_lo", type: "int", nullable: true },
    { name: "birth_hi", type: "int", nullable: true },
    { name: "death_lo", type: "int", nullable: true },
    { name: "death_hi", type: "int", nullable: true },
    { name: "observed_from", type: "int", nullable: true },
    { name: "observed_to", type: "int", nullable: true },
  ],
};

export const conceptTable: Table = {
  name: "concept",
  columns: [
    { name: "id", type: "int", key: true },
    { name: "code", type: "text" },
  ],
};

export const factTable: Table = {
  name: "fact",
  columns: [
    { name: "patient", type: "int" },
    { name: "kind", type: "smallint" },
    { name: "concept", type: "int" },
    { name: "assertion", type: "smallint" },
    { name: "start_lo", type: "int" },
    { name: "start_hi", type: "int" },
    { name: "end_lo", type: "int" },
    { name: "end_hi", type: "int" },
    { name: "end_state", type: "smallint" },
    { name: "value", type: "double", nullable: true },
    { name: "comparator", type: "smallint" },
    { name: "value_state", type: "smallint" },
    { name: "value_concept", type: "int" },
    { name: "low", type: "double", nullable: true },
    { name: "high", type: "double", nullable: true },
    { name: "dose", type: "double", nullable: true },
    { name: "line", type: "smallint", nullable: true },
    { name: "alteration", type: "int" },
    { name: "seq", type: "bigint" },
    { name: "tumour", type: "int" },
    { name: "circumstance", type: "smallint" },
  ],
};

/**
 * Facts in the columnar extract. Where every result of one patient and concept is present, of one sort and of an exact day,
 * `latest_to` is the last day on which this one is the latest of them (the day before its own where another of the same day
 * comes after it): the latest result as of a day is then one comparison, not a search. NULL where that does not hold, and
 * for everything that is not a result.
 */
export const extractFactTable: Table = {
  name: factTable.name,
  columns: [...factTable.columns, { name: "latest_to", type: "int", nullable: true }],
};

/** Where each fact was read, for the hospital's own pages; PostgreSQL only. */
export const sourceTable: Table = {
  name: "source",
  columns: [
    { name: "seq", type: "bigint", key: true },
    { name: "fact", type: "text" },
    { name: "tbl", type: "text" },
    { name: "row", type: "text" },
    { name: "field", type: "text", nullable: true },
    { name: "label", type: "text", nullable: true },
    { name: "raw_value", type: "text", nullable: true },
    { name: "raw_unit", type: "text", nullable: true },
  ],
};

/** What both databases hold. */
export const factTables: readonly Table[] = [personTable, conceptTable, factTable];

const typeNames: Readonly<Record<Dialect, Readonly<Record<ColumnType, string>>>> = {
  postgres: { smallint: "smallint", int: "integer", bigint: "bigint", double: "double precision", text: "text" },
  duckdb: { smallint: "SMALLINT", int: "INTEGER", bigint: "BIGINT", double: "DOUBLE", text: "VARCHAR" },
};

/** `CREATE TABLE` of one table. DuckDB gets no key: its index would cost more than the whole extract. */
export function createTable(table: Table, dialect: Dialect, name = table.name): string {
  const columns = table.columns.map((column) => {
    const key = column.key === true && dialect === "postgres" ? " primary key" : "";
    return `"${column.name}" ${typeNames[dialect][column.type]}${column.nullable === true ? "" : " not null"}${key}`;
  });
  return `create table ${name} (${columns.join(", ")})`;
}

/** Statements that make the schema in an empty PostgreSQL schema or DuckDB file. */
export function createSchema(dialect: Dialect): string[] {
  if (dialect === "duckdb")
    return [personTable, conceptTable, extractFactTable].map((table) => createTable(table, dialect));
  return [
    ...[...factTables, sourceTable].map((table) => createTable(table, dialect)),
    "create unique index concept_code on concept (code)",
    "create index fact_by_concept on fact (kind, concept, patient)",
    "create index fact_by_patient on fact (patient)",
  ];
}
