import { atomicNumberOf, monoisotopicMasses } from "../elements.ts";
import type { MoleculeEditor } from "./editor.ts";
import type { SmilesTree } from "./smiles-tree.ts";

type Fragment = { atoms: number[]; organic: boolean; size: number; mass: number };

/**
 * Keeps the largest organic fragment: with carbon before without, then most atoms (hydrogens counted), then the heavier,
 * then the first by SMILES. True when something was dropped.
 */
export function keepLargestFragment(editor: MoleculeEditor): boolean {
  const { tree } = editor;
  const fragments = tree.fragments();
  if (fragments.length < 2) return false;
  const measured = fragments.map((atoms) => measure(tree, atoms));
  measured.sort((a, b) => Number(b.organic) - Number(a.organic) || b.size - a.size || b.mass - a.mass);
  const best = measured[0]!;
  const ties = measured.filter(
    ({ organic, size, mass }) => organic === best.organic && size === best.size && Math.abs(mass - best.mass) < 1e-6,
  );
  const texts = ties.map(({ atoms }) => tree.write(atoms));
  if (texts.length > 1) {
    const smiles = texts.map((text) => canonical(editor, text));
    texts.sort((a, b) => (smiles[texts.indexOf(a)]! < smiles[texts.indexOf(b)]! ? -1 : 1));
  }
  return editor.commit(texts[0]!);
}

function measure(tree: SmilesTree, atoms: number[]): Fragment {
  let size = 0;
  let mass = 0;
  let organic = false;
  for (const index of atoms) {
    const { symbol, isotope, hCount } = tree.atoms[index]!;
    const number = atomicNumberOf(symbol[0]!.toUpperCase() + symbol.slice(1));
    size += 1 + hCount;
    mass += (isotope === "" ? monoisotopicMasses[number]! : Number(isotope)) + hCount * monoisotopicMasses[1]!;
    organic ||= number === 6;
  }
  return { atoms, organic, size, mass };
}

function canonical({ kit }: MoleculeEditor, text: string): string {
  const mol = kit.attempt((rdkit) => rdkit.get_mol(text));
  if (mol === null) return text;
  const smiles = mol.get_smiles();
  mol.delete();
  return smiles;
}
