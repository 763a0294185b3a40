import { bondBetween, type MoleculeGraph } from "@qinghao/chemistry";
import { connections, neighboursOf } from "./atom-kinds.ts";
import { equivalenceClasses } from "./equivalence-classes.ts";

/**
 * Bonds that turn: single bonds outside rings, but not those of amides, amidines, ureas and their sulphur analogues,
 * where the nitrogen does not bear two different substituents. Along a chain with a triple bond between two further
 * atoms the triple bond turns in the place of its two neighbours; single bonds to a nitrile and the like do not.
 * The defaults of Meeko (Eberhardt et al. 2021, doi 10.1021/acs.jcim.1c00203), but that rings stay closed.
 * @returns 1 for each bond that turns
 */
export function rotatableBonds(graph: MoleculeGraph): Uint8Array {
  const classes = equivalenceClasses(graph);
  const rotatable = new Uint8Array(graph.bondCount);
  for (let bond = 0; bond < graph.bondCount; bond++) {
    const isSingle = graph.bondOrder[bond] === 1 && graph.bondRings[bond] === 0;
    if (isSingle && !isAmide(graph, bond, classes)) rotatable[bond] = 1;
  }
  for (let bond = 0; bond < graph.bondCount; bond++) {
    if (graph.bondOrder[bond] !== 3) continue;
    const ends = [graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!];
    for (const end of ends) {
      for (const other of neighboursOf(graph, end)) {
        const beside = bondBetween(graph, end, other);
        if (graph.bondOrder[beside] === 1) rotatable[beside] = 0;
      }
    }
    if (graph.bondRings[bond] === 0 && ends.every((end) => connections(graph, end) > 1)) rotatable[bond] = 1;
  }
  return rotatable;
}

function isAmide(graph: MoleculeGraph, bond: number, classes: Uint32Array): boolean {
  const begin = graph.bondAtoms[2 * bond]!;
  const end = graph.bondAtoms[2 * bond + 1]!;
  return isAmideFrom(graph, begin, end, classes) || isAmideFrom(graph, end, begin, classes);
}

function isAmideFrom(graph: MoleculeGraph, nitrogen: number, carbon: number, classes: Uint32Array): boolean {
  if (!isPlain(graph, nitrogen, 7) || !isPlain(graph, carbon, 6)) return false;
  const hasDoubleBond = [...neighboursOf(graph, carbon)].some(
    (other) =>
      [7, 8, 16].includes(graph.atomicNumber[other]!) &&
      graph.aromatic[other] === 0 &&
      graph.bondOrder[bondBetween(graph, carbon, other)] === 2,
  );
  if (!hasDoubleBond) return false;
  const [first, second] = [...neighboursOf(graph, nitrogen)].filter(
    (other) => other !== carbon && graph.atomicNumber[other] !== 1,
  );
  return first === undefined || second === undefined || classes[first] === classes[second];
}

const isPlain = (graph: MoleculeGraph, atom: number, atomicNumber: number): boolean =>
  graph.atomicNumber[atom] === atomicNumber && graph.aromatic[atom] === 0 && connections(graph, atom) === 3;
