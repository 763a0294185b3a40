import { SP2 } from "./hybridisation.ts";
import { type Centre, cornersOf, type Stereo, signedVolume, torsionCosine } from "./stereo.ts";
import { neighboursOf, type Topology } from "./topology.ts";

/**
 * What coordinates show of the centres and double bonds that nobody specified: the first conformer's choice, which the
 * others of the molecule follow, so that all are one compound.
 */
export function chosenStereo(topology: Topology, specified: Stereo, xyz: Float64Array): Stereo {
  const { graph } = topology;
  const classes = symmetryClasses(topology);
  const centres: Centre[] = [...specified.centres];
  const isKnown = new Set(centres.map(({ atom }) => atom));
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (isKnown.has(atom) || graph.degree[atom] !== 4) continue;
    const neighbours = [...neighboursOf(topology, atom)];
    if (new Set(neighbours.map((other) => classes[other])).size < 4) continue;
    const corners = cornersOf(neighbours, atom)!;
    centres.push({ atom, corners, sign: signedVolume(xyz, corners) > 0 ? 1 : -1 });
  }
  const doubleBonds = [...specified.doubleBonds];
  for (let bond = 0; bond < graph.bondCount; bond++) {
    const atoms = freeDoubleBond(topology, classes, bond);
    if (atoms === null || doubleBonds.some((known) => known.atoms[1] === atoms[1] && known.atoms[2] === atoms[2]))
      continue;
    doubleBonds.push({ atoms, isCis: torsionCosine(xyz, atoms) > 0 });
  }
  return { centres, doubleBonds };
}

/** The four atoms of a double bond that has two geometries; null for any other bond. */
function freeDoubleBond(
  topology: Topology,
  classes: Int32Array,
  bond: number,
): readonly [number, number, number, number] | null {
  const { graph, electrons, smallestBondRing } = topology;
  if (graph.bondOrder[bond] !== 2 || (smallestBondRing[bond]! > 0 && smallestBondRing[bond]! < 8)) return null;
  const ends = [graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!] as const;
  if (ends.some((atom) => electrons.hybridisation[atom] !== SP2)) return null;
  const [left, right] = ends.map((atom, side) =>
    [...neighboursOf(topology, atom)].filter((other) => other !== ends[1 - side]),
  ) as [number[], number[]];
  const hasTwoFaces = (others: number[]) =>
    others.length === 1 || (others.length === 2 && classes[others[0]!] !== classes[others[1]!]);
  return hasTwoFaces(left) && hasTwoFaces(right) ? [left[0]!, ends[0], ends[1], right[0]!] : null;
}

/** Classes of atoms that no constitution tells apart, refined from element and degree over growing surroundings. */
function symmetryClasses(topology: Topology): Int32Array {
  const { graph } = topology;
  const n = graph.atomCount;
  let classes = new Int32Array(n);
  let labels = Array.from(
    { length: n },
    (_, atom) => `${graph.atomicNumber[atom]},${graph.degree[atom]},${graph.charge[atom]},${graph.isotope[atom]}`,
  );
  for (let count = 0; ; ) {
    const numbers = new Map<string, number>();
    classes = Int32Array.from(labels, (label) => {
      const known = numbers.get(label) ?? numbers.size;
      numbers.set(label, known);
      return known;
    });
    if (numbers.size === count) return classes;
    count = numbers.size;
    labels = Array.from({ length: n }, (_, atom) => {
      const around: string[] = [];
      for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
        around.push(`${classes[graph.neighbours[k]!]}:${graph.bondOrder[graph.neighbourBonds[k]!]}`);
      }
      return `${classes[atom]}|${around.sort().join(" ")}`;
    });
  }
}
