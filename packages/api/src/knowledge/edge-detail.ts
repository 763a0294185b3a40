import type { ConceptEdge } from "@qinghao/knowledge";

/** `action=inhibitor;phase=4` as a record; a part without `=` is a note. */
export function edgeDetail({ detail }: Pick<ConceptEdge, "detail">): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const part of detail?.split(";") ?? []) {
    const split = part.indexOf("=");
    if (split > 0) facts[part.slice(0, split)] = part.slice(split + 1);
    else if (part !== "") facts.note = part;
  }
  return facts;
}

/** The clinical phase that a relation itself states, 0 to 4; a product label is phase 4. Null when it states none. */
export function phaseOf(edge: Pick<ConceptEdge, "detail">): number | null {
  const { phase, labels } = edgeDetail(edge);
  if (labels !== undefined) return 4;
  const stated = phase === undefined || phase === "" ? Number.NaN : Number(phase);
  return Number.isFinite(stated) ? stated : null;
}
