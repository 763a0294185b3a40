import { beforeAll, expect, test } from "vitest";
import { type Terminology, terminologyOf } from "../../src/index.ts";
import { treatmentNamed, treatmentNames } from "../../src/terminology/treatments.ts";
import { openWholeKnowledge } from "./open-knowledge.ts";

let terminology: Terminology;
let has: (id: string) => boolean;
beforeAll(async () => {
  const knowledge = await openWholeKnowledge();
  terminology = terminologyOf(knowledge);
  has = (id) => knowledge.has(id);
}, 120_000);

test("every group stands for concepts that the pack holds, with something below them", () => {
  for (const name of treatmentNames) {
    const treatment = treatmentNamed(name)!;
    for (const { id } of treatment.of) expect(has(id), `${name}: ${id}`).toBe(true);
    expect(terminology.members({ of: treatment.of }).size, name).toBeGreaterThan(treatment.of.length);
  }
});

// ATC groups of well-known drugs, WHO Collaborating Centre's index.
test.each([
  ["Statins", "DRUGBANK:DB01076"],
  ["他汀类药物", "DRUGBANK:DB01076"],
  ["chemotherapy", "DRUGBANK:DB00515"],
  ["抗凝药物", "DRUGBANK:DB00682"],
  ["oral anticoagulants", "DRUGBANK:DB06228"],
  ["immune checkpoint inhibitors", "DRUGBANK:DB09037"],
  ["NSAIDs", "DRUGBANK:DB01050"],
])("%s take in %s", (name, drug) => {
  expect(terminology.members({ of: treatmentNamed(name)!.of })).toContain(drug);
});

test("a name that is no group's is none", () => expect(treatmentNamed("aspirin")).toBeNull());
