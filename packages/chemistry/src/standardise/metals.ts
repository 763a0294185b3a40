import { atomicNumberOf } from "../elements.ts";
import type { MoleculeEditor } from "./editor.ts";
import type { SmilesTree, TreeAtom } from "./smiles-tree.ts";
import { maximumValence, valencesOf } from "./valences.ts";

const transition =
  "#21,#22,#23,#24,#25,#26,#27,#28,#29,#30,#39,#40,#41,#42,#43,#44,#45,#46,#47,#48,#72,#73,#74,#75,#76,#77,#78,#79";
const mainGroup = "#3,#11,#19,#37,#55,#87,#4,#12,#20,#38,#56,#88,#31,#49,#50,#80,#81,#82,#83";
/** Any metal to N, O, F; a transition metal or Al to the other non-metals. */
const patterns = [
  `[#13,${transition},${mainGroup}]~[#7,#8,F]`,
  `[#13,${transition}]~[B,C,#14,P,#33,#51,S,#34,#52,Cl,Br,I,#85]`,
];

/**
 * Cuts covalent bonds between metals and non-metals and gives the ligands the charge of their closed shell, the metal
 * what is left. The rules are those of RDKit's MetalDisconnector with its default options.
 */
export function disconnectMetals(editor: MoleculeEditor): boolean {
  const { tree } = editor;
  const cutBonds = new Map<number, number>();
  const metalsOf = new Map<number, Set<number>>();
  const excess = new Map<number, number>();
  const valenceBefore = new Map<number, number>();
  for (const pattern of patterns) {
    for (const [metal, other] of editor.matches(pattern) as [number, number][]) {
      const bond = tree.bondBetween(metal, other);
      if (bond === undefined) continue;
      if (!valenceBefore.has(other)) valenceBefore.set(other, totalValence(tree, other));
      const order = Math.floor(tree.orderOf(bond));
      tree.cut(bond);
      excess.set(metal, 0);
      cutBonds.set(other, (cutBonds.get(other) ?? 0) + order);
      metalsOf.set(other, (metalsOf.get(other) ?? new Set()).add(metal));
    }
  }
  if (cutBonds.size === 0) return false;
  for (const other of [...cutBonds.keys()].sort((a, b) => a - b)) {
    const cut = cutBonds.get(other)!;
    let taken = -ligandCharge(tree, other, valenceBefore.get(other)!, cut);
    const metals = [...metalsOf.get(other)!].sort((a, b) => a - b);
    metals.sort((a, b) => excess.get(a)! - excess.get(b)!);
    for (let k = 0; taken > 0; k++, taken--) {
      const metal = metals[k % metals.length]!;
      excess.set(metal, excess.get(metal)! + 1);
    }
  }
  for (const [metal, charge] of excess) chargeMetal(tree.atoms[metal]!, charge);
  return editor.commit();
}

/** Sets the ligand atom's charge and answers the part of it that the metals pay for. */
function ligandCharge(tree: SmilesTree, index: number, valenceBefore: number, cut: number): number {
  const atom = tree.atoms[index]!;
  const number = atomicNumberOf(capitalised(atom.symbol));
  let charge = -cut;
  let valenceAfter = 0;
  const allowed = valencesOf(number);
  for (const [k, valence] of allowed.entries()) {
    valenceAfter = valenceBefore - cut;
    if (valenceAfter > valence) {
      if (k + 1 < allowed.length) continue;
      valenceAfter = valence;
      break;
    }
    charge = valenceAfter - valence;
    break;
  }
  const connections = tree.bondsOf(index).length + atom.hCount;
  if (charge === -1 && valenceAfter === connections + 1) {
    // An sp2 atom takes a hydrogen instead, unless it was written with a charge and so with all its hydrogens.
    charge = 0;
    if (atom.charge === 0) atom.hCount++;
  }
  atom.charge = charge;
  const isCarbene = charge === -1 && number === 6 && valenceAfter === connections + 2;
  return cut === 0 || isCarbene ? 0 : Math.min(0, charge);
}

function chargeMetal(atom: TreeAtom, excess: number): void {
  const number = atomicNumberOf(atom.symbol);
  const highest = maximumValence(number);
  atom.hCount = 0;
  if (highest !== null && atom.charge >= highest) return;
  let charge = excess + Math.max(0, atom.charge);
  const allowed = valencesOf(number);
  for (const [k, valence] of allowed.entries()) {
    if (charge <= valence) continue;
    if (k + 1 < allowed.length) continue;
    charge = valence;
  }
  if (charge > atom.charge) atom.charge = charge;
}

function totalValence(tree: SmilesTree, index: number): number {
  let valence = tree.atoms[index]!.hCount;
  for (const bond of tree.bondsOf(index)) {
    // A dative bond counts at the atom that receives it only.
    valence += tree.orderOf(bond);
  }
  return Math.round(valence);
}

const capitalised = (symbol: string): string => symbol[0]!.toUpperCase() + symbol.slice(1);
