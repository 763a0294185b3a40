import { elementSymbols } from "../elements.ts";

const several: Readonly<Record<string, readonly number[]>> = {
  P: [3, 5],
  S: [2, 4, 6],
  As: [3, 5],
  Se: [2, 4, 6],
  Sn: [2, 4],
  Sb: [3, 5],
  Te: [2, 4, 6],
  I: [1, 3, 5],
  Xe: [0, 2, 4, 6],
  Pb: [2, 4],
  Bi: [3, 5],
  Po: [2, 4, 6],
  At: [1, 3, 5],
};
const single: readonly (readonly [number, string])[] = [
  [0, "He Ne Ar Kr Rn"],
  [1, "H Li F Na Cl K Br Rb Cs Fr"],
  [2, "Be O Mg Ca Sr Ba Ra"],
  [3, "B N Al Ga In"],
  [4, "C Si Ge"],
];
/** Elements that may also have any other valence. */
const open = new Set("Li Na K Rb Mg Ca Sr Ba Ra".split(" "));

const table = new Map<string, readonly number[]>(Object.entries(several));
for (const [valence, symbols] of single) for (const symbol of symbols.split(" ")) table.set(symbol, [valence]);

/** Valences of the neutral element, smallest first; empty where any is allowed (transition metals). As in RDKit 2026.09. */
export const valencesOf = (atomicNumber: number): readonly number[] => table.get(elementSymbols[atomicNumber]!) ?? [];

/** The highest of them; null where there is no bound. */
export const maximumValence = (atomicNumber: number): number | null => valencesOf(atomicNumber).at(-1) ?? null;

export const hasOpenValence = (atomicNumber: number): boolean =>
  valencesOf(atomicNumber).length === 0 || open.has(elementSymbols[atomicNumber]!);
