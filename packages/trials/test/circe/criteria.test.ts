import { unwrap } from "@qinghao/kernel";
import { describe, expect, test } from "vitest";
import { criteriaToCirce, type OmopConcepts } from "../../src/circe/from-criteria.ts";
import { exportCirce, openCdm, openVocabulary, runCohort } from "../../src/circe/index.ts";
import { circeToCriteria } from "../../src/circe/to-criteria.ts";
import type { Criterion } from "../../src/criteria/document.schema.ts";
import { type Tree, treeSchema } from "../../src/criteria/tree.schema.ts";
import { allDefinitions, definitionOf, hasData, phenotypeLibrary } from "./circe-data.ts";

const diabetes = { id: "TEST:100", en: "diabetes" };
const metformin = { id: "TEST:200", en: "metformin" };
const creatinine = { id: "TEST:300", en: "creatinine" };

const omop: OmopConcepts = {
  concepts: (id) => {
    const number = Number(id.slice("TEST:".length));
    const name = [diabetes, metformin, creatinine].find((ref) => ref.id === id)?.en;
    return name === undefined
      ? null
      : [{ CONCEPT_ID: number, CONCEPT_NAME: name, CONCEPT_CODE: String(number), VOCABULARY_ID: "TEST" }];
  },
  unit: (ucum) => (ucum === "mg/dL" ? { CONCEPT_ID: 8840, CONCEPT_CODE: "mg/dL" } : null),
};
const resolver = {
  resolve: ([code]: readonly { system: string; code: string }[]) =>
    code?.system === "TEST" ? { concept: `TEST:${code.code}`, via: "code" as const } : null,
  labItem: () => null,
};

const criterion = (id: string, type: Criterion["type"], tree: Tree): Criterion => ({
  id,
  type,
  text: `text of ${id}`,
  start: 0,
  end: 0,
  computable: "full",
  tree,
  notes: [],
});

const days = (value: number) => ({ value, unit: "day" as const });
const trees: [string, Criterion["type"], Tree][] = [
  ["age", "inclusion", { kind: "age", range: { min: 18, max: 75 }, unit: "year" }],
  ["sex", "inclusion", { kind: "sex", is: ["female"] }],
  ["condition", "inclusion", { kind: "condition", concepts: { of: [diabetes] }, world: "closed" }],
  [
    "condition, counted, in a window",
    "inclusion",
    {
      kind: "condition",
      concepts: { of: [diabetes], descendants: false },
      world: "closed",
      when: { from: days(-365), to: days(0), part: "start" },
      count: { min: 2 },
    },
  ],
  [
    "drug exposure that overlaps a window",
    "inclusion",
    {
      kind: "drug",
      concepts: { of: [metformin] },
      world: "closed",
      when: { from: days(-90), to: days(-30), part: "overlap" },
    },
  ],
  ["drug that was never given", "exclusion", { kind: "drug", concepts: { of: [metformin] }, world: "closed" }],
  [
    "measurement",
    "inclusion",
    {
      kind: "measurement",
      item: creatinine,
      expression: { type: "value" },
      range: { max: 1.5, maxExclusive: true },
      unit: "mg/dL",
      pick: "any",
      world: "closed",
      when: { from: days(-28), to: days(0), part: "start" },
    },
  ],
  [
    "times the upper limit",
    "inclusion",
    {
      kind: "measurement",
      item: creatinine,
      expression: { type: "times-upper-limit" },
      range: { max: 2.5 },
      unit: null,
      pick: "any",
      world: "closed",
    },
  ],
  ["visit", "inclusion", { kind: "visit", setting: "inpatient", world: "closed" }],
];

describe("criteria to Circe and back", () => {
  test.each(trees)("%s", (name, type, tree) => {
    const { definition, left } = criteriaToCirce([criterion(name, type, tree)], omop);
    expect(left).toEqual([]);
    const back = circeToCriteria(definitionOf(exportCirce(definition)), resolver).trial.criteria.at(-1);
    expect({ type: back?.type, tree: back?.tree }).toEqual({ type, tree });
  });

  test("a window on a condition that names no part asks for an overlap, as the tree does", () => {
    const when = { from: days(-10), to: days(0) };
    const asked = criterion("I1", "inclusion", { kind: "condition", concepts: { of: [diabetes] }, when });
    const rule = criteriaToCirce([asked], omop).definition.inclusionRules[0]?.group?.criteria[0];
    expect(rule?.startWindow).toMatchObject({ start: { days: null }, end: { days: 0 }, eventDate: "start" });
    expect(rule?.endWindow).toMatchObject({
      start: { days: 10, side: "before" },
      end: { days: null },
      eventDate: "end",
    });
  });

  test("what Circe cannot say is left out by name and reason, with no trace in the definition", () => {
    const { definition, left } = criteriaToCirce(
      [
        criterion("I1", "inclusion", { kind: "text", text: "able to consent" }),
        criterion("I2", "inclusion", {
          kind: "all",
          of: [
            { kind: "condition", concepts: { of: [diabetes] } },
            { kind: "condition", concepts: { of: [{ id: "TEST:999", en: "gout" }] } },
          ],
        }),
      ],
      omop,
    );
    expect(left).toEqual([
      { criterion: "I1", reason: "a criterion of kind text" },
      { criterion: "I2", reason: "no OMOP concept for gout" },
    ]);
    expect(definition.conceptSets).toEqual([]);
    expect(definition.inclusionRules).toEqual([]);
  });

  test("the exported definition selects the person that the criteria select", () => {
    const { definition } = criteriaToCirce(
      trees
        .filter(([name]) => ["age", "condition", "drug that was never given"].includes(name))
        .map(([name, type, tree]) => criterion(name, type, tree)),
      omop,
    );
    const person = (person_id: number, year_of_birth: number) => ({
      person_id,
      year_of_birth,
      gender_concept_id: 8532,
    });
    const has = (id: number, person_id: number, concept: string, value: number, date: string) => ({
      [`${concept}_${concept === "drug" ? "exposure" : "occurrence"}_id`]: id,
      person_id,
      [`${concept}_concept_id`]: value,
      [`${concept}_${concept === "drug" ? "exposure_" : ""}start_date`]: date,
    });
    const people = [1, 2, 3, 4];
    const cdm = openCdm({
      person: [person(1, 1970), person(2, 1970), person(3, 2015), person(4, 1970)],
      observation_period: people.map((person_id) => ({
        observation_period_id: person_id,
        person_id,
        observation_period_start_date: "2010-01-01",
        observation_period_end_date: "2022-01-01",
      })),
      visit_occurrence: people.map((person_id) => ({
        visit_occurrence_id: person_id,
        person_id,
        visit_concept_id: 9202,
        visit_start_date: "2020-05-01",
        visit_end_date: "2020-05-01",
      })),
      condition_occurrence: [1, 3, 4].map((who) => has(who, who, "condition", 100, "2019-01-01")),
      drug_exposure: [has(1, 4, "drug", 200, "2019-06-01")],
    });
    const run = unwrap(runCohort(definition, { cdm, vocabulary: openVocabulary({}) }));
    expect(run.rows.map((row) => row.person)).toEqual([1]);
  });
});

describe("a Circe rule that the tree cannot say", () => {
  const definition = definitionOf({
    ConceptSets: [
      {
        id: 0,
        name: "diabetes",
        expression: {
          items: [
            {
              concept: { CONCEPT_ID: 100, CONCEPT_CODE: "100", VOCABULARY_ID: "TEST", CONCEPT_NAME: "diabetes" },
              includeDescendants: true,
            },
          ],
        },
      },
    ],
    PrimaryCriteria: { CriteriaList: [{ ConditionOccurrence: { CodesetId: 0 } }] },
    InclusionRules: [
      {
        name: "two different visits",
        expression: {
          Type: "ALL",
          CriteriaList: [
            {
              Criteria: { ConditionOccurrence: { CodesetId: 0 } },
              StartWindow: { Start: { Coeff: -1 }, End: { Coeff: 1 } },
              Occurrence: { Type: 2, Count: 2, IsDistinct: true, CountColumn: "VISIT_ID" },
            },
          ],
        },
      },
    ],
  });

  test("stays visible as text and is carried whole, to be run by the Circe engine", () => {
    const { trial, carried } = circeToCriteria(definition, resolver);
    expect(trial.criteria.map(({ text, computable }) => [text, computable])).toEqual([
      ["Entry event: condition occurrence: diabetes", "full"],
      ["two different visits", "none"],
    ]);
    expect(trial.criteria[1]?.notes.join(" ")).toContain("it counts different values");
    expect(carried.map((rule) => rule.criterion)).toEqual(["s2"]);
    expect(exportCirce(carried[0]!.definition)).toEqual(exportCirce(definition));
  });
});

describe.skipIf(!hasData(phenotypeLibrary))("the OHDSI phenotypes as criteria", () => {
  test("every one becomes valid criteria; rules with text are carried", () => {
    const known = {
      ...resolver,
      resolve: ([code]: readonly { code: string }[]) => ({ concept: `TEST:${code?.code}`, via: "code" as const }),
    };
    const counts = { full: 0, partial: 0, none: 0 };
    for (const { name, json } of allDefinitions().filter(({ name }) => name.includes("phenotype"))) {
      const { trial, carried } = circeToCriteria(definitionOf(json), known);
      for (const { id, tree, computable, start, end, text } of trial.criteria) {
        expect(treeSchema.safeParse(tree).success, name).toBe(true);
        expect(trial.text.slice(start, end), name).toBe(text);
        expect(
          carried.some((rule) => rule.criterion === id),
          name,
        ).toBe(computable !== "full");
        counts[computable]++;
      }
    }
    expect(counts.full).toBeGreaterThan(150);
  });
});
