import type { Touch } from "../criteria/define-criterion.ts";
import type { CriteriaDocument, Criterion } from "../criteria/document.schema.ts";
import { type Words, wordsOf } from "../explain/words.ts";
import type { Terminology } from "../terminology.ts";
import { type CompiledTree, compileTree } from "./compile-tree.ts";

/** A criterion made ready for any number of records. */
export type CompiledCriterion = {
  readonly criterion: Criterion;
  readonly tree: CompiledTree;
  readonly touches: readonly Touch[];
};

/** A document made ready: code sets resolved, units converted, once for all records. */
export type CompiledDocument = {
  readonly criteria: readonly CompiledCriterion[];
  readonly terminology: Terminology;
  readonly words: { readonly en: Words; readonly zh: Words };
};

export function compileCriterion(criterion: Criterion, terminology: Terminology): CompiledCriterion {
  const tree = compileTree(criterion.tree, terminology);
  return { criterion, tree, touches: tree.leaves.flatMap((leaf) => leaf.compiled.touches) };
}

/** Compiles every criterion of a document. Costs a look-up of each code set; afterwards no terminology is asked. */
export const compileDocument = (document: CriteriaDocument, terminology: Terminology): CompiledDocument => ({
  criteria: document.criteria.map((criterion) => compileCriterion(criterion, terminology)),
  terminology,
  words: { en: wordsOf(terminology, "en"), zh: wordsOf(terminology, "zh") },
});
