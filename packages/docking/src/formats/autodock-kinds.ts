import { kindOf } from "../scoring/kinds.ts";
import { adjacencyOf } from "./adjacency.ts";
import type { AutodockType } from "./autodock-types.ts";

/**
 * Kinds of the scoring function from AutoDock types: a nitrogen or oxygen with a polar hydrogen gives a bond, one typed
 * as acceptor takes one, a carbon beside a heteroatom is not hydrophobic.
 * @param bonds begin and end of each bond, flat
 */
export function autodockKinds(types: readonly AutodockType[], bonds: readonly number[]): Uint8Array {
  const neighbours = adjacencyOf(types.length, bonds);
  return Uint8Array.from(types, ({ atomicNumber, acceptor }, atom) =>
    kindOf({
      atomicNumber,
      acceptor,
      donor: neighbours[atom]!.some((other) => types[other]!.polarHydrogen),
      besideHeteroatom: neighbours[atom]!.some((other) => types[other]!.heteroatom),
    }),
  );
}
