import type { MoleculeGraph } from "@qinghao/chemistry";

/**
 * Classes of atoms that the graph cannot tell apart, by refining colours until nothing new splits; stereo is left out.
 * @returns the class of each atom
 */
export function equivalenceClasses(graph: MoleculeGraph): Uint32Array {
  let classes = numbered(
    Array.from({ length: graph.atomCount }, (_, i) =>
      [graph.atomicNumber[i], graph.charge[i], graph.hCount[i], graph.aromatic[i], graph.isotope[i]].join(),
    ),
  );
  for (let count = 0; count < classes.count; ) {
    count = classes.count;
    const { of } = classes;
    classes = numbered(
      Array.from({ length: graph.atomCount }, (_, i) => {
        const around: string[] = [];
        for (let k = graph.offsets[i]!; k < graph.offsets[i + 1]!; k++) {
          around.push(`${graph.bondOrder[graph.neighbourBonds[k]!]}:${of[graph.neighbours[k]!]}`);
        }
        return `${of[i]}|${around.sort().join()}`;
      }),
    );
  }
  return classes.of;
}

function numbered(keys: readonly string[]): { of: Uint32Array; count: number } {
  const numbers = new Map<string, number>();
  for (const key of keys) if (!numbers.has(key)) numbers.set(key, numbers.size);
  return { of: Uint32Array.from(keys, (key) => numbers.get(key)!), count: numbers.size };
}
