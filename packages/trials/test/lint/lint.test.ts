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
const state = (is: "pregnant" | "postmenopausal" | "childbearing-potential"): Tree => ({
  kind: "reproduction",
  state: is,
});
const isMale: Tree = { kind: "sex", is: ["male"] };
const drug = (id: string, status?: "ever" | "current"): Tree => ({
  kind: "drug",
  concepts: { of: [{ id }] },
  ...(status === undefined ? {} : { status }),
});
const lately = (value: number, unit: "day" | "month" | "year", part?: "start", id = "D:diabetes"): Tree => ({
  kind: "condition",
  concepts: { of: [{ id }] },
  when: { from: { value: -value, unit }, to: { value: 0, unit: "day" }, ...(part === undefined ? {} : { part }) },
});
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

describe("across kinds and statuses", () => {
  test("pregnancy and male sex, with a man whom the engine refuses", () => {
    const [found] = lint([state("pregnant"), isMale]);
    expect(found).toMatchObject({ code: "contradiction", severity: "error", criteria: ["i1", "i0"] });
    expect(found!.witness?.eligible).toBe("no");
    expect(found!.message.en).toBe("Nobody can satisfy both “the patient is male” and “is pregnant”.");
  });

  test("a choice of nothing but women's states and male sex", () => {
    const women: Tree = { kind: "any", of: [state("postmenopausal"), state("childbearing-potential")] };
    expect(codes(lint([women, isMale]))).toEqual([["contradiction", "i1", "i0"]]);
    const anyone: Tree = { kind: "any", of: [state("postmenopausal"), isMale] };
    expect(lint([anyone, { kind: "sex", is: ["male", "female"] }])).toEqual([]);
  });

  test("who admits men only need not exclude pregnancy", () => {
    const [found] = lint([isMale], [state("pregnant")]);
    expect(found).toMatchObject({ code: "redundant", criteria: ["e0", "i0"] });
    expect(found!.witness?.eligible).toBe("no");
    expect(lint([], [state("pregnant"), state("postmenopausal")])).toEqual([]);
  });

  test("an age is no contradiction of a menopause", () => {
    expect(lint([age({ min: 18, max: 40 }), state("postmenopausal")])).toEqual([]);
  });

  test("a score demanded and excluded in one range", () => {
    const ecog: Tree = { kind: "score", score: "ecog", range: { max: 1 } };
    const [found] = lint([ecog], [ecog]);
    expect(found).toMatchObject({ code: "contradiction", criteria: ["e0", "i0"] });
    expect(verdictsOf(found!)).toEqual(["met", "met"]);
    expect(codes(lint([ecog], [{ ...ecog, range: { min: 2 } }]))).toEqual([
      ["exclusion-restates-inclusion", "e0", "i0"],
    ]);
  });

  test("a drug that is to be taken now and never to have been taken", () => {
    const [found] = lint([drug("DRUG:cisplatin", "current")], [drug("DRUG:platinum", "ever")]);
    expect(found).toMatchObject({ code: "contradiction", criteria: ["e0", "i0"] });
    expect(verdictsOf(found!)).toEqual(["met", "met"]);
    expect(codes(lint([drug("DRUG:cisplatin", "current")], [drug("DRUG:platinum")]))).toEqual([
      ["contradiction", "e0", "i0"],
    ]);
    expect(lint([drug("DRUG:cisplatin", "ever")], [drug("DRUG:cisplatin", "current")])).toEqual([]);
  });
});

describe("times that hold each other", () => {
  test("excluded within months and excluded ever", () => {
    const [found] = lint([], [lately(6, "month"), has("D:diabetes")]);
    expect(found).toMatchObject({ code: "redundant", criteria: ["e0", "e1"] });
    expect(verdictsOf(found!)).toEqual(["met", "met"]);
  });

  test.each([
    [lately(6, "month"), lately(1, "year")],
    [lately(5, "day"), lately(1, "month")],
    [lately(300, "day", "start"), lately(1, "year", "start")],
  ])("the shorter of two times, case %#", (short, long) => {
    expect(codes(lint([], [short, long]))).toEqual([["redundant", "e0", "e1"]]);
    expect(codes(lint([short], [long]))).toEqual([["contradiction", "e0", "i0"]]);
    expect(lint([long], [short])).toEqual([]);
  });

  test("times whose order depends on the date are not compared, nor are starts and courses", () => {
    expect(lint([], [lately(30, "day"), lately(1, "month")])).toEqual([]);
    expect(lint([], [lately(6, "month", "start"), lately(1, "year")])).toEqual([]);
  });

  test("at most once of a part says nothing of the whole", () => {
    const once = (id: string): Tree => ({
      kind: "condition",
      concepts: { of: [{ id }] },
      count: { min: 1, max: 1 },
      world: "closed",
    });
    expect(lint([once("D:nsclc"), once("D:cancer")])).toEqual([]);
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
    ["unknown-concept", has("D:nsclk")],
    ["unknown-concept", { ...hb({ min: 10 }), item: { id: "LAB:haemoglobine" } } as Tree],
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
    fc
      .record({
        value: fc.constantFrom(1, 6, 12),
        unit: fc.constantFrom<("day" | "month" | "year")[]>("day", "month", "year"),
        part: fc.constantFrom<("start" | undefined)[]>("start", undefined),
        id: fc.constantFrom("D:cancer", "D:lung-cancer", "D:nsclc"),
        count: fc.constantFrom({}, { count: { min: 2 } }, { count: { max: 1 } }),
      })
      .map(({ value, unit, part, id, count }) => ({ ...lately(value, unit, part, id), ...count }) as Tree),
    fc.constantFrom<Tree[]>(isMale, { kind: "sex", is: ["female"] }, state("pregnant"), state("postmenopausal")),
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
