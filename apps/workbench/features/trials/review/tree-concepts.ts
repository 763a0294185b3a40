import type { ConceptRef, Tree } from "@qinghao/trials/schema";

/** Every concept that a tree names, each once, in the order of the tree. */
export function conceptsOf(tree: Tree): ConceptRef[] {
  const found = new Map<string, ConceptRef>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (typeof value === "object" && value !== null) {
      if ("id" in value && typeof value.id === "string") found.set(value.id, value as ConceptRef);
      else for (const inner of Object.values(value)) visit(inner);
    }
  };
  visit(tree);
  return [...found.values()];
}

/** A concept's words in the reader's language. */
export const wordsOf = ({ id, en, zh }: ConceptRef, locale: "en" | "zh"): string =>
  (locale === "zh" ? (zh ?? en) : (en ?? zh)) ?? id;
