import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criteriaDocumentSchema } from "../../../src/criteria/document.schema.ts";
import type { Tree } from "../../../src/criteria/tree.schema.ts";
import { annotate } from "../../../src/parse/annotate.ts";
import { readNote } from "../../../src/parse/notes.ts";
import { parseCriteria } from "../../../src/parse/parse-criteria.ts";
import { builtPacks, noNames } from "../knowledge-packs.ts";

const knowledge = builtPacks() ?? noNames;

const pieces = [
  "入选标准：",
  "排除标准",
  "\n",
  "\n1、",
  "\n（2）",
  "①",
  "年龄18～75周岁",
  "18岁≤年龄≤75岁",
  "ALT≤2.5×ULN，如有肝转移≤5×ULN",
  "（含18岁）",
  "（白癜风除外）",
  "除",
  "外",
  "除外",
  "除非",
  "无",
  "、",
  "，",
  "；",
  "。",
  "或",
  "且",
  "和/或",
  "首次给药前4周内",
  "高血压",
  "对青霉素过敏",
  "ⅢB～Ⅳ期",
  "至少一线",
  "血压≥160/100mmHg",
  "（",
  "）",
  "≥",
  "1.5",
  "万",
  "×10^9/L",
  "阳性",
  "育龄女性",
  "需要手术",
  "拟行化疗",
  "停用华法林至少5天",
  "伴或不伴",
  "不伴",
  "前提是",
  "哮喘药物",
  "姑息性放疗",
  "𠮷",
  "🙂",
  "\u0000",
  "\u3000",
];
const texts = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: "binary", maxLength: 4 })), {
    maxLength: 25,
  })
  .map((of) => of.join(""));

function textNodes(tree: Tree): string[] {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") return tree.of.flatMap(textNodes);
  if (tree.kind === "not") return textNodes(tree.of);
  return tree.kind === "text" ? [tree.text] : [];
}

describe("for any Chinese text", () => {
  test("criteria are slices of the source in order, valid, the same each time; what is left is in the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = parseCriteria(text, { knowledge, lang: "zh" });
        expect(criteriaDocumentSchema.parse(document)).toEqual(document);
        expect(parseCriteria(text, { knowledge, lang: "zh" })).toEqual(document);
        let last = 0;
        for (const { start, end, text: words, tree, notes } of document.criteria) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(words);
          last = end;
          for (const left of textNodes(tree)) expect(words).toContain(left);
          for (const note of notes) {
            const read = readNote(note)!;
            expect(read.start).toBeGreaterThanOrEqual(start);
            expect(read.end).toBeLessThanOrEqual(end);
            expect(read.start).toBeLessThan(read.end);
          }
        }
      }),
      {
        numRuns: 300,
        // A stretch that other marks took whole once left a note about no words.
        examples: [["ALT≤2.5×ULN，如有肝转移≤5×ULN除非高血压ALT≤2.5×ULN，如有肝转移≤5×ULN"]],
      },
    );
  });

  test("annotations are slices of the source, in order, without overlap", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, text: words } of annotate(text, { knowledge, lang: "zh" })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(words);
          last = end;
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("hostile input takes time in step with its length", () => {
  const hostile: [string, (times: number) => string][] = [
    ["brackets never closed", (times) => "（".repeat(times)],
    ["exceptions around nothing", (times) => "除外".repeat(times)],
    ["除 without 外", (times) => "除高血压".repeat(times)],
    ["list commas", (times) => "无、".repeat(times)],
    ["comparators", (times) => "≥".repeat(times)],
    ["numbers", (times) => "1万".repeat(times)],
    ["stages", (times) => "ⅢB/".repeat(times)],
    ["bounds", (times) => "ALT≤5×ULN，".repeat(times)],
    ["labs without a result", (times) => "HIV抗体、".repeat(times)],
    ["genes", (times) => "EGFR/".repeat(times)],
    ["patients with other limits", (times) => "ALT≤2×ULN（肝转移者≤5×ULN）、".repeat(times)],
    ["one long word", (times) => "某".repeat(times)],
  ];
  test.each(hostile)("%s", (_, make) => {
    const text = `入选标准：\n1、${make(2000)}`;
    const start = performance.now();
    const { criteria } = parseCriteria(text, { knowledge: noNames, lang: "zh" });
    expect(criteria).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
