import { expect, test } from "vitest";
import { createDictionary, readDictionary } from "../../src/sql/dictionary.ts";

test("codes given at the start are numbered in string order, each once, from 1", () => {
  const dictionary = createDictionary(["ICD10CN:I10", "ATC:A10", "ICD10CN:E11", "ATC:A10"]);
  expect(dictionary.entries()).toEqual([
    [1, "ATC:A10"],
    [2, "ICD10CN:E11"],
    [3, "ICD10CN:I10"],
  ]);
  expect(dictionary.size).toBe(3);
});

test("a code that is not known is 0, one that is added gets the next number, and null is 0 for ever", () => {
  const dictionary = createDictionary(["B"]);
  expect(dictionary.find("A")).toBe(0);
  expect(dictionary.add("A")).toBe(2);
  expect(dictionary.add("A")).toBe(2);
  expect(dictionary.find("A")).toBe(2);
  expect(dictionary.add(null)).toBe(0);
  expect(dictionary.size).toBe(2);
});

test("a prefix finds what begins so and nothing else", () => {
  const dictionary = createDictionary(["STAGE:I", "STAGE:II", "TNM:T1"]);
  dictionary.add("STAGE:IV");
  expect(dictionary.withPrefix("STAGE:").map(([, code]) => code)).toEqual(["STAGE:I", "STAGE:II", "STAGE:IV"]);
  expect(dictionary.withPrefix("VISIT:")).toEqual([]);
});

test("a table of concepts gives the dictionary back, and one with a gap is refused", () => {
  const dictionary = createDictionary(["B", "C"]);
  dictionary.add("A");
  const read = readDictionary([...dictionary.entries()].reverse());
  expect(read.entries()).toEqual(dictionary.entries());
  expect(() =>
    readDictionary([
      [1, "A"],
      [3, "B"],
    ]),
  ).toThrow(/concept 3/);
});
