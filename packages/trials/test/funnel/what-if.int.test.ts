import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type PatientRecord, spanOf } from "@qinghao/clinical";
import { createRng } from "@qinghao/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tree } from "../../src/criteria/tree.schema.ts";
import { attritionOf, sequentialFunnel } from "../../src/funnel/attrition.ts";
import { type CohortCriterion, type Cohorts, openCohorts } from "../../src/funnel/cohorts.ts";
import { openWhatIf } from "../../src/funnel/what-if.ts";
import { evaluatePatient } from "../../src/index.ts";
import type { Extract } from "../../src/node/extract.ts";
import type { SliderLeaf } from "../../src/sql/leaf-values.ts";
import { dictionaryOf, rowsOf } from "../../src/sql/rows.ts";
import { documentOf } from "../evaluate/one-criterion.ts";
import { smallTerminology } from "../small-terminology.ts";
import { asOf } from "../spec/index.ts";
import { condition, daysAgo, lab, record } from "../spec/record-builder.ts";
import { loadExtract } from "../sql/engines.ts";

const rng = createRng(5);
const records: PatientRecord[] = Array.from({ length: 500 }, () => {
  const results = Array.from({ length: rng.int(4) }, () =>
    lab("LAB:haemoglobin", 7 + rng.int(90) / 10, "g/dL", daysAgo(rng.int(300))),
  );
  const diseases = rng.next() < 0.7 ? [condition("D:nsclc", daysAgo(rng.int(900)))] : [];
  return record([...results, ...diseases], {
    sex: rng.next() < 0.5 ? "female" : "male",
    birth: `${1930 + rng.int(80)}-03-01`,
    death: rng.next() < 0.05 ? "2023-01-01" : null,
  });
});

const haemoglobin: SliderLeaf = {
  kind: "measurement",
  item: { id: "LAB:haemoglobin" },
  expression: { type: "value" },
  range: { min: 12 },
  unit: "g/dL",
};
const slider: Tree = { kind: "any", of: [haemoglobin, { kind: "age", range: { max: 30 }, unit: "year" }] };
const criteria: CohortCriterion[] = [
  { id: "age", type: "inclusion", tree: { kind: "age", range: { min: 18, max: 80 }, unit: "year" } },
  { id: "blood", type: "inclusion", tree: slider },
  {
    id: "cancer",
    type: "exclusion",
    tree: { kind: "condition", concepts: { of: [{ id: "D:lung-cancer" }] }, world: "closed" },
  },
];

let folder: string;
let extract: Extract;
let cohorts: Cohorts<Uint32Array>;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "qinghao-what-if-"));
  const dictionary = dictionaryOf(records);
  extract = await loadExtract(path.join(folder, "facts.duckdb"), rowsOf(records, dictionary), dictionary);
  cohorts = await openCohorts({ database: extract, terminology: smallTerminology, asOf: spanOf(asOf).lo });
});
afterAll(() => {
  extract?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Patients by eligibility as the reference engine judges them one by one. */
function judge(all: readonly CohortCriterion[]): { yes: number; unknown: number; no: number } {
  const { criteria: documents, ...rest } = documentOf(all.map(({ tree }) => tree));
  const document = { ...rest, criteria: documents.map((one, index) => ({ ...one, type: all[index]!.type })) };
  const counts = { yes: 0, unknown: 0, no: 0 };
  for (const one of records) counts[evaluatePatient(document, one, smallTerminology, { asOf }).eligible]++;
  return counts;
}

test("attrition counts people as the reference engine does, whatever the order", async () => {
  const loaded = await cohorts.load(criteria);
  const { people, eligible, criteria: rows } = attritionOf(cohorts.population, loaded);
  const expected = judge(criteria);
  const deceased = records.length - people;
  expect(eligible).toEqual({ ...expected, no: expected.no - deceased });
  const backwards = attritionOf(cohorts.population, [...loaded].reverse());
  expect([...backwards.criteria].reverse()).toEqual(rows);
  for (const [index, row] of rows.entries()) {
    const without = judge(criteria.filter((_, at) => at !== index));
    expect(row.gainedIfDropped).toBe(without.yes - expected.yes);
    expect(row.ruledOutByThisAlone).toBe(expected.no - without.no);
    expect(row.met + row.notMet + row.unknown).toBe(people);
  }
  const steps = sequentialFunnel(cohorts.population, loaded);
  expect(steps.at(-1)).toMatchObject({ sure: eligible.yes, possible: eligible.yes + eligible.unknown });
  expect(sequentialFunnel(cohorts.population, [...loaded].reverse()).at(-1)).toMatchObject({ sure: eligible.yes });
});

test("a moved threshold counts what the whole evaluation with that threshold counts", async () => {
  const loaded = await cohorts.load(criteria);
  const what = await openWhatIf(cohorts, loaded, { id: "blood", tree: slider, leaf: haemoglobin });
  const ranges = [{ min: 8 }, { min: 10 }, { min: 12 }, { min: 12, minExclusive: true }, { min: 9, max: 13 }];
  const { points, nearMisses } = what!.at(ranges);
  const now = judge(criteria);
  for (const point of points) {
    const moved: Tree = {
      kind: "any",
      of: [{ ...haemoglobin, range: point.range }, slider.kind === "any" ? slider.of[1]! : slider],
    };
    const then = judge(criteria.map((one) => (one.id === "blood" ? { ...one, tree: moved } : one)));
    expect(point).toMatchObject({
      sure: then.yes,
      possible: then.yes + then.unknown,
      gainedSure: then.yes - now.yes,
      gainedPossible: now.no - then.no,
    });
  }
  expect(points[0]!.gainedSure).toBeGreaterThan(0);
  const missed = nearMisses.reduce((sum, { people }) => sum + people, 0);
  expect(missed).toBe(points.find(({ range }) => range.min === 8)!.gainedPossible + below(8));
  expect(nearMisses.at(-1)!.to).toBeLessThanOrEqual(12);

  function below(limit: number): number {
    const widest = what!.at([{ min: 0 }]).points[0]!.gainedPossible;
    return widest - what!.at([{ min: limit }]).points[0]!.gainedPossible;
  }
});

test("the age of a criterion slides as well, in its own unit", async () => {
  const age: SliderLeaf = { kind: "age", range: { min: 18, max: 80 }, unit: "year" };
  const all = criteria.map((one) => (one.id === "age" ? { ...one, tree: age } : one));
  const loaded = await cohorts.load(all);
  const what = await openWhatIf(cohorts, loaded, { id: "age", tree: age, leaf: age });
  const { points, nearMisses } = what!.at([{ min: 40, max: 80 }, { min: 18, minExclusive: true }, { max: 93 }]);
  for (const point of points) {
    const moved: Tree = { kind: "age", range: point.range, unit: "year" };
    const then = judge(all.map((one) => (one.id === "age" ? { ...one, tree: moved } : one)));
    expect(point).toMatchObject({ sure: then.yes, possible: then.yes + then.unknown });
  }
  expect(points[0]!.gainedPossible).toBeLessThan(0);
  expect(points[2]!.gainedPossible).toBeGreaterThan(0);
  // Whoever is kept out by age alone is younger than 18 or older than 80.
  expect(nearMisses[0]!.from).toBeLessThan(18);
  expect(nearMisses.at(-1)!.to).toBeGreaterThan(80);
});
