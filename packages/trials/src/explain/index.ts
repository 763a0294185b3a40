export { explainLeaf } from "./explain-leaf.ts";
export { explainTree } from "./explain-tree.ts";
export { type Language, readableUnit, type Words, wordsOf } from "./words.ts";
