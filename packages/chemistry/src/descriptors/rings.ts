import { AROMATIC, bondBetween, type MoleculeGraph } from "../graph.ts";

export type RingCounts = {
  rings: number;
  aromatic: number;
  aliphatic: number;
  saturated: number;
  heterocycles: number;
  aromaticHeterocycles: number;
  saturatedHeterocycles: number;
  aliphaticHeterocycles: number;
  spiroAtoms: number;
  bridgeheadAtoms: number;
};

/** Rings by kind; a ring is aromatic when all its bonds are, saturated when all are single, aliphatic when one is not aromatic. */
export function countRings(graph: MoleculeGraph): RingCounts {
  const counts: RingCounts = {
    rings: graph.rings.length,
    aromatic: 0,
    aliphatic: 0,
    saturated: 0,
    heterocycles: 0,
    aromaticHeterocycles: 0,
    saturatedHeterocycles: 0,
    aliphaticHeterocycles: 0,
    spiroAtoms: 0,
    bridgeheadAtoms: 0,
  };
  const bondRings = graph.rings.map((ring) =>
    ring.map((atom, i) => bondBetween(graph, atom, ring[(i + 1) % ring.length]!)),
  );
  for (const [r, bonds] of bondRings.entries()) {
    const isAromatic = bonds.every((bond) => graph.bondOrder[bond] === AROMATIC);
    const isSaturated = bonds.every((bond) => graph.bondOrder[bond] === 1);
    const isHeterocycle = graph.rings[r]!.some((atom) => graph.atomicNumber[atom] !== 6);
    counts.aromatic += Number(isAromatic);
    counts.aliphatic += Number(!isAromatic);
    counts.saturated += Number(isSaturated);
    if (!isHeterocycle) continue;
    counts.heterocycles++;
    counts.aromaticHeterocycles += Number(isAromatic);
    counts.saturatedHeterocycles += Number(isSaturated);
    counts.aliphaticHeterocycles += Number(!isAromatic);
  }
  countSharedAtoms(graph, bondRings, counts);
  return counts;
}

/** Spiro atoms are all that two rings share; bridgeheads end the two or more bonds that two rings share. */
function countSharedAtoms(graph: MoleculeGraph, bondRings: readonly number[][], counts: RingCounts): void {
  const spiro = new Set<number>();
  const bridgeheads = new Set<number>();
  for (let i = 0; i < graph.rings.length; i++) {
    for (let j = i + 1; j < graph.rings.length; j++) {
      const atoms = graph.rings[i]!.filter((atom) => graph.rings[j]!.includes(atom));
      if (atoms.length === 1) spiro.add(atoms[0]!);
      if (atoms.length < 3) continue;
      const bonds = bondRings[i]!.filter((bond) => bondRings[j]!.includes(bond));
      if (bonds.length < 2) continue;
      const ends = bonds.flatMap((bond) => [graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!]);
      for (const atom of ends) if (ends.indexOf(atom) === ends.lastIndexOf(atom)) bridgeheads.add(atom);
    }
  }
  counts.spiroAtoms = spiro.size;
  counts.bridgeheadAtoms = bridgeheads.size;
}
