import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amend, compareDocuments, similarityOf } from "../../src/amend/index.ts";
import type { CriteriaDocument, Criterion } from "../../src/schema.ts";

function documentOf(...lines: [Criterion["type"], string, Criterion["tree"]?][]): CriteriaDocument {
  let text = "";
  const criteria = lines.map(([type, words, tree = { kind: "text", text: words }], place): Criterion => {
    const start = text.length;
    text += `${words}\n`;
    const end = start + words.length;
    return { id: `c${place}`, type, text: words, start, end, computable: "none", tree, notes: [] };
  });
  return { version: 1, source: { format: "text", language: "en", text }, criteria };
}
const kinds = (before: CriteriaDocument, after: CriteriaDocument) =>
  compareDocuments(before, after).map(({ kind, before: old, after: next }) => `${kind}: ${next?.text ?? old?.text}`);

describe("an amendment", () => {
  const before = documentOf(
    ["inclusion", "Age at least 18 years"],
    ["inclusion", "ECOG performance status 0 to 1"],
    ["exclusion", "Active hepatitis B"],
    ["exclusion", "Pregnancy"],
  );
  test("says what was added, removed, reworded and moved, each criterion once", () => {
    const after = documentOf(
      ["inclusion", "Age at least 18 years"],
      ["inclusion", "ECOG performance status 0 to 2"],
      ["inclusion", "Measurable disease by RECIST 1.1"],
      ["inclusion", "Pregnancy"],
    );
    expect(kinds(before, after)).toEqual([
      "same: Age at least 18 years",
      "reworded: ECOG performance status 0 to 2",
      "removed: Active hepatitis B",
      "added: Measurable disease by RECIST 1.1",
      "moved: Pregnancy",
    ]);
  });
  test("keeps the reviewed logic where the words stayed", () => {
    const reviewed = documentOf(["inclusion", "Adults", { kind: "age", range: { min: 18 }, unit: "year" }]);
    const reread = documentOf(["inclusion", "Adults"], ["exclusion", "Gout"]);
    const { document, carriedOver, changes } = amend(reviewed, reread);
    expect(document.criteria[0]!.tree).toEqual({ kind: "age", range: { min: 18 }, unit: "year" });
    expect(carriedOver).toEqual(["c0"]);
    expect(changes.map(({ kind }) => kind)).toEqual(["same", "added"]);
  });
  test("two criteria of equal words are two", () => {
    const twice = documentOf(["inclusion", "Consent"], ["exclusion", "Consent"]);
    expect(kinds(twice, twice)).toEqual(["same: Consent", "same: Consent"]);
  });
});

test("whatever changes, every criterion of both versions stands in exactly one change", () => {
  const words = fc.constantFrom(
    "Age over 18",
    "Age over 21",
    "Gout",
    "Gouty arthritis",
    "ECOG 0-1",
    "ECOG 0-2",
    "Consent",
  );
  const documents = fc
    .array(fc.tuple(fc.constantFrom("inclusion" as const, "exclusion" as const), words), { maxLength: 12 })
    .map((lines) => documentOf(...lines));
  fc.assert(
    fc.property(documents, documents, (before, after) => {
      const changes = compareDocuments(before, after);
      expect(changes.flatMap((change) => change.after ?? [])).toEqual(after.criteria);
      expect(new Set(changes.flatMap((change) => change.before ?? []))).toEqual(new Set(before.criteria));
      expect(changes).toHaveLength(before.criteria.length + changes.filter(({ kind }) => kind === "added").length);
    }),
  );
});

test("Dice's coefficient of a published example: night and nacht", () => {
  // Adamson and Boreham 1974 use pairs inside the word; ours also pairs the edges: " n" and "t " are common, ni ig gh / na ac ch are not, ht is.
  expect(similarityOf("night", "nacht")).toBeCloseTo((2 * 3) / 12, 12);
  expect(similarityOf("", "")).toBe(1);
});
