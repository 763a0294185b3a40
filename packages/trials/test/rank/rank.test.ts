import { describe, expect, it } from "vitest";
import type { CriteriaDocument } from "../../src/criteria/document.schema.ts";
import type { Tree } from "../../src/criteria/tree.schema.ts";
import { indexBm25, matchPatients, rankedSchema, rankTrials, rankTrialsForNote } from "../../src/rank/index.ts";
import { smallKnowledge } from "../judge/small-knowledge.ts";
import { smallTerminology } from "../small-terminology.ts";
import { asOf, condition, lab, record } from "../spec/record-builder.ts";

const criterion = (id: string, type: "inclusion" | "exclusion", tree: Tree) => ({
  id,
  type,
  text: id,
  start: 0,
  end: 0,
  computable: "full" as const,
  tree,
  notes: [],
});
const document: CriteriaDocument = {
  version: 1,
  source: { format: "text", language: "en", text: "" },
  criteria: [
    criterion("I1", "inclusion", { kind: "age", range: { min: 18 }, unit: "year" }),
    criterion("I2", "inclusion", { kind: "condition", concepts: { of: [{ id: "D:lung-cancer" }] } }),
    criterion("I3", "inclusion", {
      kind: "measurement",
      item: { id: "LAB:haemoglobin" },
      expression: { type: "value" },
      range: { min: 100 },
      unit: "g/L",
    }),
    criterion("E1", "exclusion", {
      kind: "condition",
      concepts: { of: [{ id: "D:diabetes" }] },
      world: "closed",
    }),
  ],
};
const cancer = condition("D:nsclc", "2023-01-01");
const patients = [
  record([cancer, lab("LAB:haemoglobin", 120, "g/L", "2024-05-01")], { id: "a-eligible" }),
  record([cancer], { id: "b-no-haemoglobin" }),
  record([], { id: "c-silent" }),
  record([cancer, lab("LAB:haemoglobin", 97, "g/L", "2024-05-01")], { id: "d-near-miss" }),
  record([cancer, lab("LAB:haemoglobin", 60, "g/L", "2024-05-01")], { id: "e-far-miss" }),
  record([cancer, lab("LAB:haemoglobin", 60, "g/L", "2024-05-01"), condition("D:type-1-diabetes", "2020-01-01")], {
    id: "f-two-against",
  }),
];
const options = { asOf };

describe("patients of a trial", () => {
  const ranked = matchPatients(document, [...patients].reverse(), smallTerminology, options);

  it("stand in the order in which they are worth a look, whatever the order given", () => {
    expect(ranked.map(({ id }) => id)).toEqual([
      "a-eligible",
      "b-no-haemoglobin",
      "c-silent",
      "d-near-miss",
      "e-far-miss",
      "f-two-against",
    ]);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ranked.map(({ eligible }) => eligible)).toEqual(["yes", "unknown", "unknown", "no", "no", "no"]);
    expect(matchPatients(document, patients, smallTerminology, options)).toEqual(ranked);
  });

  it("scores fall from tier to tier and every place is valid", () => {
    const [eligible, open, , near, far] = ranked.map(({ score }) => score);
    expect(eligible).toBe(1);
    expect(open).toBeGreaterThan(0.5);
    expect(near).toBeGreaterThan(0.25);
    expect(near).toBeLessThanOrEqual(0.5);
    expect(far).toBeLessThan(0.25);
    for (const place of ranked) expect(rankedSchema.safeParse(place).success).toBe(true);
  });

  it("reasons name criteria in both languages and no value of the record", () => {
    expect(ranked[0]?.reason).toEqual({ en: "All 4 criteria are fulfilled.", zh: "全部 4 条标准均符合。" });
    expect(ranked[1]?.reason.en).toMatch(/^3 of 4 criteria decided, none against\. Next: /);
    expect(ranked[3]?.reason.en).toBe("Near miss: only I3 rules out, by 3 %.");
    expect(ranked[5]?.reason.en).toBe("Ruled out by I3, E1.");
    expect(ranked[5]?.reason.zh).toBe("因 I3、E1 不符合。");
    expect(JSON.stringify(ranked)).not.toMatch(/97|60 /);
  });

  it("the dead stand last with their reason", () => {
    const [first, last] = matchPatients(
      document,
      [patients[1]!, record([cancer], { id: "a-dead", death: "2024-01-01" })],
      smallTerminology,
      options,
    );
    expect(first?.id).toBe("b-no-haemoglobin");
    expect(last?.eligible).toBe("no");
    expect(last?.reason.en).toBe("Not alive at the index date.");
  });

  it("of no patient is empty", () => {
    expect(matchPatients(document, [], smallTerminology, options)).toEqual([]);
  });
});

describe("trials for a patient", () => {
  const trial = (id: string, ...conditions: string[]) => ({
    id,
    document,
    conditions: conditions.map((one) => ({ id: one })),
  });
  const trials = [
    trial("NCT1", "D:lung-cancer"),
    trial("NCT2", "D:breast-cancer"),
    trial("NCT3"),
    trial("NCT4", "D:sclc"),
  ];

  it("pass the gate by hierarchy: a kind of the trial's condition counts, a sibling does not", () => {
    const { ranked, otherConditions } = rankTrials(patients[0]!, trials, smallTerminology, options);
    expect(ranked.map(({ id }) => id)).toEqual(["NCT1", "NCT3"]);
    expect(otherConditions).toEqual(["NCT2", "NCT4"]);
  });

  it("a broader code only may be the condition, and stands behind", () => {
    const broad = record([condition("BROAD:cancer-of-chest", "2023-01-01")]);
    const { ranked } = rankTrials(broad, [trial("NCT1", "D:lung-cancer"), trial("NCT3")], smallTerminology, options);
    expect(ranked.map(({ id }) => id)).toEqual(["NCT3", "NCT1"]);
    expect(ranked[1]?.reason.en).toMatch(/The condition is only possible\.$/);
  });

  it("neither a denied, a relative's nor a future disease opens the gate", () => {
    for (const more of [{ assertion: "absent" as const }, { assertion: "family" as const }]) {
      const { otherConditions } = rankTrials(
        record([condition("D:nsclc", "2023-01-01", more)]),
        [trials[0]!],
        smallTerminology,
        options,
      );
      expect(otherConditions).toEqual(["NCT1"]);
    }
    const later = record([condition("D:nsclc", "2025-01-01")]);
    expect(rankTrials(later, [trials[0]!], smallTerminology, options).otherConditions).toEqual(["NCT1"]);
  });
});

describe("trials for a note", () => {
  const knowledge = smallKnowledge();
  const trial = (id: string, condition: string, text: string, more = {}) => ({
    id,
    conditions: [condition],
    criteria: [{ text, type: "inclusion" as const }],
    minimumAge: null,
    maximumAge: null,
    sex: "all" as const,
    ...more,
  });
  const trials = [
    trial("NCT1", "asthma", "Asthma"),
    trial("NCT2", "lung cancer", "Non-small cell lung cancer"),
    trial("NCT3", "lung cancer", "Non-small cell lung cancer", { maximumAge: 18 }),
    trial("NCT4", "lung cancer", "Non-small cell lung cancer", { sex: "female" }),
  ];
  const lexical = indexBm25(trials.map(({ conditions, criteria }) => `${conditions} ${criteria[0]!.text}`));
  const places = new Map(trials.map(({ id }, place) => [id, place]));
  const note = "A 63-year-old man has non-small cell lung cancer. He denies asthma.";

  it("the one of the patient's disease, age and sex first, a denied disease last", () => {
    const ranked = rankTrialsForNote(note, trials, { knowledge, lexical, places });
    expect(ranked[0]?.id).toBe("NCT2");
    expect(ranked.at(-1)?.id).toBe("NCT1");
    expect(ranked.find(({ id }) => id === "NCT3")?.reason.en).toMatch(/age is outside/);
    expect(ranked.find(({ id }) => id === "NCT4")?.eligible).toBe("no");
    expect(rankTrialsForNote(note, [...trials].reverse(), { knowledge, lexical, places })).toEqual(ranked);
  });

  it("an empty note ranks all of them without an error", () => {
    expect(rankTrialsForNote("", trials, { knowledge, lexical, places })).toHaveLength(4);
  });
});

describe("BM25", () => {
  // One text holds the word once, both texts are of equal length: idf * 1 * 2.2 / (1 + 1.2) = ln(1 + 1.5 / 1.5) = ln 2.
  it("agrees with the formula worked out by hand", () => {
    const [first, second] = indexBm25(["asthma wheezing", "fracture femur"]).scores("asthma");
    expect(first).toBeCloseTo(Math.log(2), 12);
    expect(second).toBe(0);
  });
  it("of no text is empty", () => {
    expect(indexBm25([]).scores("asthma")).toEqual([]);
  });
});
