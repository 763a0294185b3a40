/** The terms of a force field as flat arrays: atoms of each term, and its numbers. */
export type TermList = { readonly width: number; readonly numbersEach: number; atoms: number[]; numbers: number[] };

export type ForceFieldTerms = {
  /** i, j; force constant, length. */
  readonly bonds: TermList;
  /** i, j, k; polynomial of degree 4 in cos. */
  readonly angles: TermList;
  /** i, j, k, l; polynomial of degree 6 in cos. */
  readonly torsions: TermList;
  /** i, k, l around j, then j; K, C0, C1, C2. */
  readonly inversions: TermList;
  /** i, j; depth, squared distance of least energy, squared distance of the soft repulsion. */
  readonly contacts: TermList;
};

const list = (width: number, numbersEach: number): TermList => ({ width, numbersEach, atoms: [], numbers: [] });

export const emptyTerms = (): ForceFieldTerms => ({
  bonds: list(2, 2),
  angles: list(3, 5),
  torsions: list(4, 7),
  inversions: list(4, 4),
  contacts: list(2, 3),
});

export function addTerm(terms: TermList, atoms: readonly number[], numbers: readonly number[]): void {
  terms.atoms.push(...atoms);
  terms.numbers.push(...numbers);
}

export const countTerms = (terms: TermList): number => terms.atoms.length / terms.width;
