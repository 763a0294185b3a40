import { notScored } from "../model.ts";

/** What the scoring function knows of an atom: its radius and what it can do. */
export interface AtomKind {
  readonly name: string;
  readonly atomicNumber: number;
  /** Van der Waals radius, Å. */
  readonly radius: number;
  readonly hydrophobic: boolean;
  readonly donor: boolean;
  readonly acceptor: boolean;
}

const kind = (name: string, atomicNumber: number, radius: number, does = ""): AtomKind => ({
  name,
  atomicNumber,
  radius,
  hydrophobic: does.includes("h"),
  donor: does.includes("d"),
  acceptor: does.includes("a"),
});

/**
 * The X-Score atom kinds as AutoDock Vina uses them; an atom's kind is its index here. Hydrogens have no kind, their
 * bearers are donors instead. A metal counts as a donor whatever it is.
 * Source: Trott & Olson 2010, doi 10.1002/jcc.21334; Wang, Lai & Wang 2002, doi 10.1023/A:1016357811882.
 */
export const atomKinds: readonly AtomKind[] = [
  kind("C_H", 6, 1.9, "h"),
  kind("C_P", 6, 1.9),
  kind("N_P", 7, 1.8),
  kind("N_D", 7, 1.8, "d"),
  kind("N_A", 7, 1.8, "a"),
  kind("N_DA", 7, 1.8, "da"),
  kind("O_P", 8, 1.7),
  kind("O_D", 8, 1.7, "d"),
  kind("O_A", 8, 1.7, "a"),
  kind("O_DA", 8, 1.7, "da"),
  kind("S_P", 16, 2.0),
  kind("P_P", 15, 2.1),
  kind("F_H", 9, 1.5, "h"),
  kind("Cl_H", 17, 1.8, "h"),
  kind("Br_H", 35, 2.0, "h"),
  kind("I_H", 53, 2.2, "h"),
  kind("Si", 14, 2.2),
  kind("At", 85, 2.3),
  kind("Met_D", 0, 1.2, "d"),
  kind("B", 5, 1.9),
];

/** Number of atom kinds. */
export const atomKindCount = atomKinds.length;

/** Radius of each kind, Å. */
export const kindRadii: Float64Array = Float64Array.from(atomKinds, ({ radius }) => radius);

/** 1 for each pair of kinds, at `first * atomKindCount + second`, that are both hydrophobic. */
export const hydrophobicPairs: Uint8Array = pairTable((a, b) => a.hydrophobic && b.hydrophobic);

/** 1 for each pair of kinds, at `first * atomKindCount + second`, that can share a hydrogen bond. */
export const hydrogenBondPairs: Uint8Array = pairTable((a, b) => (a.donor && b.acceptor) || (a.acceptor && b.donor));

function pairTable(holds: (a: AtomKind, b: AtomKind) => boolean): Uint8Array {
  return Uint8Array.from({ length: atomKindCount ** 2 }, (_, i) =>
    holds(atomKinds[Math.floor(i / atomKindCount)]!, atomKinds[i % atomKindCount]!) ? 1 : 0,
  );
}

const indexOfName = new Map(atomKinds.map(({ name }, index) => [name, index]));
const byElement = new Map(
  ["S_P", "P_P", "F_H", "Cl_H", "Br_H", "I_H", "Si", "At", "B"].map((name) => {
    const index = indexOfName.get(name)!;
    return [atomKinds[index]!.atomicNumber, index];
  }),
);
// Selenium is scored as sulphur, as Vina does.
byElement.set(34, indexOfName.get("S_P")!);

/** What decides the kind of an atom. */
export interface AtomSurroundings {
  readonly atomicNumber: number;
  /** Has a lone pair to share (nitrogen and oxygen only). */
  readonly acceptor: boolean;
  /** Bears a hydrogen (nitrogen and oxygen only). */
  readonly donor: boolean;
  /** Has a neighbour other than carbon and hydrogen (carbon only). */
  readonly besideHeteroatom: boolean;
}

/** The kind of an atom, as an index of `atomKinds`, or `notScored` for a hydrogen. */
export function kindOf({ atomicNumber, acceptor, donor, besideHeteroatom }: AtomSurroundings): number {
  switch (atomicNumber) {
    case 0:
    case 1:
      return notScored;
    case 6:
      return indexOfName.get(besideHeteroatom ? "C_P" : "C_H")!;
    case 7:
    case 8: {
      const does = `${donor ? "D" : ""}${acceptor ? "A" : ""}`;
      return indexOfName.get(`${atomicNumber === 7 ? "N" : "O"}_${does === "" ? "P" : does}`)!;
    }
    default:
      return byElement.get(atomicNumber) ?? indexOfName.get("Met_D")!;
  }
}
