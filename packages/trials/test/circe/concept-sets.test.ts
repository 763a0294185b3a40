import { describe, expect, test } from "vitest";
import { openVocabulary, resolveConceptSet } from "../../src/circe/index.ts";
import { cdmTables, circeBe, hasData, readTables } from "./circe-data.ts";

const item = (CONCEPT_ID: number, flags: object = {}) => ({ concept: { CONCEPT_ID }, ...flags });
const resolve = (items: ReturnType<typeof item>[], tables: Parameters<typeof openVocabulary>[0]) =>
  [...resolveConceptSet(items, openVocabulary(tables))].sort((a, b) => a - b);

describe.skipIf(!hasData(circeBe))("OHDSI circe-be: concept sets", () => {
  test("a set of 3,999 concepts, every second one excluded", () => {
    const items = Array.from({ length: 3999 }, (_, at) =>
      item(at + 1, { includeDescendants: true, isExcluded: (at + 1) % 2 === 0 }),
    );
    const expected = readTables("conceptset/inClause_VERIFY.json")["inclause.result"];
    expect(resolve(items, cdmTables(readTables("datasets/vocabulary.json")))).toEqual(
      expected?.map((row) => row.concept_id),
    );
  });
});

describe("concept sets", () => {
  const tables = {
    concept: [1, 2, 3, 4, 9].map((concept_id) => ({ concept_id, invalid_reason: concept_id === 4 ? "D" : null })),
    concept_ancestor: [2, 3, 4].map((id) => ({ ancestor_concept_id: 1, descendant_concept_id: id })),
    concept_relationship: [
      { concept_id_1: 9, concept_id_2: 3, relationship_id: "Maps to", invalid_reason: null },
      { concept_id_1: 8, concept_id_2: 2, relationship_id: "Maps to", invalid_reason: "D" },
      { concept_id_1: 7, concept_id_2: 3, relationship_id: "Is a", invalid_reason: null },
    ],
  };

  test.each([
    { name: "a concept alone", items: [item(1)], is: [1] },
    { name: "a concept that the vocabulary lacks is none", items: [item(77)], is: [] },
    { name: "descendants, without the invalid one", items: [item(1, { includeDescendants: true })], is: [1, 2, 3] },
    {
      name: "what maps to the concept and to its descendants, by valid relations only",
      items: [item(1, { includeDescendants: true, includeMapped: true })],
      is: [1, 2, 3, 9],
    },
    { name: "mapped without descendants asks the concept alone", items: [item(1, { includeMapped: true })], is: [1] },
    {
      name: "an excluded item takes away all that it reaches",
      items: [
        item(1, { includeDescendants: true, includeMapped: true }),
        item(3, { isExcluded: true, includeMapped: true }),
      ],
      is: [1, 2],
    },
  ])("$name", ({ items, is }) => {
    expect(resolve(items, tables)).toEqual(is);
  });

  test("without a vocabulary every listed concept is taken as it is", () => {
    expect(resolve([item(77), item(5, { isExcluded: true })], {})).toEqual([77]);
  });
});
