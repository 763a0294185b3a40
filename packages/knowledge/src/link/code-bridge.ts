import type { Knowledge } from "../knowledge.ts";
import type { ConceptKind, Predicate } from "../schema.ts";

/** How much of a code title's certainty stays when one goes from the code to the concept it is linked with. */
const carried: Partial<Record<Predicate, number>> = { exact: 0.96, narrower: 0.88, candidate: 0.62, broader: 0.45 };
const levels = 4;

export type Bridged = { number: number; factor: number; via: string };

/**
 * Concepts of the wanted kinds that a code stands for: linked with it, or with a code above it, weaker by each step.
 * Nearest first; none below the level on which some were found.
 */
export function bridgeCode(knowledge: Knowledge, code: number, wanted: (kind: ConceptKind) => boolean): Bridged[] {
  let above = [code];
  let factor = 1;
  for (let level = 0; level < levels && above.length > 0; level++) {
    const found: Bridged[] = [];
    const next: number[] = [];
    for (const at of above) {
      knowledge.visitEdges(at, "out", (other, predicate) => {
        if (predicate === "is-a") next.push(other);
        const part = carried[predicate];
        if (part === undefined || !wanted(knowledge.kindOf(other))) return;
        found.push({ number: other, factor: factor * part, via: knowledge.idOf(at) });
      });
    }
    if (found.some((one) => one.factor > 0.5)) return found;
    above = next;
    factor *= 0.9;
  }
  return [];
}
