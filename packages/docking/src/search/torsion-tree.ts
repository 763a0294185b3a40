import { type DockingLigand, notScored } from "../model.ts";

/** A body of the ligand, in an order in which a parent stands before its children. */
export interface Body {
  /** Index of the parent; -1 for the root. */
  readonly parent: number;
  /** The rotatable bond: an atom of the parent, and one of this body on which its frame has its origin. */
  readonly from: number;
  readonly to: number;
  /** Its atoms, in the order of the ligand. */
  readonly atoms: readonly number[];
}

/**
 * The ligand's bodies as the search turns them: rotors that move no scored atom (hydroxyls, ammonium) are one body
 * with their parent, and the root is the body in the middle, so that a torsion turns the smaller side.
 */
export function torsionTree(ligand: DockingLigand): Body[] {
  const atoms = ligand.branches.map(() => [] as number[]);
  for (let atom = 0; atom < ligand.atoms; atom++) atoms[ligand.branchOf[atom]!]!.push(atom);
  const bodies = ligand.branches.map(({ parent, from, to }, index) => ({ parent, from, to, atoms: atoms[index]! }));
  const isScored = (atom: number) => ligand.kinds[atom] !== notScored;
  return mergeIdleRotors(rootInTheMiddle(bodies, isScored), isScored);
}

function rootInTheMiddle(bodies: readonly Body[], isScored: (atom: number) => boolean): Body[] {
  const edges = bodies.map(() => [] as { readonly other: number; readonly own: number; readonly others: number }[]);
  for (const [index, { parent, from, to }] of bodies.entries()) {
    if (index === 0) continue;
    edges[parent]!.push({ other: index, own: from, others: to });
    edges[index]!.push({ other: parent, own: to, others: from });
  }
  const weigh = (body: number, cameFrom: number): number =>
    edges[body]!.reduce(
      (sum, { other }) => (other === cameFrom ? sum : sum + weigh(other, body)),
      bodies[body]!.atoms.filter(isScored).length,
    );
  let root = 0;
  let least = Infinity;
  for (const index of bodies.keys()) {
    const largest = Math.max(0, ...edges[index]!.map(({ other }) => weigh(other, index)));
    if (largest < least) [root, least] = [index, largest];
  }
  const tree: Body[] = [];
  const visit = (body: number, cameFrom: number, parent: number, from: number, to: number) => {
    const place = tree.length;
    tree.push({ parent, from, to, atoms: bodies[body]!.atoms });
    for (const { other, own, others } of edges[body]!) if (other !== cameFrom) visit(other, body, place, own, others);
  };
  visit(root, -1, -1, -1, -1);
  return tree;
}

function mergeIdleRotors(tree: readonly Body[], isScored: (atom: number) => boolean): Body[] {
  // An atom on the axis stays where it is; what hangs on a body moves with it.
  const moves = tree.map(({ to, atoms }) => atoms.some((atom) => atom !== to && isScored(atom)));
  for (let index = tree.length - 1; index > 0; index--) if (moves[index]) moves[tree[index]!.parent] = true;
  const into: number[] = [];
  const merged: { parent: number; from: number; to: number; atoms: number[] }[] = [];
  for (const [index, { parent, from, to, atoms }] of tree.entries()) {
    if (index > 0 && !moves[index]) {
      into.push(into[parent]!);
      merged[into[parent]!]!.atoms.push(...atoms);
    } else {
      into.push(merged.length);
      merged.push({ parent: index === 0 ? -1 : into[parent]!, from, to, atoms: [...atoms] });
    }
  }
  return merged;
}
