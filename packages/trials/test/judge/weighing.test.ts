import { describe, expect, it } from "vitest";
import { fitTrees } from "../../bench/judge-boosting.ts";
import { namedThings } from "../../src/judge/concepts.ts";
import type { JudgeLabel } from "../../src/judge/judge.schema.ts";
import { readCase, shippedModel, weighed } from "../../src/judge/judge-note.ts";
import { Nearness } from "../../src/judge/match/nearness.ts";
import { SystemIndex, systemsNamed, systemsNamedWhole } from "../../src/judge/match/systems.ts";
import { askedKinds } from "../../src/judge/model/asked.ts";
import { type BoostedTrees, leafOf, probabilitiesOf } from "../../src/judge/model/boosted-trees.ts";
import { featuresOf } from "../../src/judge/model/features.ts";
import { meaningfulWords } from "../../src/judge/words.ts";
import { smallKnowledge } from "./small-knowledge.ts";

const knowledge = smallKnowledge();

describe("trees", () => {
  const tree = {
    nodes: [
      [0, 0.5, -1, 1],
      [1, 2, -2, -3],
    ] as const,
    leaves: [1, 2, 3],
  };

  it.each([
    [[0.5, 9], 1],
    [[0.6, 2], 2],
    [[0.6, 2.1], 3],
  ])("a case %j falls into the leaf %d", (values, leaf) => {
    expect(leafOf(tree, values)).toBe(leaf);
  });

  it("a tree without nodes is its one leaf", () => {
    expect(leafOf({ nodes: [], leaves: [0.25] }, [1, 2])).toBe(0.25);
  });

  it("the sums become probabilities by the softmax", () => {
    const model: BoostedTrees = {
      features: ["a", "b"],
      labels: [
        { label: "excluded", start: 0, trees: [tree, tree] },
        { label: "not excluded", start: 1, trees: [] },
      ],
    };
    const found = probabilitiesOf(model, { a: 0 });
    expect(found.get("excluded")).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    expect(found.get("not excluded")).toBeCloseTo(1 / (1 + Math.exp(1)), 12);
  });

  it("learn an either-or that no single feature tells, the same each time", () => {
    const rows = Array.from({ length: 160 }, (_, at) => ({
      a: at % 2,
      b: Math.floor(at / 2) % 2,
      noise: (at * 7) % 11,
    }));
    const answers = rows.map(({ a, b, noise }): JudgeLabel => (a + b > 0 && noise > 2 ? "excluded" : "not excluded"));
    const model = fitTrees(rows, answers);
    const right = rows.filter((row, at) => {
      const found = probabilitiesOf(model, row);
      return found.get(answers[at]!)! > 0.5;
    });
    expect(right.length).toBe(rows.length);
    expect(fitTrees(rows, answers)).toEqual(model);
  });
});

describe("what the trees look at", () => {
  it.each([
    ["Serum creatinine > 2 x ULN", ["asks laboratory", "asks relativeLimit", "asks comparison"]],
    ["Histologically confirmed carcinoma", ["asks cancer", "asks provenDiagnosis"]],
    ["Willing to complete a diary", ["asks willing"]],
    ["QTc interval above 450 ms", ["asks electrocardiogram", "asks comparison"]],
  ])("%s", (text, kinds) => {
    expect(Object.keys(askedKinds(text))).toEqual(expect.arrayContaining(kinds));
  });

  it("parts of medicine count where an illness is named, and as a whole only where nothing is narrower", () => {
    expect(systemsNamed("Significant cardiac or renal disease").size).toBe(2);
    expect(systemsNamed("Cardiac catheterization").size).toBe(0);
    expect(systemsNamedWhole(meaningfulWords("severe renal disease")).size).toBe(1);
    expect(systemsNamedWhole(meaningfulWords("renal artery stenosis")).size).toBe(0);
  });

  it("the same disease is nearer than two kinds of one thing, and those than strangers", () => {
    const nearness = new Nearness(knowledge);
    const between = (a: string, b: string) => nearness.between(namedThings(knowledge, a), namedThings(knowledge, b));
    const same = between("type 2 diabetes", "type 2 diabetes");
    const siblings = between("type 2 diabetes", "type 1 diabetes");
    expect(same).toBeCloseTo(Math.log(2), 12);
    expect(siblings).toBeGreaterThan(same!);
    expect(between("type 2 diabetes", "asthma") ?? Number.POSITIVE_INFINITY).toBeGreaterThan(siblings!);
    expect(new SystemIndex(knowledge).of(namedThings(knowledge, "metformin")).size).toBe(0);
  });

  it("the shipped trees know every feature that they ask for, and give a label of the criterion's type", () => {
    const note = "0. A 40-year-old man has asthma.\n1. He takes metformin.";
    for (const type of ["inclusion", "exclusion"] as const) {
      const given = readCase({ note, criterion: "Severe diabetes or a planned operation", type }, knowledge);
      const { label } = weighed(given, shippedModel, "open");
      const allowed = type === "inclusion" ? ["included", "not included"] : ["excluded", "not excluded"];
      expect([...allowed, "not enough information", "not applicable"]).toContain(label);
      const known = new Set(Object.keys(featuresOf(given, "open")));
      const plain = shippedModel[type].features.filter((name) => !/^(?:asks|topic) /.test(name));
      expect(plain.filter((name) => !known.has(name))).toEqual([]);
    }
  });
});
