import type { MoleculeGraph } from "../graph.ts";

const nitro = /\[N\+\]\(=O\)\[O-\]|O=\[N\+\]\(\[O-\]\)|\[N\+\]\(\[O-\]\)=O/g;
/** Elements that no step of the standardiser touches when they are neutral. */
const ordinary = new Set([1, 5, 6, 7, 8, 9, 14, 15, 16, 17, 34, 35, 52, 53]);

/**
 * Whether a molecule could be changed by standardising, from its canonical SMILES alone where possible. Nine molecules
 * in ten have one fragment, no charge but nitro, no metal and no sulfoxide, and need no second parse.
 */
export function needsWork(smiles: string, graph: () => MoleculeGraph): boolean {
  if (smiles.includes(".")) return true;
  const text = smiles.includes("+") ? smiles.replace(nitro, "") : smiles;
  if (/[+]|-\d*[\]:]/.test(text)) return true;
  const sulfur = text.includes("S") && text.includes("=");
  const unusual = /\[(?!nH\]|C@|[CN]H|\d*H\])/.test(text) || text.includes("P") || text.includes("#");
  return (sulfur || unusual) && hasUnusualAtom(graph());
}

function hasUnusualAtom(graph: MoleculeGraph): boolean {
  for (let i = 0; i < graph.atomCount; i++) {
    const number = graph.atomicNumber[i]!;
    if (!ordinary.has(number)) return true;
    if (graph.degree[i] === 0 && (number === 17 || number === 3)) return true;
    const connections = graph.degree[i]! + graph.implicitH[i]!;
    if (connections === 3 && (number === 16 || number === 15) && hasDoubleBond(graph, i)) return true;
    if (number === 7 && graph.charge[i] === 0 && connections <= 2 && valence(graph, i) > 3) return true;
  }
  return false;
}

function hasDoubleBond(graph: MoleculeGraph, atom: number): boolean {
  for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
    if (graph.kekuleOrder[graph.neighbourBonds[k]!] === 2) return true;
  }
  return false;
}

function valence(graph: MoleculeGraph, atom: number): number {
  let sum = graph.implicitH[atom]!;
  for (let k = graph.offsets[atom]!; k < graph.offsets[atom + 1]!; k++) {
    sum += graph.kekuleOrder[graph.neighbourBonds[k]!]!;
  }
  return sum;
}
