import type { CriteriaDocument, Criterion, Tree } from "@qinghao/trials/schema";
import { describe, expect, it } from "vitest";
import {
  cutsOf,
  decide,
  mergeWithNext,
  nextOf,
  partsAt,
  type Snapshot,
  split,
} from "../../features/trials/review/edits.ts";

const text = "Age 18-75; ECOG 0-1\nNo stroke";
const age: Tree = { kind: "age", range: { min: 18, max: 75 }, unit: "year" };
const ecog: Tree = { kind: "score", score: "ecog", range: { max: 1 } };
const criterion = (
  id: string,
  start: number,
  end: number,
  tree: Tree,
  type: Criterion["type"] = "inclusion",
): Criterion => ({
  id,
  type,
  text: text.slice(start, end),
  start,
  end,
  computable: "full",
  tree,
  notes: [],
});
const snapshotOf = (criteria: Criterion[]): Snapshot => ({
  document: { version: 1, source: { format: "text", language: "en", text }, criteria } as CriteriaDocument,
  reviews: { c1: { decision: "accepted", person: "A", at: "2026-01-01" } },
});
const isAnchored = ({ document }: Snapshot) =>
  document.criteria.every((one) => document.source.text.slice(one.start, one.end) === one.text);

describe("cutting a criterion", () => {
  it("leaves what stands between the parts out of both", () => {
    expect(partsAt({ text: "Age 18-75; and ECOG 0-1", start: 10, end: 33 }, 10)).toEqual([
      { start: 10, end: 19, text: "Age 18-75" },
      { start: 25, end: 33, text: "ECOG 0-1" },
    ]);
  });

  it("refuses a cut that leaves nothing on a side", () => {
    expect(partsAt({ text: "Age;", start: 0, end: 4 }, 4)).toBeNull();
  });

  it("offers stops and conjunctions, in Chinese too, and nothing in one word", () => {
    expect(cutsOf("asthma or COPD; stroke")).toEqual([7, 15]);
    expect(cutsOf("妊娠或哺乳")).toEqual([2]);
    expect(cutsOf("stroke")).toEqual([]);
  });

  it("keeps the parts at their place in the source and takes the decision away", () => {
    const before = snapshotOf([criterion("c1", 0, 19, { kind: "all", of: [age, ecog] })]);
    const [first, second] = partsAt(before.document.criteria[0]!, 10)!;
    const after = split(before, "c1", [
      { ...first, tree: age, notes: [], computable: "full" },
      { ...second, tree: ecog, notes: [], computable: "full" },
    ]);
    expect(after.document.criteria.map((one) => [one.id, one.text])).toEqual([
      ["c1.1", "Age 18-75"],
      ["c1.2", "ECOG 0-1"],
    ]);
    expect(isAnchored(after)).toBe(true);
    expect(after.reviews).toEqual({});
  });
});

describe("merging with the next criterion", () => {
  const two = snapshotOf([criterion("c1", 0, 9, age), criterion("c2", 11, 19, ecog)]);

  it("asks for both to include, spans the words between and is to be reviewed again", () => {
    const after = mergeWithNext(two, "c1");
    expect(after.document.criteria).toHaveLength(1);
    expect(after.document.criteria[0]).toMatchObject({
      id: "c1",
      text: "Age 18-75; ECOG 0-1",
      tree: { kind: "all", of: [age, ecog] },
    });
    expect(isAnchored(after)).toBe(true);
    expect(after.reviews).toEqual({});
  });

  it("lets either exclude", () => {
    const excluding = snapshotOf([criterion("c1", 0, 9, age, "exclusion"), criterion("c2", 11, 19, ecog, "exclusion")]);
    expect(mergeWithNext(excluding, "c1").document.criteria[0]?.tree.kind).toBe("any");
  });

  it("never joins two lists", () => {
    const mixed = snapshotOf([criterion("c1", 0, 9, age), criterion("c2", 11, 19, ecog, "exclusion")]);
    expect(nextOf(mixed.document, "c1")).toBeNull();
    expect(mergeWithNext(mixed, "c1")).toBe(mixed);
  });
});

it("takes a decision away by none", () => {
  expect(decide(snapshotOf([]), "c1", null).reviews).toEqual({});
});
