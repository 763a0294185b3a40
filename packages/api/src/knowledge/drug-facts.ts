import type { ConceptEdge, Knowledge } from "@qinghao/knowledge";
import { edgeDetail, phaseOf } from "./edge-detail.ts";

/** Relations that say that a drug acts on a target. */
export const actingPredicates = ["targets", "mechanism"] as const;

/** The action of a drug on its target as the source words it (inhibitor, agonist ...), or null. */
export const actionOf = (edge: ConceptEdge): string | null => edgeDetail(edge).action ?? null;

/** The highest clinical phase of a drug for any indication, 4 = approved; null where no source states one. */
export function highestPhase(knowledge: Knowledge, drug: string): number | null {
  let highest: number | null = null;
  for (const edge of knowledge.edges(drug, {
    predicate: ["indicated-for", "studies", "tested-in"],
    direction: "out",
  })) {
    const phase = edgeDetail(edge).approved === "yes" ? 4 : phaseOf(edge);
    if (phase !== null && (highest === null || phase > highest)) highest = phase;
  }
  return highest;
}

/** The InChIKey of a drug, or null. */
export const inchikeyOf = (knowledge: Knowledge, drug: string): string | null =>
  knowledge.concept(drug).xrefs.find(({ system }) => system === "InChIKey")?.value ?? null;
