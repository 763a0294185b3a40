import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PatientRecord } from "@qinghao/clinical";
import { createRng } from "@qinghao/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tree } from "../../src/criteria/tree.schema.ts";
import { compileTree as compileInMemory, truthOfLogic } from "../../src/evaluate/compile-tree.ts";
import { prepareRecord } from "../../src/evaluate/index.ts";
import type { Extract } from "../../src/node/extract.ts";
import { truthOfNumber, truthQuery } from "../../src/sql/assemble.ts";
import { compileTree } from "../../src/sql/compile.ts";
import { dictionaryOf, rowsOf } from "../../src/sql/rows.ts";
import { smallTerminology } from "../small-terminology.ts";
import { asOf } from "../spec/index.ts";
import { daysAgo, type FactPart, lab, record } from "../spec/record-builder.ts";
import { loadExtract } from "./engines.ts";

// Results of one item, a few days apart: many on one day, some still to come, and in a third of the records some that are
// imprecise, undated, in doubt, denied, or have no unit, so that the extract knows the latest of some records only.
const rng = createRng(11);
const records: PatientRecord[] = Array.from({ length: 1500 }, () => {
  const isDirty = rng.next() < 0.35;
  return record(Array.from({ length: rng.int(6) }, () => result(isDirty && rng.next() < 0.6)));
});

function result(isDirty: boolean): FactPart {
  const value = 8 + rng.int(8);
  const day = daysAgo(rng.int(12) - 2);
  if (!isDirty) return lab("LAB:haemoglobin", value, "g/dL", day, rng.next() < 0.1 ? { comparator: "<" } : {});
  switch (rng.int(5)) {
    case 0:
      return lab("LAB:haemoglobin", value, "g/dL", day.slice(0, 7));
    case 1:
      return lab("LAB:haemoglobin", value, "g/dL", null);
    case 2:
      return lab("LAB:haemoglobin", value, "g/dL", day, { assertion: "possible" });
    case 3:
      return lab("LAB:haemoglobin", value, "g/dL", day, { assertion: "absent" });
    default:
      return lab("LAB:haemoglobin", value, null, day);
  }
}

const leaf: Tree = {
  kind: "measurement",
  item: { id: "LAB:haemoglobin" },
  expression: { type: "value" },
  range: { min: 12 },
  unit: "g/dL",
};
const trees: readonly Tree[] = [
  leaf,
  { ...leaf, when: { from: { value: -4, unit: "day" } } },
  { ...leaf, when: { from: { value: -9, unit: "day" }, to: { value: -3, unit: "day" } } },
];

let folder: string;
let extract: Extract;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "qinghao-latest-"));
  const dictionary = dictionaryOf(records);
  extract = await loadExtract(path.join(folder, "facts.duckdb"), rowsOf(records, dictionary), dictionary);
});
afterAll(() => {
  extract?.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([0, 1, 2, 3, 5, 8])("the latest result as of %i days ago is the reference engine's", async (ago) => {
  const day = Math.round(Date.parse(asOf) / 86_400_000) - ago;
  for (const tree of trees) {
    const { logic, leaves } = compileInMemory(tree, smallTerminology);
    const expected = records.map((one) => {
      const prepared = prepareRecord(one, day);
      return truthOfLogic(
        logic,
        leaves.map(({ compiled }) => compiled.judge(prepared).truth),
      );
    });
    const { dictionary, dialect } = extract;
    const plan = compileTree(tree, { terminology: smallTerminology, dictionary, dialect, asOf: day });
    const [patients, numbers] = await extract.readColumns(truthQuery(plan), 2);
    const found = new Array(records.length);
    for (const [index, patient] of patients!.entries()) found[patient] = truthOfNumber(numbers![index]!);
    const wrong = expected.findIndex((truth, index) => truth !== found[index]);
    expect(wrong < 0 ? null : { expected: expected[wrong], found: found[wrong], record: records[wrong] }).toBeNull();
    for (const truth of ["true", "false", "unknown"] as const) expect(expected).toContain(truth);
  }
});

test("the extract knows the latest result of the records without a fault, and of no other", async () => {
  const [known] = await extract.readColumns(
    "select count(*) from (select patient from fact where kind = 3 group by patient having bool_and(latest_to is not null)) q",
    1,
  );
  const isPlain = ({ facts }: PatientRecord) =>
    facts.length > 0 && facts.every(({ assertion, start }) => assertion === "present" && start?.length === 10);
  expect(known![0]).toBe(records.filter(isPlain).length);
});
