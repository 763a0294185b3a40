import { spanOf } from "@qinghao/clinical";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openCohorts } from "../../src/funnel/cohorts.ts";
import { roaringSets } from "../../src/node/roaring-sets.ts";
import { randomAsOf, randomRecord, randomTree } from "../arbitraries.ts";
import { smallTerminology } from "../small-terminology.ts";
import { openEngines } from "./engines.ts";

const TREES = 400;
const PATIENTS = 60;
const seed = Number(process.env.QINGHAO_TEST_SEED ?? Date.now() % 2 ** 31);

test(`random criteria mean the same in memory, DuckDB, PostgreSQL and on bitmaps (QINGHAO_TEST_SEED=${seed})`, async () => {
  const records = fc.sample(randomRecord, { numRuns: PATIENTS, seed });
  const trees = fc.sample(randomTree, { numRuns: TREES, seed });
  const days = [randomAsOf, "2024-02-29", "2023-12-31", "2022-06-15"].map((date) => spanOf(date).lo);
  const engines = await openEngines(records);
  const sets = roaringSets();
  const counts = { true: 0, false: 0, unknown: 0 };
  try {
    for (const [at, asOf] of days.entries()) {
      const cohorts = await openCohorts({ database: engines.duckdb, sets, terminology: smallTerminology, asOf });
      for (const tree of trees.filter((_, index) => index % days.length === at)) {
        const expected = engines.inMemory(tree, asOf);
        for (const truth of expected) counts[truth]++;
        const { met, possible } = await cohorts.truthOf(cohorts.compile(tree));
        const onBitmaps = records.map((_, n) => (met.has(n) ? "true" : possible.has(n) ? "unknown" : "false"));
        const found = {
          duckdb: await engines.inDatabase(engines.duckdb, tree, asOf),
          postgres: await engines.inDatabase(engines.postgres, tree, asOf),
          bitmaps: onBitmaps,
        };
        for (const [engine, truths] of Object.entries(found)) {
          const patient = expected.findIndex((truth, index) => truth !== truths[index]);
          const difference =
            patient < 0
              ? null
              : { engine, asOf, says: truths[patient], expected: expected[patient], tree, record: records[patient] };
          expect(difference === null ? "" : JSON.stringify(difference)).toBe("");
        }
      }
    }
  } finally {
    await engines.close();
  }
  // Cases that all come out unknown would prove nothing.
  const all = counts.true + counts.false + counts.unknown;
  expect(counts.true / all).toBeGreaterThan(0.02);
  expect(counts.false / all).toBeGreaterThan(0.02);
}, 120_000);
