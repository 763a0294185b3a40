import { describe, expect, test } from "vitest";
import { criterionKinds, kindOf } from "../../src/criteria/registry.ts";
import { explainLeaf, explainSubject } from "../../src/explain/explain-leaf.ts";
import { wordsOf } from "../../src/explain/index.ts";
import { type Leaf, leafSchema, leafSchemas } from "../../src/schema.ts";
import { smallTerminology } from "../small-terminology.ts";

const examples: Leaf[] = Object.values(criterionKinds).flatMap((kind) => [...kind.examples]);
const en = wordsOf(smallTerminology, "en");
const zh = wordsOf(smallTerminology, "zh");

test("every leaf of the schema has its kind, and every kind its leaf", () => {
  const inSchema = leafSchemas.map((schema) => schema.shape.kind.value);
  expect(Object.keys(criterionKinds).sort()).toEqual([...inSchema].sort());
  for (const [name, kind] of Object.entries(criterionKinds)) expect(kind.kind).toBe(name);
});

describe.each(examples.map((leaf) => [leaf.kind, leaf] as const))("%s", (_, leaf) => {
  test("its example is valid, reads in both languages and says what to ask for", () => {
    expect(leafSchema.parse(leaf)).toEqual(leaf);
    expect(explainLeaf(leaf, en)).not.toMatch(/undefined|NaN| {2}/);
    expect(explainSubject(leaf, en)).not.toMatch(/undefined|NaN| {2}/);
    expect(explainLeaf(leaf, zh)).toMatch(/[\u4e00-\u9fff]/);
    expect(explainSubject(leaf, zh)).not.toMatch(/undefined|NaN|^$/);
    expect(kindOf(leaf).item(leaf)).not.toBe("");
  });
});
