import type { Fact, PatientRecord } from "@qinghao/clinical";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileDocument, evaluateCompiled, reevaluate } from "../../src/evaluate/index.ts";
import { randomAsOf, randomRecord, randomTree } from "../arbitraries.ts";
import { smallTerminology } from "../small-terminology.ts";
import { condition, lab, record } from "../spec/record-builder.ts";
import { documentOf } from "./one-criterion.ts";

const options = { asOf: randomAsOf };
const trees = fc.array(randomTree, { minLength: 1, maxLength: 6 });

/** One record becomes another of the same patient: which facts were removed, added or changed. */
function changesBetween(before: PatientRecord, after: PatientRecord): Fact[] {
  const was = new Map(before.facts.map((fact) => [JSON.stringify(fact), fact]));
  const is = new Map(after.facts.map((fact) => [JSON.stringify(fact), fact]));
  return [...[...was].filter(([key]) => !is.has(key)), ...[...is].filter(([key]) => !was.has(key))].map(
    ([, fact]) => fact,
  );
}

describe("reevaluate", () => {
  test("equals an evaluation from scratch after any change of the record", () => {
    fc.assert(
      fc.property(trees, randomRecord, randomRecord, fc.boolean(), (of, before, other, isPersonNew) => {
        const document = compileDocument(documentOf(of), smallTerminology);
        const keep = before.facts.slice(0, Math.floor(before.facts.length / 2));
        const facts = [...keep, ...other.facts.slice(0, 3).map((fact) => ({ ...fact, id: `n${fact.id}` }))];
        const after = { person: isPersonNew ? other.person : before.person, facts };
        const previous = evaluateCompiled(document, before, options);
        const change = { facts: changesBetween(before, after), person: isPersonNew };
        const { evaluated, ...now } = reevaluate(previous, change, document, after);
        expect(now).toEqual(evaluateCompiled(document, after, options));
        expect(evaluated.length).toBeLessThanOrEqual(of.length);
      }),
      { numRuns: 1500 },
    );
  });

  test("equals an evaluation from scratch after a criterion was replaced, added or removed", () => {
    fc.assert(
      fc.property(trees, randomTree, randomRecord, (of, replacement, patient) => {
        const before = evaluateCompiled(compileDocument(documentOf(of), smallTerminology), patient, options);
        const document = compileDocument(documentOf([...of.slice(1), replacement]), smallTerminology);
        const changed = document.criteria.map(({ criterion }) => criterion.id);
        const { evaluated, ...now } = reevaluate(before, { criteria: changed }, document, patient);
        expect(now).toEqual(evaluateCompiled(document, patient, options));
        expect(evaluated).toEqual(changed);
      }),
      { numRuns: 300 },
    );
  });

  test("leaves alone what a change does not touch", () => {
    const document = compileDocument(
      documentOf([
        { kind: "condition", concepts: { of: [{ id: "D:diabetes" }] } },
        {
          kind: "measurement",
          item: { id: "LAB:alt" },
          expression: { type: "value" },
          range: { max: 40 },
          unit: "U/L",
        },
        { kind: "age", range: { min: 18 }, unit: "year" },
      ]),
      smallTerminology,
    );
    const before = record([condition("D:diabetes", "2020")]);
    const after = record([condition("D:diabetes", "2020"), lab("LAB:alt", 30, "U/L", "2024-03-01")]);
    const previous = evaluateCompiled(document, before, options);
    const now = reevaluate(previous, { facts: [after.facts[1]!] }, document, after);
    expect(now.evaluated).toEqual(["c1"]);
    expect(now.verdicts.map(({ verdict }) => verdict)).toEqual(["met", "met", "met"]);
    expect(now.eligible).toBe("yes");
  });
});
