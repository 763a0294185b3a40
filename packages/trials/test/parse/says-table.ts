import type { Knowledge } from "@qinghao/knowledge";
import { expect, test } from "vitest";
import { parseCriteria } from "../../src/parse/parse-criteria.ts";
import { written } from "./tree-notation.ts";

/** A criterion, whether it includes or excludes, and its tree in the notation of `tree-notation.ts`. */
export type Row = readonly [text: string, type: "I" | "E", tree: string];

const headings = {
  en: { I: "Inclusion criteria:", E: "Exclusion criteria:" },
  zh: { I: "入选标准：", E: "排除标准：" },
} as const;

/** A table of criteria; a tree with words left in it must be called partial, and one without must be called full. */
export function saysTable(knowledge: Knowledge, lang: "en" | "zh", rows: readonly Row[]): void {
  test.each(rows)("%s", (text, type, wanted) => {
    const { criteria } = parseCriteria(`${headings[lang][type]}\n\n1. ${text}`, { knowledge, lang });
    expect(criteria.map(({ tree }) => written(tree))).toEqual([wanted]);
    const isLeft = wanted.startsWith('"') ? "none" : wanted.includes('"') ? "partial" : "full";
    expect(criteria[0]!.computable).toBe(isLeft);
  });
}
