import type { Tree } from "../../criteria/tree.schema.ts";
import { all, any } from "./tree-shapes.ts";

type Part = { diagnoses: Tree[]; modifiers: Tree[]; texts: Tree[]; isLedByDiagnosis: boolean };

/** What limits a diagnosis and says little without it: a stage, a gene's change, a receptor. */
const isModifier = (tree: Tree): boolean =>
  tree.kind === "stage" ||
  tree.kind === "variant" ||
  (tree.kind === "result" && /^LAB:(?:er|pr)-status$/.test(tree.item.id)) ||
  ((tree.kind === "all" || tree.kind === "any") && tree.of.every(isModifier));

function partOf(tree: Tree): Part | null {
  const of = tree.kind === "all" ? tree.of : [tree];
  const diagnoses = of.filter(({ kind }) => kind === "condition");
  const modifiers = of.filter(isModifier);
  const texts = of.filter(({ kind }) => kind === "text");
  if (diagnoses.length + modifiers.length + texts.length < of.length || modifiers.length === 0) return null;
  return { diagnoses, modifiers, texts, isLedByDiagnosis: diagnoses.includes(of[0]!) };
}

/**
 * "EGFR-mutated or ALK-rearranged NSCLC", "NSCLC of stage IIIB or stage IV": the diagnosis that stands once, at either end of the
 * alternatives, is asked for by each. Null of other lists.
 */
export function withSharedDiagnosis(trees: readonly Tree[], joined: readonly ("and" | "or")[]): Tree | null {
  if (trees.length < 2 || joined.some((joint) => joint !== "or")) return null;
  const parts = trees.map(partOf);
  if (parts.some((part) => part === null)) return null;
  const known = parts as Part[];
  const named = known.filter(({ diagnoses }) => diagnoses.length > 0);
  const [only] = named;
  if (only === undefined || named.length > 1) return null;
  const isFirst = only === known[0] && only.isLedByDiagnosis;
  const isLast = only === known[known.length - 1] && !only.isLedByDiagnosis;
  if (!isFirst && !isLast) return null;
  const ways = any(known.map(({ modifiers, texts }) => all([...modifiers, ...texts])));
  return all(isFirst ? [...only.diagnoses, ways] : [ways, ...only.diagnoses]);
}
