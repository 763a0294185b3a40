import { createRng, type Rng } from "@qinghao/kernel";

/** Groups that take the place of one hydrogen on carbon. */
const groups = ["F", "Cl", "Br", "C", "CC", "OC", "O", "N", "C#N", "C(F)(F)F", "C(N)=O", "S(C)(=O)=O", "N(C)C", "OCC"];

/**
 * A larger library for timing: the molecules themselves, then analogues of randomly chosen ones with one to three hydrogens
 * replaced by small groups, as series around a scaffold have them. Edits the SMILES as text, and only where a carbon
 * certainly has a hydrogen: an aromatic `c` between two ring atoms, a `C` in a chain of single bonds.
 */
export function* analogueLibrary(smiles: readonly string[], size: number, seed: number): Generator<string> {
  yield* smiles.slice(0, size);
  const rng = createRng(seed);
  for (let made = smiles.length; made < size; ) {
    let analogue = smiles[rng.int(smiles.length)]!;
    const edits = 1 + rng.int(3);
    for (let edit = 0; edit < edits; edit++) analogue = substitute(analogue, rng);
    yield analogue;
    made++;
  }
}

const openCarbon = /(?<=[cnos1-9)])c(?=[cnos])|(?<=[CNOcnos1-9)])C(?=[CNOSc])(?!l)/g;

function substitute(smiles: string, rng: Rng): string {
  const places = [...smiles.matchAll(openCarbon)].map(({ index }) => index).filter((at) => !isBracketed(smiles, at));
  if (places.length === 0) return smiles;
  const at = places[rng.int(places.length)]!;
  const group = groups[rng.int(groups.length)]!;
  return `${smiles.slice(0, at + 1)}(${group})${smiles.slice(at + 1)}`;
}

/** Whether a place lies inside `[…]`. */
const isBracketed = (smiles: string, at: number): boolean => smiles.lastIndexOf("[", at) > smiles.lastIndexOf("]", at);
