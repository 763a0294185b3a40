/**
 * Atoms as Gaussians `height * exp(-alpha * r * r)` (Grant & Pickup 1995, doi 10.1021/j100011a016): alpha is such that one has
 * the volume of a ball of the atom's radius.
 */
const height = 2 * Math.SQRT2;
const kappa = Math.PI * ((3 * height) / (4 * Math.PI)) ** (2 / 3);

/** Van der Waals radii of atoms in angstrom (Bondi 1964, doi 10.1021/j100785a001); others count as the last. */
const atomRadii: readonly (readonly [radius: number, ...elements: number[]])[] = [
  [1.7, 6],
  [1.55, 7],
  [1.52, 8],
  [1.47, 9],
  [1.75, 17],
  [1.8, 15, 16],
  [1.85, 35],
  [1.98, 53],
  [2],
];
/** Radius of a colour, angstrom. */
const colourRadius = 1.1;

export const atomKindCount = atomRadii.length;

/** The number of an atom's radius. */
export function atomKind(atomicNumber: number): number {
  const found = atomRadii.findIndex(([, ...elements]) => elements.includes(atomicNumber));
  return found < 0 ? atomRadii.length - 1 : found;
}

/** Two Gaussians at distance r overlap by `factor * exp(rate * r * r)`, angstrom cubed. */
export type PairTerm = { readonly factor: number; readonly rate: number };

export function pairTerm(radiusA: number, radiusB: number): PairTerm {
  const [a, b] = [kappa / radiusA ** 2, kappa / radiusB ** 2];
  return { factor: height ** 2 * (Math.PI / (a + b)) ** 1.5, rate: (-a * b) / (a + b) };
}

/** Between two kinds of atoms, as `atomKindCount * a + b`. */
export const atomPairs: readonly PairTerm[] = atomRadii.flatMap(([a]) => atomRadii.map(([b]) => pairTerm(a, b)));
export const colourPair: PairTerm = pairTerm(colourRadius, colourRadius);
