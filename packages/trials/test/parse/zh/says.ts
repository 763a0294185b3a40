import type { Knowledge } from "@qinghao/knowledge";
import { expect, test } from "vitest";
import { isSameTree } from "../../../bench/chinese-criteria/compare.ts";
import { readExpected } from "../../../bench/chinese-criteria/notation.ts";
import type { Tree } from "../../../src/criteria/tree.schema.ts";
import { parseCriteria } from "../../../src/parse/parse-criteria.ts";

export type Row = readonly [text: string, type: "I" | "E", tree: string];

/** The tree of one criterion. */
export function treeOf(knowledge: Knowledge, text: string, type: "I" | "E"): Tree {
  const heading = type === "I" ? "入选标准：" : "排除标准：";
  const { criteria } = parseCriteria(`${heading}\n1、${text}`, { knowledge, lang: "zh" });
  expect(criteria).toHaveLength(1);
  return criteria[0]!.tree;
}

/** A table of criteria and what they say, in the notation of `bench/chinese-criteria/README.md`. */
export function saysTable(knowledge: Knowledge, rows: readonly Row[]): void {
  test.each(rows)("%s", (text, type, wanted) => {
    const tree = treeOf(knowledge, text, type);
    expect(isSameTree(knowledge, tree, readExpected(wanted)), `${wanted} but was ${JSON.stringify(tree)}`).toBe(true);
  });
}
