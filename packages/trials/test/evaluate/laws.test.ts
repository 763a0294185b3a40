import { exactDay, isoOfDay, type PatientRecord, spanOf } from "@qinghao/clinical";
import type { Truth } from "@qinghao/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tree } from "../../src/criteria/tree.schema.ts";
import { compileCriterion, evaluatePatient, prepareRecord, truthOfCriterion } from "../../src/evaluate/index.ts";
import { randomAsOf, randomCount, randomRecord, randomTree } from "../arbitraries.ts";
import { smallTerminology } from "../small-terminology.ts";
import { documentOf } from "./one-criterion.ts";

const day = exactDay(randomAsOf);
const truthOf = (tree: Tree, record: PatientRecord): Truth =>
  truthOfCriterion(compileCriterion(documentOf([tree]).criteria[0]!, smallTerminology), prepareRecord(record, day));

/** The same record with one imprecise date made exact, somewhere within what it may mean. */
function sharpen(record: PatientRecord, which: number, share: number): PatientRecord {
  const facts = record.facts.map((fact, index) => {
    if (index !== which % Math.max(1, record.facts.length) || fact.start === null) return fact;
    const { lo, hi } = spanOf(fact.start);
    if (lo === hi) return fact;
    const latest = Math.min(hi, Math.max(lo, day));
    return { ...fact, start: isoOfDay(lo + Math.floor(share * (latest - lo))) };
  });
  return { ...record, facts };
}

describe("Kleene's order", () => {
  test("a date made exact never turns true into false or back", () => {
    fc.assert(
      fc.property(
        randomTree,
        randomRecord,
        fc.nat(20),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tree, record, which, share) => {
          const before = truthOf(tree, record);
          const after = truthOf(tree, sharpen(record, which, share));
          if (before !== "unknown" && after !== "unknown") expect(after).toBe(before);
        },
      ),
      { numRuns: 6000 },
    );
  });

  test("negation turns true and false around", () => {
    fc.assert(
      fc.property(randomTree, randomRecord, (tree, record) => {
        const flipped = { true: "false", false: "true", unknown: "unknown" } as const;
        expect(truthOf({ kind: "not", of: tree }, record)).toBe(flipped[truthOf(tree, record)]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("counts", () => {
  const counted = (count: object | undefined): Tree =>
    ({
      kind: "drug",
      concepts: { of: [{ id: "DRUG:platinum" }] },
      world: "closed",
      ...(count === undefined ? {} : { count }),
    }) as Tree;

  test("at least n + 1 implies at least n, and at most n implies at most n + 1", () => {
    fc.assert(
      fc.property(randomRecord, fc.nat(3), fc.constantFrom("event", "day"), (record, n, distinct) => {
        if (truthOf(counted({ min: n + 1, distinct }), record) === "true") {
          expect(truthOf(counted({ min: n, distinct }), record)).toBe("true");
        }
        if (truthOf(counted({ max: n, distinct }), record) === "true") {
          expect(truthOf(counted({ max: n + 1, distinct }), record)).toBe("true");
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("at least n and at most n - 1 are never both true", () => {
    fc.assert(
      fc.property(randomRecord, fc.integer({ min: 1, max: 4 }), (record, n) => {
        const both = [truthOf(counted({ min: n }), record), truthOf(counted({ max: n - 1 }), record)];
        expect(both).not.toEqual(["true", "true"]);
      }),
      { numRuns: 1000 },
    );
  });

  test("no count asks for one", () => {
    fc.assert(
      fc.property(randomRecord, randomCount, (record, count) => {
        expect(truthOf(counted(undefined), record)).toBe(truthOf(counted({ min: 1 }), record));
        const { min = count.max === undefined ? 1 : 0 } = count;
        expect(truthOf(counted(count), record)).toBe(truthOf(counted({ ...count, min }), record));
      }),
      { numRuns: 500 },
    );
  });
});

describe("verdicts", () => {
  test("an unknown verdict asks for one thing in both languages, a known one for nothing", () => {
    fc.assert(
      fc.property(randomTree, randomRecord, (tree, record) => {
        const { verdicts } = evaluatePatient(documentOf([tree]), record, smallTerminology, { asOf: randomAsOf });
        const [verdict] = verdicts;
        expect(verdict?.missing === null).toBe(verdict?.verdict !== "unknown");
        if (verdict?.missing) {
          expect(verdict.missing.ask.en).toMatch(/^[\x20-\x7e“”]+$/);
          expect(verdict.missing.ask.zh).toMatch(/[\u4e00-\u9fff]/);
        }
        const facts = new Set([record.person.id, ...record.facts.map((fact) => fact.id)]);
        for (const one of verdict?.evidence ?? []) expect(facts).toContain(one.fact);
      }),
      { numRuns: 1500 },
    );
  });

  test("the order of the facts does not matter", () => {
    fc.assert(
      fc.property(randomTree, randomRecord, (tree, record) => {
        expect(truthOf(tree, { ...record, facts: [...record.facts].reverse() })).toBe(truthOf(tree, record));
      }),
      { numRuns: 1500 },
    );
  });
});
