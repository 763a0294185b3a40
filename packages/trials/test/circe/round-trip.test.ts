import { unwrap } from "@qinghao/kernel";
import { describe, expect, test } from "vitest";
import { exportCirce, readCirce, toDefinition, writeCirce } from "../../src/circe/index.ts";
import { allDefinitions, circeBe, definitionOf, hasData, phenotypeLibrary } from "./circe-data.ts";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether leaving a value out says the same as writing it. */
const saysNothing = (value: unknown): boolean =>
  value === null ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.values(value).every(saysNothing));

/** The paths whose value differs from the source, or is gone although it said something. */
function lost(source: unknown, copy: unknown, path = ""): string[] {
  if (Array.isArray(source)) {
    if (!Array.isArray(copy)) return saysNothing(source) ? [] : [path];
    return source.length === copy.length ? source.flatMap((item, at) => lost(item, copy[at], `${path}/${at}`)) : [path];
  }
  if (isObject(source)) {
    if (!isObject(copy)) return saysNothing(source) ? [] : [path];
    return Object.entries(source).flatMap(([key, value]) => lost(value, copy[key], `${path}/${key}`));
  }
  return source === copy || (saysNothing(source) && copy === undefined) ? [] : [path];
}

/** Cases whose criteria lack a value or an occurrence count, most of them on purpose. */
const incomplete = [
  "checkers/additionalCriteriaCheckValueIncorrect.json",
  "checkers/censoringEventCheckValueIncorrect.json",
  "checkers/emptyCorrelatedCriteria.json",
  "checkers/emptyDemographicCheckCorrect.json",
  "checkers/inclusionRulesCheckValueIncorrect.json",
  "checkers/primaryCriteriaCheckValueIncorrect.json",
  "versioning/payerPlanCohortExpression.json",
];

describe.skipIf(!hasData(circeBe) || !hasData(phenotypeLibrary))("Circe JSON", () => {
  test("all 285 definitions are read", () => {
    expect(allDefinitions()).toHaveLength(285);
  });

  test("reading then writing gives the same JSON", () => {
    for (const { name, json } of allDefinitions()) expect(writeCirce(unwrap(readCirce(json))), name).toEqual(json);
  });

  test("a definition with a part missing that Circe needs is refused by name of the part", () => {
    const refused = allDefinitions().flatMap(({ name, json }) => {
      const definition = toDefinition(unwrap(readCirce(json)));
      return definition.ok ? [] : [name.split("/").slice(2).join("/")];
    });
    expect(refused.sort()).toEqual(incomplete);
  });

  test("the typed definition says all that the file says, and its export reads back as the same definition", () => {
    for (const { name, json } of allDefinitions()) {
      if (incomplete.some((file) => name.endsWith(file))) continue;
      const definition = definitionOf(json);
      const exported = exportCirce(definition);
      expect(lost(json, exported), name).toEqual([]);
      expect(definitionOf(exported), name).toEqual(definition);
    }
  });
});

describe("what the schema does not know", () => {
  const json = {
    PrimaryCriteria: { CriteriaList: [{ Episode: { CodesetId: 1 } }, { Death: { "a/b~c": 2 } }] },
    Author: { name: "x" },
  };

  test("is listed by where it stands and written back", () => {
    const document = unwrap(readCirce(json));
    expect(document.unknown).toEqual([
      { pointer: "/PrimaryCriteria/CriteriaList/0/Episode", value: { CodesetId: 1 } },
      { pointer: "/PrimaryCriteria/CriteriaList/1/Death/a~1b~0c", value: 2 },
      { pointer: "/Author", value: { name: "x" } },
    ]);
    expect(writeCirce(document)).toEqual(json);
  });

  test("a known field of another form is an error that says where", () => {
    const result = readCirce({ PrimaryCriteria: { CriteriaList: [{ Death: { CodesetId: "1" } }] } });
    expect(result.ok ? "" : result.error.message).toContain("/PrimaryCriteria/CriteriaList/0/Death/CodesetId");
  });
});
