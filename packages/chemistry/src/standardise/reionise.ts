import type { MoleculeEditor } from "./editor.ts";

/**
 * Acids and their anions, strongest first; the last atom of each pattern is the one that carries the proton. The order is
 * that of the FDA Substance Registration System's guide, as in MolVS and RDKit's Reionizer.
 */
const acidBasePairs: readonly (readonly [acid: string, base: string])[] = [
  ["OS(=O)(=O)[OH]", "OS(=O)(=O)[O-]"],
  ["[!O]S(=O)(=O)[OH]", "[!O]S(=O)(=O)[O-]"],
  ["O[SD3](=O)[OH]", "O[SD3](=O)[O-]"],
  ["[!O][SD3](=O)[OH]", "[!O][SD3](=O)[O-]"],
  ["OP(=O)([OH])[OH]", "OP(=O)([OH])[O-]"],
  ["[!O]P(=O)([OH])[OH]", "[!O]P(=O)([OH])[O-]"],
  ["C(=O)[OH]", "C(=O)[O-]"],
  ["c[SH]", "c[S-]"],
  ["OP(=O)([O-])[OH]", "OP(=O)([O-])[O-]"],
  ["[!O]P(=O)([O-])[OH]", "[!O]P(=O)([O-])[O-]"],
  ["O=C2c1ccccc1C(=O)[NH]2", "O=C2c1ccccc1C(=O)[N-]2"],
  ["C(=O)O[OH]", "C(=O)O[O-]"],
  ["O=N(O)[CH]", "O=N(O)[C-]"],
  ["S(=O)(=O)[NH2]", "S(=O)(=O)[NH-]"],
  ["OB([OH])[OH]", "OB([OH])[O-]"],
  ["[!O]B([OH])[OH]", "[!O]B([OH])[O-]"],
  ["c[OH]", "c[O-]"],
  ["C[SH]", "C[S-]"],
  ["OB([O-])[OH]", "OB([O-])[O-]"],
  ["[!O]B([O-])[OH]", "[!O]B([O-])[O-]"],
  ["C1=CC=C[CH2]1", "c1ccc[cH-]1"],
  ["C(=O)[NH2]", "C(=O)[NH-]"],
  ["c1cnc[nH]1", "c1cnc[n-]1"],
  ["[CX4][OH]", "[CX4][O-]"],
  ["O=C([!O])[C!H0+0]", "O=C([!O])[C-]"],
  ["OC(=O)[C!H0+0]", "OC(=O)[C-]"],
  ["C#[CH]", "C#[C-]"],
  ["CS(=O)(=O)[C!H0+0]", "CS(=O)(=O)[C-]"],
  ["C[SD3](=O)[C!H0+0]", "C[SD3](=O)[C-]"],
  ["[CX4][NH2]", "[CX4][NH-]"],
  ["c[CX4H2]", "c[CX3H-]"],
  ["[CX3]=[CX3!H0+0]", "[CX3]=[CX2-]"],
  ["[CX4!H0+0]", "[CX3-]"],
];

/** Bare atoms that can only be ions. */
const bareIons: readonly (readonly [smarts: string, charge: number])[] = [
  ["[Li,Na,K;X0+0]", 1],
  ["[Mg,Ca;X0+0]", 2],
  ["[Cl;X0+0]", -1],
];

/**
 * Gives bare metal and chlorine atoms their charge, balances it by ionising the strongest acids, and moves protons so
 * that of several acids the strongest are ionised. True when something changed.
 */
export function reionise(editor: MoleculeEditor): boolean {
  const before = totalCharge(editor);
  let corrected = false;
  for (const [smarts, charge] of bareIons) {
    for (const [atom] of editor.matches(smarts)) {
      editor.tree.atoms[atom!]!.charge = charge;
      corrected = true;
    }
  }
  if (corrected) editor.commit();
  let changed = corrected;
  if (corrected && totalCharge(editor) !== 0) changed = ionise(editor, totalCharge(editor) - before) || changed;
  return moveProtons(editor) || changed;
}

function totalCharge(editor: MoleculeEditor): number {
  let sum = 0;
  for (const { charge } of editor.tree.atoms) sum += charge;
  return sum;
}

function ionise(editor: MoleculeEditor, count: number): boolean {
  let changed = false;
  for (let left = count; left > 0; left--) {
    const acid = strongestAcid(editor, acidBasePairs.length);
    if (acid === null) break;
    const atom = editor.tree.atoms[acid.atom]!;
    atom.charge--;
    atom.hCount = Math.max(0, atom.hCount - 1);
    if (!editor.commit()) break;
    changed = true;
  }
  return changed;
}

function moveProtons(editor: MoleculeEditor): boolean {
  const moved = new Set<string>();
  for (;;) {
    if (!editor.tree.atoms.some((atom) => atom.charge < 0)) break;
    const base = weakestBase(editor);
    if (base === null) break;
    const acid = strongestAcid(editor, base.rank);
    if (acid === null || acid.atom === base.atom) break;
    const key = [acid.atom, base.atom].sort((a, b) => a - b).join(" ");
    if (moved.has(key)) break;
    const from = editor.tree.atoms[acid.atom]!;
    const to = editor.tree.atoms[base.atom]!;
    from.charge--;
    from.hCount--;
    to.charge++;
    to.hCount++;
    if (!editor.commit()) break;
    moved.add(key);
  }
  return moved.size > 0;
}

type Site = { rank: number; atom: number };

function strongestAcid(editor: MoleculeEditor, below: number): Site | null {
  for (let rank = 0; rank < below; rank++) {
    const atom = editor.firstMatch(acidBasePairs[rank]![0])?.at(-1);
    if (atom !== undefined) return { rank, atom };
  }
  return null;
}

function weakestBase(editor: MoleculeEditor): Site | null {
  for (let rank = acidBasePairs.length - 1; rank >= 0; rank--) {
    const atom = editor.firstMatch(acidBasePairs[rank]![1])?.at(-1);
    if (atom !== undefined) return { rank, atom };
  }
  return null;
}
