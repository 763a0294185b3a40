import { atomicNumberOf } from "../elements.ts";
import type { MoleculeEditor } from "./editor.ts";
import type { SmilesTree, TreeAtom } from "./smiles-tree.ts";
import { valencesOf } from "./valences.ts";

const positiveWithH = "[+,+2,+3,+4;!h0;!$(*~[-]),$(*(~[-])~[-])]";
const positiveWithoutH = "[+,+2,+3,+4;h0;!$(*~[-])]";
const negative = "[-!$(*~[+,+2,+3,+4])]";
/** Anions of acids, the last to be protonated: carboxylate and its like, phosphate and nitrate, halate, tetrazolide. */
const negativeOfAcid =
  "[$([O,S;-][C,S;+0]=[O,S]),$([O,S;-][N,P;+](=[O,S])[O,S;-]),$([O-][Cl,Br,I;+,+2,+3][O-]),$([n-]1nnnc1),$([n-]1ncnn1)]";

/**
 * Neutralises by adding and removing protons only. As many anions stay as there are positive charges that no proton can
 * balance (a quaternary ammonium keeps its carboxylate). The rules are those of RDKit's Uncharger. True when changed.
 */
export function neutralise(editor: MoleculeEditor): boolean {
  const { tree } = editor;
  if (!tree.atoms.some((atom) => atom.charge !== 0)) return false;
  const first = (matches: number[][]) => matches.map((match) => match[0]!);
  const withH = first(editor.matches(positiveWithH));
  const anions = first(editor.matches(negative));
  const acidAnions = first(editor.matches(negativeOfAcid));
  let fixedCharge = 0;
  for (const atom of first(editor.matches(positiveWithoutH))) fixedCharge += tree.atoms[atom]!.charge;
  for (const atom of withH) {
    if (hydrogensForPositive(tree.atoms[atom]!) === 0) fixedCharge += tree.atoms[atom]!.charge;
  }
  const ofAcid = new Set(acidAnions);
  const balanced = balancedAnions(tree, acidAnions);
  const sites = [...anions.filter((atom) => !ofAcid.has(atom)), ...acidAnions.filter((atom) => !balanced.has(atom))];
  let changed = protonate(tree, sites, sites.length - fixedCharge);
  let net = 0;
  for (const { charge } of tree.atoms) net += charge;
  for (const index of withH) {
    const atom = tree.atoms[index]!;
    while (net > 0 && atom.charge > 0) {
      const change = hydrogensForPositive(atom);
      if (change === 0) break;
      atom.hCount += change;
      atom.charge--;
      net--;
      changed = true;
    }
  }
  return changed && editor.commit();
}

function protonate(tree: SmilesTree, sites: readonly number[], surplus: number): boolean {
  let changed = false;
  let left = surplus;
  // A negative surplus never reaches zero, so every anion is protonated, as RDKit does.
  for (const index of left === 0 ? [] : sites) {
    const atom = tree.atoms[index]!;
    const change = hydrogensForNegative(atom);
    if (change === 0 || !canHaveValence(tree, index, change)) continue;
    atom.hCount += change;
    atom.charge++;
    changed = true;
    if (--left === 0) break;
  }
  return changed;
}

/** Anions that a positive neighbour in the same group balances, such as one oxygen of nitrate. */
function balancedAnions(tree: SmilesTree, acidAnions: readonly number[]): Set<number> {
  const balanced = new Set<number>();
  const used = new Map<number, number>();
  for (const atom of acidAnions) {
    for (const bond of tree.bondsOf(atom)) {
      const neighbour = bond.a === atom ? bond.b : bond.a;
      const charge = tree.atoms[neighbour]!.charge;
      if (charge <= 0) continue;
      if ((used.get(neighbour) ?? 0) < charge) {
        used.set(neighbour, (used.get(neighbour) ?? 0) + 1);
        balanced.add(atom);
      }
      break;
    }
  }
  return balanced;
}

/** Elements whose charge grows with hydrogens taken away, the other way round than nitrogen's. As RDKit has it. */
const earlyElements = new Set(
  "Li Be B Na Mg Al K Ca Sc Ti Zn Ga Ge Rb Sr Y Zr Nb Cd In Sn Sb Cs Ba La Ce Pr Nd Pm Hf Ta Hg Tl Pb Bi Fr Ra Ac".split(
    " ",
  ),
);

function hydrogensForNegative({ symbol, hCount }: TreeAtom): number {
  if (!earlyElements.has(symbol)) return 1;
  return hCount > 0 ? -1 : 0;
}

function hydrogensForPositive({ symbol, hCount }: TreeAtom): number {
  if (symbol === "C" || symbol === "c" || earlyElements.has(symbol)) return 1;
  return hCount > 0 ? -1 : 0;
}

function canHaveValence(tree: SmilesTree, index: number, change: number): boolean {
  const atom = tree.atoms[index]!;
  let valence = atom.hCount + change;
  for (const bond of tree.bondsOf(index)) valence += tree.orderOf(bond);
  // Aromatic bonds of a charged ring atom sum to 3 (n-, c-).
  const total = Math.round(valence - (tree.isAromatic(index) && atom.hCount + change > 0 ? 1 : 0));
  const allowed = valencesOf(atomicNumberOf(atom.symbol[0]!.toUpperCase() + atom.symbol.slice(1)));
  return total >= 0 && (allowed.length === 0 ? total <= 20 : allowed.includes(total) || tree.isAromatic(index));
}
