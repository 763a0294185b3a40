import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criteriaDocumentSchema } from "../../src/criteria/document.schema.ts";
import type { Tree } from "../../src/criteria/tree.schema.ts";
import { annotate } from "../../src/parse/annotate.ts";
import { readNote } from "../../src/parse/notes.ts";
import { parseCriteria } from "../../src/parse/parse-criteria.ts";
import { builtPacks, noNames } from "./knowledge-packs.ts";

const knowledge = builtPacks() ?? noNames;

const pieces = [
  "Inclusion Criteria:",
  "Exclusion criteria",
  "\n",
  "\n- ",
  "\n1. ",
  "\n   a) ",
  " ",
  "Age ≥ 18 years",
  "ECOG 0-1",
  "ALT and AST ≤ 2.5 x ULN (≤ 5 x ULN with liver metastases)",
  "unless ",
  "except ",
  "no history of ",
  ", ",
  " or ",
  " and ",
  "myocardial infarction",
  "within 6 months before randomization",
  "(",
  ")",
  "; ",
  ". ",
  "≥",
  "1.5",
  "10^9/L",
  "\u0000\u200b",
  "İstanbul",
  "年龄≥18岁",
  "fluconazole",
  "surgery",
  "prior chemotherapy",
  "patients who require ",
  "candidates for ",
  "undergoing ",
  "planned ",
  "discontinued ",
  "without ",
  "with or without ",
  "only if ",
  "such as ",
  " (if ",
  "may receive ",
  "severe hepatic, renal or cardiac disease",
  "women",
  "consent",
  "needs 需要",
  "化疗",
  "、",
  "🙂",
];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 25 })
  .map((of) => of.join(""));

function textNodes(tree: Tree): string[] {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") return tree.of.flatMap(textNodes);
  if (tree.kind === "not") return textNodes(tree.of);
  return tree.kind === "text" ? [tree.text] : [];
}

describe("for any text", () => {
  test("criteria are slices of the source in order, valid, the same each time", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = parseCriteria(text, { knowledge });
        expect(criteriaDocumentSchema.parse(document)).toEqual(document);
        expect(parseCriteria(text, { knowledge })).toEqual(document);
        let last = 0;
        for (const { text: words, start, end, tree, notes } of document.criteria) {
          expect(text.slice(start, end)).toBe(words);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
          for (const one of textNodes(tree)) expect(words).toContain(one);
          for (const note of notes) {
            const read = readNote(note);
            expect(read).not.toBeNull();
            expect(read!.start).toBeGreaterThanOrEqual(start);
            expect(read!.end).toBeLessThanOrEqual(end);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
  test("annotations are slices, left to right, without overlap", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, text: words } of annotate(text, { knowledge })) {
          expect(text.slice(start, end)).toBe(words);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("hostile text", () => {
  const million = 1_000_000;
  const cases: [string, string][] = [
    ["one word", "a".repeat(million)],
    ["blanks", " ".repeat(million)],
    ["hyphens", "a-".repeat(million / 2)],
    ["digits", "1".repeat(million)],
    ["numbers", "≥1 ".repeat(million / 3)],
    ["numbering", "1) ".repeat(million / 3)],
    ["brackets", "(".repeat(million)],
    ["closing brackets", "[)".repeat(million / 2)],
    ["connectors", "or and, ".repeat(million / 8)],
    ["lines", "- a\n".repeat(million / 4)],
    ["headings", "Inclusion criteria:\n".repeat(million / 20)],
    ["control characters", "\u0000\u0007\u001b".repeat(million / 3)],
    ["deep lists", Array.from({ length: 800 }, (_, depth) => `${" ".repeat(depth * 2)}- a:`).join("\n")],
  ];
  // What grew with the square of the length would not end within the limit; a busy machine does.
  test.each(cases)("%s are read to the end", { timeout: 180_000 }, (_, text) => {
    const { criteria } = parseCriteria(`Inclusion criteria:\n${text}`, { knowledge });
    for (const { start, end, text: words } of criteria) expect(words.length).toBe(end - start);
  });
  test("twice the text takes about twice the processor time", () => {
    const line =
      "- ANC ≥ 1.5 x 10^9/L, platelets ≥ 100 x 10^9/L or hemoglobin ≥ 9 g/dL within 14 days before randomization\n";
    const time = (count: number) => {
      const before = process.cpuUsage();
      parseCriteria(`Inclusion criteria:\n${line.repeat(count)}`, { knowledge: noNames, lang: "en" });
      return process.cpuUsage(before).user / 1000;
    };
    time(500);
    const small = Math.min(time(500), time(500), time(500));
    expect(Math.min(time(2000), time(2000))).toBeLessThan(small * 4 * 3 + 50);
  });
});
