import type { Mol } from "@rdkit/rdkit";
import type { ChemKit } from "../kit.ts";
import { parseStructure } from "../molecule.ts";
import { SmilesTree } from "./smiles-tree.ts";

/**
 * A molecule that is being changed: RDKit finds the patterns, the tree takes the edits, `commit` parses the result.
 * Atom indices of matches and of the tree are the same.
 */
export class MoleculeEditor {
  readonly kit: ChemKit;
  #text: string;
  #mol: Mol;
  tree: SmilesTree;

  private constructor(kit: ChemKit, text: string, mol: Mol, tree: SmilesTree) {
    this.kit = kit;
    this.#text = text;
    this.#mol = mol;
    this.tree = tree;
  }

  /** Opens a molecule for editing; null where its SMILES cannot be edited as text. */
  static open(kit: ChemKit, mol: Mol): MoleculeEditor | null {
    const text = explicitSmiles(kit, mol);
    if (text === null) return null;
    const opened = parse(kit, text);
    return opened === null ? null : new MoleculeEditor(kit, text, opened.mol, opened.tree);
  }

  /** Atom indices of each match, in the order of the pattern's atoms. */
  matches(smarts: string): number[][] {
    const pattern = this.kit.pattern(smarts);
    const text = this.#mol.get_substruct_matches(pattern);
    if (text.length < 3) return [];
    return (JSON.parse(text) as { atoms: number[] }[]).map((match) => match.atoms);
  }

  firstMatch(smarts: string): number[] | null {
    const text = this.#mol.get_substruct_match(this.kit.pattern(smarts));
    return text.length < 3 ? null : (JSON.parse(text) as { atoms: number[] }).atoms;
  }

  /** Applies the tree's edits. False, and everything as before the edits, where the result is no valid molecule. */
  commit(text: string = this.tree.write()): boolean {
    const next = parse(this.kit, text);
    if (next === null) {
      this.tree = SmilesTree.parse(this.#text)!;
      return false;
    }
    this.kit.release(this.#mol);
    this.#mol = next.mol;
    this.tree = next.tree;
    this.#text = text;
    return true;
  }

  get text(): string {
    return this.#text;
  }

  close(): void {
    this.kit.release(this.#mol);
  }
}

function explicitSmiles(kit: ChemKit, mol: Mol): string | null {
  return kit.attempt(() => mol.get_smiles('{"allHsExplicit":true}'));
}

function parse(kit: ChemKit, text: string): { mol: Mol; tree: SmilesTree } | null {
  const tree = SmilesTree.parse(text);
  if (tree === null) return null;
  const mol = parseStructure(kit, text);
  if (mol === null) {
    kit.takeLog();
    return null;
  }
  kit.acquired(mol);
  if (mol.get_num_atoms() === tree.atoms.length) return { mol, tree };
  kit.release(mol);
  return null;
}
