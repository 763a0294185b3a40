import { beforeAll, expect, test } from "vitest";
import type { Tree } from "../../src/criteria/tree.schema.ts";
import { compileTree, truthOfLogic } from "../../src/evaluate/compile-tree.ts";
import { prepareRecord } from "../../src/evaluate/index.ts";
import { terminologyOf } from "../../src/terminology/index.ts";
import type { Terminology } from "../../src/terminology.ts";
import { condition, fact, record } from "../spec/record-builder.ts";
import { openWholeKnowledge } from "./open-knowledge.ts";

let terminology: Terminology;
beforeAll(async () => {
  terminology = terminologyOf(await openWholeKnowledge());
}, 120_000);

const lungCancer: Tree = { kind: "stage", concepts: { of: [{ id: "MONDO:0008903" }] }, groups: ["IV"] };
const asOf = Date.UTC(2026, 0, 31) / 86_400_000;

test.each([
  ["lung", ["ICD10CN:C34.900"], "true"],
  [
    "lung, with spread to brain, bone and nodes",
    ["ICD10CN:C34.100", "ICD10CN:C79.300", "ICD10CN:C79.500", "ICD10CN:C77.900"],
    "true",
  ],
  ["lung in US codes, with a code without a site", ["ICD10CM:C34.11", "ICD10CM:C79.31", "ICD10CM:C80.1"], "true"],
  ["lung and a benign polyp", ["ICD10CN:C34.900", "ICD10CN:D12.600"], "true"],
  ["lung and breast", ["ICD10CN:C34.900", "ICD10CN:C50.900"], "unknown"],
  ["stomach", ["ICD10CN:C16.900"], "unknown"],
  ["no tumour", ["ICD10CN:I10.x00"], "unknown"],
] as const)("a stage whose record names no tumour: %s", (_, codes, truth) => {
  const { logic, leaves } = compileTree(lungCancer, terminology);
  const own = record([
    ...codes.map((code) => condition(code, "2025-01-01")),
    fact({ kind: "stage", concept: "STAGE:IV", start: "2025-02-01" }),
  ]);
  const prepared = prepareRecord(own, asOf);
  expect(
    truthOfLogic(
      logic,
      leaves.map(({ compiled }) => compiled.judge(prepared).truth),
    ),
  ).toBe(truth);
});
