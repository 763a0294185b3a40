import { SP2, SP3 } from "./hybridisation.ts";
import { carbonylOxygen, isCarbonyl, neighboursOf, type Topology } from "./topology.ts";

/** What an atom is to the torsion about one of its bonds. */
export type EndKind =
  | "aryl"
  | "acyl"
  | "amidine"
  | "vinyl"
  | "alkyl"
  | "amideN"
  | "sulfonamideN"
  | "planarN"
  | "iminyl"
  | "nitro"
  | "amine"
  | "oxygen"
  | "sulfur"
  | "sulfinyl"
  | "sulfonyl"
  | "other";

/** One end of a bond: the atom, what it is, and its other neighbours. */
export type BondEnd = {
  readonly atom: number;
  readonly kind: EndKind;
  /** Other neighbours, heavy atoms first. */
  readonly others: readonly number[];
  readonly heavy: number;
};

export function bondEnd(topology: Topology, atom: number, partner: number): BondEnd {
  const { graph } = topology;
  const others = [...neighboursOf(topology, atom)].filter((other) => other !== partner);
  const isHeavy = (other: number) => graph.atomicNumber[other] !== 1;
  const sorted = [...others.filter(isHeavy), ...others.filter((other) => !isHeavy(other))];
  return { atom, kind: kindOf(topology, atom), others: sorted, heavy: others.filter(isHeavy).length };
}

function kindOf(topology: Topology, atom: number): EndKind {
  const { graph, electrons } = topology;
  const hybridisation = electrons.hybridisation[atom];
  if (graph.aromatic[atom] === 1) return "aryl";
  switch (graph.atomicNumber[atom]) {
    case 6:
      if (hybridisation === SP3) return "alkyl";
      if (hybridisation !== SP2) return "other";
      if (isCarbonyl(topology, atom)) return "acyl";
      return hasDouble(topology, atom, 7) ? "amidine" : "vinyl";
    case 7:
      return nitrogenKind(topology, atom);
    case 8:
      return graph.degree[atom] === 2 ? "oxygen" : "other";
    case 16: {
      if (graph.degree[atom] === 2) return "sulfur";
      if (graph.degree[atom] === 3) return "sulfinyl";
      return graph.degree[atom] === 4 ? "sulfonyl" : "other";
    }
    default:
      return "other";
  }
}

function nitrogenKind(topology: Topology, atom: number): EndKind {
  const { graph, electrons } = topology;
  if (graph.degree[atom] === 2) return hasDouble(topology, atom, null) ? "iminyl" : "other";
  if (graph.degree[atom] !== 3) return graph.degree[atom] === 4 ? "amine" : "other";
  const neighbours = [...neighboursOf(topology, atom)];
  if (neighbours.filter((other) => graph.atomicNumber[other] === 8 && graph.degree[other] === 1).length === 2) {
    return "nitro";
  }
  if (neighbours.some((other) => isCarbonyl(topology, other))) return "amideN";
  if (neighbours.some((other) => graph.atomicNumber[other] === 16 && graph.degree[other] === 4)) return "sulfonamideN";
  return electrons.hybridisation[atom] === SP2 ? "planarN" : "amine";
}

function hasDouble({ graph }: Topology, atom: number, z: number | null): boolean {
  for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
    if (graph.kekuleOrder[graph.neighbourBonds[k]!] !== 2) continue;
    if (z === null || graph.atomicNumber[graph.neighbours[k]!] === z) return true;
  }
  return false;
}

/** The atom of an end from which torsions are best told: what decides its preference. */
export function leadingAtom(topology: Topology, end: BondEnd): number {
  const { graph } = topology;
  const { others } = end;
  const heavyBut = (isLess: (atom: number) => boolean) => others.find((atom) => !isLess(atom)) ?? others[0]!;
  switch (end.kind) {
    case "acyl":
      return carbonylOxygen(topology, end.atom);
    case "vinyl":
    case "amidine":
    case "iminyl":
      return others.find((atom) => isDoubleBond(topology, end.atom, atom)) ?? others[0]!;
    case "amideN":
      // The side that the amide itself does not decide.
      return others[0]!;
    case "sulfonyl":
    case "sulfinyl":
      return heavyBut((atom) => graph.degree[atom] === 1 && graph.atomicNumber[atom] === 8);
    default:
      return others[0]!;
  }
}

function isDoubleBond({ graph }: Topology, a: number, b: number): boolean {
  for (let k = graph.offsets[a]!; k < graph.offsets[a + 1]!; k++) {
    if (graph.neighbours[k] === b) return graph.kekuleOrder[graph.neighbourBonds[k]!] === 2;
  }
  return false;
}

/** What crowds the bond of an aryl end: its neighbours in the ring, and how many carry something heavier than hydrogen. */
export function orthoOf(topology: Topology, end: BondEnd): { crowded: number; free: number; bare: number } {
  const { graph } = topology;
  let crowded = 0;
  // Positions with nothing on them but a lone pair, and one with the least.
  let bare = 0;
  let free = end.others[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const ortho of end.others) {
    const beside = [...neighboursOf(topology, ortho)].filter((atom) => atom !== end.atom);
    const outside = beside.filter(
      (atom) =>
        !topology.graph.rings.some((ring) => ring.includes(ortho) && ring.includes(atom) && ring.includes(end.atom)),
    );
    const heavy = outside.filter((atom) => graph.atomicNumber[atom] !== 1).length;
    if (heavy > 0) crowded++;
    if (outside.length === 0) bare++;
    const weight = 2 * heavy + outside.length;
    if (weight < least) {
      least = weight;
      free = ortho;
    }
  }
  return { crowded, free, bare };
}
