import { globSync } from "node:fs";
import path from "node:path";
import { unwrap } from "@qinghao/kernel";
import { describe, expect, test } from "vitest";
import { readCirce } from "../../src/circe/index.ts";
import { type FindingKind, findingKinds, lintCirce, repeatedConcepts } from "../../src/circe/lint/index.ts";
import { conceptSetExpressionSchema } from "../../src/circe/values.schema.ts";
import { circeBe, hasData, readExpression } from "./circe-data.ts";

const values: FindingKind[] = ["range-incomplete", "range-reversed", "date-invalid", "days-negative"];

/** Which finding each pair of OHDSI's checker cases is about: the incorrect file has it, the correct one has not. */
const pairs: { readonly pair: string; readonly about: readonly FindingKind[]; readonly count?: number }[] = [
  { pair: "primaryCriteriaCheckValue", about: values },
  { pair: "primaryCriteriaCheckValue", about: ["concept-empty"] },
  { pair: "primaryCriteriaCheckValue", about: ["text-empty"] },
  { pair: "additionalCriteriaCheckValue", about: values },
  { pair: "additionalCriteriaCheckValue", about: ["concept-empty"] },
  { pair: "additionalCriteriaCheckValue", about: ["text-empty"] },
  { pair: "inclusionRulesCheckValue", about: values },
  { pair: "inclusionRulesCheckValue", about: ["concept-empty"] },
  { pair: "inclusionRulesCheckValue", about: ["text-empty"] },
  { pair: "censoringEventCheckValue", about: values },
  { pair: "censoringEventCheckValue", about: ["concept-empty"] },
  { pair: "censoringEventCheckValue", about: ["text-empty"] },
  { pair: "conceptSetCriteriaCheck", about: ["concept-set-missing"], count: 13 },
  { pair: "contradictionsCriteriaCheck", about: ["contradiction"] },
  { pair: "deathTimeWindowCheck", about: ["death-before-index"], count: 2 },
  { pair: "domainTypeCheck", about: ["record-type-unspecified"] },
  { pair: "drugDomainCheck", about: ["exit-drug-not-entered"], count: 1 },
  { pair: "drugEraCheck", about: ["drug-era-unbounded"], count: 1 },
  { pair: "duplicatesConceptSetCheck", about: ["concept-set-repeated"], count: 1 },
  { pair: "duplicatesCriteriaCheck", about: ["criterion-repeated"] },
  { pair: "emptyDemographicCheck", about: ["demographic-empty"], count: 1 },
  { pair: "eventsProgressionCheck", about: ["limit-without-effect"] },
  { pair: "timePatternCheck", about: ["window-unusual"], count: 3 },
];

const found = (name: string, about: readonly FindingKind[]) =>
  lintCirce(unwrap(readCirce(readExpression(`checkers/${name}.json`)))).filter(({ kind }) => about.includes(kind));

describe.skipIf(!hasData(circeBe))("OHDSI circe-be: checkers", () => {
  test.each(pairs)("$pair: $about", ({ pair, about, count }) => {
    const [incorrect, correct] = [found(`${pair}Incorrect`, about), found(`${pair}Correct`, about)];
    expect(correct).toEqual([]);
    if (count === undefined) expect(incorrect.length).toBeGreaterThan(0);
    else expect(incorrect).toHaveLength(count);
  });

  test("every Correct / Incorrect pair of the folder is one of these", () => {
    const files = globSync("*Incorrect.json", { cwd: path.join(circeBe, "checkers") });
    expect(new Set(pairs.map(({ pair }) => `${pair}Incorrect.json`))).toEqual(new Set(files));
  });

  test.each([
    ["unusedConceptSet", "concept-set-unused", 13],
    ["unusedConceptSetCorrect", "concept-set-unused", 0],
    ["childGroupExpression", "concept-set-unused", 0],
    ["noExitCriteriaCheckEarliestEvent", "no-exit", 1],
    ["noExitCriteriaCheck", "no-exit", 0],
    ["emptyPrimaryCriteriaList", "no-initial-event", 1],
    ["emptyInclusionRules", "rule-empty", 1],
  ] as const)("%s: %s %i times", (name, kind, count) => {
    expect(found(name, [kind])).toHaveLength(count);
  });

  test.each([
    "emptyCensoringCriteriaList",
    "emptyPrimaryCriteriaList",
    "emptyInclusionRules",
    "emptyCorrelatedCriteria",
  ])("%s has no wrong value", (name) => {
    expect(found(name, [...values, "demographic-empty"])).toEqual([]);
  });

  test("a concept that a set lists twice", () => {
    const { items } = conceptSetExpressionSchema.parse(readExpression("checkers/conceptSetWithDuplicateItems.json"));
    expect(repeatedConcepts(items, "set", "/").map(({ en }) => en)).toEqual([
      'The concept set "set" lists the concept 4270863 more than once.',
    ]);
  });
});

test("every finding has a sentence in both languages with the same details", () => {
  for (const { en, zh } of Object.values(findingKinds)) {
    const names = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    expect(names(zh), en).toEqual(names(en));
  }
});
