import { spanOf } from "@qinghao/clinical";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asOf, specTables } from "../spec/index.ts";
import { type Engines, openEngines } from "./engines.ts";

const records = specTables.flatMap(({ rows }) => rows.map(({ record }) => record));
const asOfDay = spanOf(asOf).lo;
let engines: Engines;
beforeAll(async () => {
  engines = await openEngines(records);
});
afterAll(() => engines?.close());

let next = 0;
const firstRows = specTables.map(({ rows }) => {
  const first = next;
  next += rows.length;
  return first;
});

describe.each(["duckdb", "postgres"] as const)("%s", (name) => {
  test.each(specTables.map((table, index) => ({ ...table, first: firstRows[index]! })))(
    "$name",
    async ({ criterion, rows, first }) => {
      const truths = await engines.inDatabase(engines[name], criterion, asOfDay);
      const said = rows.map((row, index) => ({ because: row.because, is: truths[first + index] }));
      expect(said).toEqual(rows.map(({ because, is }) => ({ because, is })));
    },
  );
});
