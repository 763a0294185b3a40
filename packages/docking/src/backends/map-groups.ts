import { atomKindCount } from "../scoring/index.ts";

/** Four maps are computed for the price of one. */
const groupSize = 4;

/**
 * The kinds whose maps are to be computed next, in groups; a last group is filled up with kinds that other ligands
 * will want, the most common of drugs first.
 */
export function mapGroups(wanted: readonly number[], ready: ReadonlySet<number>): number[][] {
  const missing = wanted.filter((kind) => !ready.has(kind));
  if (missing.length === 0) return [];
  // Carbons, oxygen and nitrogen acceptors and donors, then the rest.
  const common = [0, 1, 8, 3, 4, 2, 9, 7, 10, 12, 13, 5, 6, 14, 11, 15];
  const others = [...common, ...Array(atomKindCount).keys()];
  const chosen = new Set(missing);
  for (const kind of others) {
    if (chosen.size % groupSize === 0) break;
    if (!ready.has(kind)) chosen.add(kind);
  }
  const kinds = [...chosen];
  return Array.from({ length: Math.ceil(kinds.length / groupSize) }, (_, group) =>
    kinds.slice(group * groupSize, (group + 1) * groupSize),
  );
}
