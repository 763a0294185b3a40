import type { Knowledge } from "@qinghao/knowledge";

/** Codes of diseases, symptoms and injuries; V to Z are causes, circumstances and contacts with care. */
const codeOfCondition = /^ICD10(CN|CM):[A-U]/;

/**
 * Whether a classification of diseases has the condition: a code of ICD-10 (mainland) or ICD-10-CM stands for it, exactly or
 * more broadly, or it is a MeSH descriptor. The pack carries descriptors of diseases from trees C and F03 alone.
 */
export function isCodedCondition(knowledge: Knowledge, concept: string): boolean {
  const found = knowledge.concept(concept);
  if (found.kind !== "disease" && found.kind !== "phenotype") return false;
  return (
    concept.startsWith("MESH:") ||
    found.xrefs.some(({ system, source }) => system === "MESH" && source.id === "mesh") ||
    knowledge
      .edges(concept, { predicate: ["exact", "broader"], direction: "in" })
      .some(({ subject }) => codeOfCondition.test(subject))
  );
}
