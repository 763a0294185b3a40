/** What an AutoDock atom type of a PDBQT file says of an atom. */
export interface AutodockType {
  readonly atomicNumber: number;
  /** Å; bonds are found by it. */
  readonly covalentRadius: number;
  readonly acceptor: boolean;
  /** A polar hydrogen, which makes its bearer a donor. */
  readonly polarHydrogen: boolean;
  /** A carbon beside it is not hydrophobic. */
  readonly heteroatom: boolean;
  /** End of a ring that was cut open to make it flexible: the number of the ring. */
  readonly ringEnd?: number;
  /** No atom of the molecule: a stand-in for the other end of an opened ring, or a water of a hydrated ligand. */
  readonly isStandIn: boolean;
}

const table: readonly (readonly [names: string, atomicNumber: number, covalentRadius: number])[] = [
  ["C A", 6, 0.77],
  ["N NA", 7, 0.75],
  ["O OA", 8, 0.73],
  ["P", 15, 1.06],
  ["S SA", 16, 1.02],
  ["H HD", 1, 0.37],
  ["F", 9, 0.71],
  ["I", 53, 1.33],
  ["Mg", 12, 1.3],
  ["Mn", 25, 1.39],
  ["Zn", 30, 1.31],
  ["Ca", 20, 1.74],
  ["Fe", 26, 1.25],
  ["Cl", 17, 0.99],
  ["Br", 35, 1.14],
  ["Si", 14, 1.11],
  ["At", 85, 1.44],
  ["B", 5, 0.84],
  ["Se", 34, 1.02],
  ["Cu", 29, 1.75],
  ["Na", 11, 1.75],
  ["K", 19, 1.75],
  ["Hg", 80, 1.75],
  ["Co", 27, 1.75],
  ["U", 92, 1.75],
  ["Cd", 48, 1.75],
  ["Ni", 28, 1.75],
];
/** Metals that AutoDock has no parameters for: a carbon beside one stays hydrophobic, as in Vina. */
const unparametrised = new Set(["Cu", "Na", "K", "Hg", "Co", "U", "Cd", "Ni"]);

const types = new Map<string, AutodockType>();
for (const [names, atomicNumber, covalentRadius] of table) {
  for (const name of names.split(" ")) {
    types.set(name, {
      atomicNumber,
      covalentRadius,
      acceptor: name === "NA" || name === "OA",
      polarHydrogen: name === "HD",
      heteroatom: atomicNumber !== 1 && atomicNumber !== 6 && !unparametrised.has(name),
      isStandIn: false,
    });
  }
}
const plain = { acceptor: false, polarHydrogen: false, heteroatom: true };
for (const ring of [0, 1, 2, 3]) {
  types.set(`CG${ring}`, { ...plain, atomicNumber: 6, covalentRadius: 0.77, ringEnd: ring, isStandIn: false });
  types.set(`G${ring}`, { ...plain, atomicNumber: 0, covalentRadius: 0.77, isStandIn: true });
}
types.set("W", { ...plain, atomicNumber: 0, covalentRadius: 0, isStandIn: true });

/**
 * Type of a PDBQT atom by its name, which is case-sensitive; undefined for one that AutoDock Vina does not know either.
 * Source: the parameters of AutoDock 4 as AutoDock Vina 1.2 uses them (Eberhardt et al. 2021, doi 10.1021/acs.jcim.1c00203).
 */
export const autodockType = (name: string): AutodockType | undefined => types.get(name);
