import { exactDay } from "@qinghao/clinical";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/criteria/registry.ts";
import { compileCriterion, prepareRecord, truthOfCriterion } from "../../src/evaluate/index.ts";
import { type LintFinding, lintDocument } from "../../src/lint/index.ts";
import type { CriteriaDocument, Tree } from "../../src/schema.ts";
import { randomAsOf, randomLeaf, randomRange, randomRecord } from "../arbitraries.ts";
import { documentOf } from "../evaluate/one-criterion.ts";
import { smallTerminology } from "../small-terminology.ts";

/** Inclusion and exclusion criteria, `i0`, `i1`, ... and `e0`, `e1`, ... */
function studyOf(inclusion: readonly Tree[], exclusion: readonly Tree[] = []): CriteriaDocument {
  const [of, but] = [documentOf(inclusion), documentOf(exclusion, "exclusion")];
  const named = (criteria: CriteriaDocument["criteria"], letter: string) =>
    criteria.map((criterion, index) => ({ ...criterion, id: `${letter}${index}` }));
  return { ...of, criteria: [...named(of.criteria, "i"), ...named(but.criteria, "e")] };
}
const lint = (inclusion: readonly Tree[], exclusion: readonly Tree[] = []): LintFinding[] =>
  lintDocument(studyOf(inclusion, exclusion), smallTerminology);
const codes = (findings: readonly LintFinding[]) => findings.map(({ code, criteria }) => [code, ...criteria]);

const age = (range: { min?: number; max?: number; maxExclusive?: boolean; minExclusive?: boolean }): Tree => ({
  kind: "age",
  range,
  unit: "year",
});
const hb = (range: { min?: number; max?: number; maxExclusive?: boolean }, unit = "g/dL"): Tree => ({
  kind: "measurement",
  item: { id: "LAB:haemoglobin" },
  expression: { type: "value" },
  range,
  unit,
});
const has = (id: string): Tree => ({ kind: "condition", concepts: { of: [{ id }] } });
const verdictsOf = ({ witness }: LintFinding) => witness?.verdicts.map(({ verdict }) => verdict);

describe("contradictions", () => {
  test("a range that holds nothing, with a patient at its limit who does not satisfy it", () => {
    const [found] = lint([age({ min: 65, max: 18 })]);
    expect(found).toMatchObject({ code: "empty-range", severity: "error", criteria: ["i0"] });
    expect(verdictsOf(found!)).toEqual(["not-met"]);
    expect(found!.message.zh).toBe("没有数值能同时不低于 65 且不超过 18。");
    expect(codes(lint([hb({ min: 9, max: 9, maxExclusive: true })]))).toEqual([["empty-range", "i0"]]);
  });

  test("two inclusion criteria on one value, in different units", () => {
    const [found] = lint([hb({ min: 12 }), hb({ max: 100 }, "g/L")]);
    expect(found).toMatchObject({ code: "contradiction", criteria: ["i1", "i0"] });
    expect(verdictsOf(found!)).toEqual(["met", "not-met"]);
    expect(found!.witness?.eligible).toBe("no");
  });

  test("limits that touch are no contradiction unless one of them is open", () => {
    expect(lint([age({ min: 65 }), age({ max: 65 })])).toEqual([]);
    expect(codes(lint([age({ min: 65 }), age({ max: 65, maxExclusive: true })]))).toEqual([
      ["contradiction", "i1", "i0"],
    ]);
  });

  test("an inclusion that an exclusion forbids through the hierarchy", () => {
    const [found] = lint([has("D:nsclc")], [has("D:cancer")]);
    expect(found).toMatchObject({ code: "contradiction", criteria: ["e0", "i0"] });
    expect(verdictsOf(found!)).toEqual(["met", "met"]);
    expect(found!.witness?.eligible).toBe("no");
    expect(found!.message.en).toBe(
      "Nobody can satisfy both “not: has a diagnosis of cancer” and “has a diagnosis of non-small cell lung cancer”.",
    );
    expect(lint([has("D:cancer")], [has("D:nsclc")])).toEqual([]);
    const but: Tree = { kind: "condition", concepts: { of: [{ id: "D:cancer" }], except: [{ id: "D:lung-cancer" }] } };
    expect(lint([has("D:nsclc")], [but])).toEqual([]);
  });

  test("women wanted and women excluded", () => {
    expect(codes(lint([{ kind: "sex", is: ["female"] }], [{ kind: "sex", is: ["female", "other"] }]))).toEqual([
      ["contradiction", "e0", "i0"],
    ]);
  });
});

describe("redundancy", () => {
  test("the weaker of two limits", () => {
    const [found] = lint([age({ min: 18 }), age({ min: 16 })]);
    expect(found).toMatchObject({ code: "redundant", severity: "note", criteria: ["i1", "i0"] });
    expect(verdictsOf(found!)).toEqual(["not-met", "not-met"]);
  });

  test("a wider diagnosis beside a narrower one, and the other way round in exclusions", () => {
    expect(codes(lint([has("D:nsclc"), has("D:lung-cancer")]))).toEqual([["redundant", "i1", "i0"]]);
    expect(codes(lint([], [has("D:nsclc"), has("D:lung-cancer")]))).toEqual([["redundant", "e0", "e1"]]);
  });

  test("an exclusion that only restates an inclusion", () => {
    const [found] = lint([age({ min: 18 })], [age({ max: 18, maxExclusive: true })]);
    expect(found).toMatchObject({ code: "exclusion-restates-inclusion", criteria: ["e0", "i0"] });
    expect(verdictsOf(found!)).toEqual(["not-met", "met"]);
  });

  test("an exclusion that is a negation", () => {
    expect(codes(lint([], [{ kind: "not", of: has("D:nsclc") }]))).toEqual([["negated-exclusion", "e0"]]);
  });

  test("leaves inside a choice demand nothing", () => {
    expect(lint([{ kind: "any", of: [age({ min: 65 }), has("D:nsclc")] }, age({ max: 60 })])).toEqual([]);
  });
});

describe("single leaves", () => {
  test.each<[string, Tree]>([
    ["implausible-unit", hb({ min: 10 }, "mmol/L")],
    ["implausible-value", hb({ min: 10 }, "g/L")],
    ["implausible-value", { kind: "score", score: "ecog", range: { max: 7 } }],
    ["implausible-value", age({ min: 180 })],
    ["unknown-term", { kind: "ctcae", term: "Fatigue", grade: { min: 2, max: 4 } }],
    [
      "empty-window",
      { ...hb({ min: 10 }), when: { from: { value: -1, unit: "day" }, to: { value: -1, unit: "month" } } } as Tree,
    ],
    ["unknown-concept", { kind: "condition", concepts: { of: [{ id: "D:nsclc" }], except: [{ id: "D:cancer" }] } }],
  ])("%s", (code, tree) => {
    const found = lint([tree]);
    expect(found.map((one) => one.code)).toEqual([code]);
    expect(found[0]!.message.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test("ordinary criteria pass", () => {
    expect(lint([age({ min: 18, max: 75 }), hb({ min: 9 }), has("D:nsclc")], [has("D:sclc")])).toEqual([]);
  });

  test("every kind's own examples pass", () => {
    fc.assert(
      fc.property(randomLeaf, (leaf) => {
        for (const example of kindOf(leaf).examples) {
          const own = kindOf(example as typeof leaf).lint(example as typeof leaf, smallTerminology);
          expect(own).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("on random documents", () => {
  const day = exactDay(randomAsOf);
  // Few things to ask about, so that criteria often meet.
  const leaf: fc.Arbitrary<Tree> = fc.oneof(
    randomRange(18, 74).map(age),
    randomRange(8, 16).map((range) => hb(range)),
    fc
      .record({
        id: fc.constantFrom("D:cancer", "D:lung-cancer", "D:nsclc", "D:diabetes"),
        world: fc.constantFrom("open", "closed"),
      })
      .map(
        ({ id, world }): Tree => ({ kind: "condition", concepts: { of: [{ id }] }, world: world as "open" | "closed" }),
      ),
    randomLeaf,
  );
  const criteria = fc.array(leaf, { maxLength: 5 });
  const study = fc.record({ inclusion: criteria, exclusion: criteria });

  test("nobody satisfies both sides of a contradiction, nobody violates what is redundant alone", () => {
    let seen = 0;
    fc.assert(
      fc.property(
        study,
        fc.array(randomRecord, { minLength: 20, maxLength: 20 }),
        ({ inclusion, exclusion }, records) => {
          const document = studyOf(inclusion, exclusion);
          const byId = new Map(document.criteria.map((criterion) => [criterion.id, criterion]));
          for (const { code, criteria } of lintDocument(document, smallTerminology)) {
            if (code !== "contradiction" && code !== "redundant") continue;
            seen++;
            const [one, other] = criteria.map((id) => byId.get(id)!);
            for (const record of records) {
              const state = [one!, other!].map((criterion) => {
                const truth = truthOfCriterion(
                  compileCriterion(criterion, smallTerminology),
                  prepareRecord(record, day),
                );
                return truth === "unknown" ? "unknown" : (truth === "true") === (criterion.type === "inclusion");
              });
              if (code === "contradiction") expect(state).not.toEqual([true, true]);
              else expect(state).not.toEqual([false, true]);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
