import type { Hit } from "./hits.ts";

/** Longer names win over the shorter ones in them, surer over less sure. */
const weight = ({ units, candidates }: Hit, standsAlone: boolean) => {
  const { score, usable } = candidates[0]!;
  return units ** 1.35 * (usable ? score ** 2 : standsAlone ? 1 : undecided * score ** 2);
};

/** Names that may not decide give way to a shorter name that may. */
const undecided = 0.1;

/**
 * The set of hits that do not overlap and weigh most, left to right. Deterministic: equal weights keep the longer, then
 * the earlier. Cost O(hits log hits + tokens).
 * @param standsAlone names whose inner names mean something else: another drug's name within a drug's name is never it,
 *   so the longer one keeps its place even where it may not decide
 */
export function selectHits(hits: Iterable<Hit>, tokenCount: number, standsAlone: (hit: Hit) => boolean): Hit[] {
  const byEnd: Hit[][] = Array.from({ length: tokenCount + 1 }, () => []);
  for (const hit of hits) byEnd[hit.to]!.push(hit);
  const total = new Float64Array(tokenCount + 1);
  const taken: (Hit | null)[] = new Array(tokenCount + 1).fill(null);
  for (let end = 1; end <= tokenCount; end++) {
    total[end] = total[end - 1]!;
    for (const hit of byEnd[end]!.sort((a, b) => a.from - b.from)) {
      const sum = total[hit.from]! + weight(hit, standsAlone(hit));
      if (sum > total[end]! + 1e-9) {
        total[end] = sum;
        taken[end] = hit;
      }
    }
  }
  const chosen: Hit[] = [];
  for (let at = tokenCount; at > 0; ) {
    const hit = taken[at];
    if (hit) {
      chosen.push(hit);
      at = hit.from;
    } else at--;
  }
  return chosen.reverse();
}
