import { expect, test } from "vitest";
import type { Tree } from "../../src/criteria/tree.schema.ts";
import { evaluatePatient } from "../../src/evaluate/index.ts";
import type { Language } from "../../src/explain/words.ts";
import { smallTerminology } from "../small-terminology.ts";
import { asOf, daysAgo, drug, type FactPart, fact, lab, record } from "../spec/record-builder.ts";
import { documentOf } from "./one-criterion.ts";

const surgery: Tree = { kind: "procedure", concepts: { of: [{ id: "PROC:surgery" }] }, status: "planned" };
const platinum: Tree = { kind: "drug", concepts: { of: [{ id: "DRUG:platinum" }] }, intent: ["adjuvant"] };
const haemoglobin: Tree = {
  kind: "measurement",
  item: { id: "LAB:haemoglobin" },
  expression: { type: "value" },
  range: { min: 10 },
  unit: "g/dL",
  fasting: true,
};
const lobectomy = fact({ kind: "procedure", concept: "PROC:lobectomy", start: "2024-06-01", assertion: "planned" });
const cisplatin = drug("DRUG:cisplatin", daysAgo(90), { intent: "adjuvant" });
const sample = { ...lab("LAB:haemoglobin", 11, "g/dL", daysAgo(3)), fasting: true };
const named = { ...sample, codes: [{ system: "text", code: "空腹血红蛋白" }] };

const rows: readonly [string, Tree, FactPart, Language, RegExp][] = [
  ["a plan", surgery, lobectomy, "en", /\(planned\)$/],
  ["a plan, in Chinese", surgery, lobectomy, "zh", /（计划）$/],
  ["what a treatment is for", platinum, cisplatin, "en", /\(adjuvant\)$/],
  ["a sample taken fasting", haemoglobin, sample, "zh", /（空腹）$/],
  ["a test whose own name says so", haemoglobin, named, "zh", /[^）]$/],
];

test.each(rows)("the evidence says once: %s", (_, tree, part, language, label) => {
  const { verdicts } = evaluatePatient(documentOf([tree]), record([part]), smallTerminology, { asOf, language });
  expect(verdicts[0]?.evidence.map((one) => one.label)).toEqual([expect.stringMatching(label)]);
});
