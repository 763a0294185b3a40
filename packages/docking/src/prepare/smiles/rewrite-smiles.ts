import { elementSymbols } from "../../formats/elements.ts";

/** What a SMILES says of one atom. */
export interface SmilesAtom {
  readonly charge: number;
  readonly hydrogens: number;
  /** `@`, `@@` or nothing. */
  readonly chirality: string;
}

const atomToken =
  /\[(\d*)([A-Za-z][a-z]?|\*)(@{0,2})(?:H(\d*))?([+-]\d*|\++|-+)?(?::\d+)?\]|Br|Cl|[BCNOPSFI]|[bcnops]|\*/g;
const aromaticSymbols = new Set(["b", "c", "n", "o", "p", "s", "se", "te", "as"]);

/** Chirality marks of the atoms of a SMILES in their order. */
export const chiralityMarks = (smiles: string): string[] =>
  Array.from(smiles.matchAll(atomToken), (match) => match[3] ?? "");

/**
 * Writes a SMILES again with some of its atoms changed, everything else as it stands.
 * @param changes by the position of the atom in the SMILES
 */
export function rewriteSmiles(smiles: string, changes: ReadonlyMap<number, SmilesAtom>): string {
  let atom = -1;
  return smiles.replace(atomToken, (token: string, isotope: string | undefined, symbol: string | undefined) => {
    atom++;
    const change = changes.get(atom);
    if (change === undefined) return token;
    const written = symbolOf(symbol ?? token);
    const { charge, hydrogens, chirality } = change;
    const count = hydrogens === 0 ? "" : hydrogens === 1 ? "H" : `H${hydrogens}`;
    const size = Math.abs(charge) > 1 ? String(Math.abs(charge)) : "";
    const sign = charge === 0 ? "" : `${charge > 0 ? "+" : "-"}${size}`;
    return `[${isotope ?? ""}${written}${chirality}${count}${sign}]`;
  });
}

/** A symbol out of brackets: `Cl` and `c` as they are; in brackets `nH` may have been taken for one symbol. */
const symbolOf = (symbol: string): string =>
  aromaticSymbols.has(symbol) || elementSymbols.includes(symbol) ? symbol : symbol.slice(0, 1);
