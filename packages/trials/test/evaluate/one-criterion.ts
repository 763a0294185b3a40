import type { CriteriaDocument } from "../../src/criteria/document.schema.ts";
import type { Tree } from "../../src/criteria/tree.schema.ts";

/** A document of trees alone: inclusion criteria unless said otherwise. */
export const documentOf = (
  trees: readonly Tree[],
  type: "inclusion" | "exclusion" = "inclusion",
): CriteriaDocument => ({
  version: 1,
  source: { format: "text", language: "en", text: "" },
  criteria: trees.map((tree, index) => ({
    id: `c${index}`,
    type,
    text: "",
    start: 0,
    end: 0,
    computable: "full",
    tree,
    notes: [],
  })),
});
