import type { MoleculeGraph } from "@qinghao/chemistry";
import { heavyAtoms } from "./pose-molecule.ts";

/** Heavy atoms of a molecule with their connections, numbered from 0. */
export type HeavySkeleton = {
  /** Index in the molecule graph of each skeleton atom. */
  readonly atoms: readonly number[];
  readonly elements: readonly number[];
  readonly neighbours: readonly (readonly number[])[];
};

export function heavySkeleton(graph: MoleculeGraph): HeavySkeleton {
  const atoms = heavyAtoms(graph);
  const place = new Map(atoms.map((atom, i) => [atom, i]));
  const neighbours = atoms.map((atom) =>
    [...graph.neighbours.subarray(graph.offsets[atom], graph.offsets[atom + 1])].flatMap(
      (other) => place.get(other) ?? [],
    ),
  );
  return { atoms, elements: atoms.map((atom) => graph.atomicNumber[atom]!), neighbours };
}

/**
 * How the atoms of one skeleton can be laid on those of another so that elements and connections agree. Bond orders and
 * charges do not count, so that the oxygens of a carboxylate, a nitro or a phosphate group are alike.
 */
export type Matching = {
  /** The order in which atoms of the first skeleton are matched; each but the first of a fragment follows a neighbour. */
  readonly order: readonly number[];
  /** For each place in the order, an earlier matched neighbour of that atom; -1 at the start of a fragment. */
  readonly from: readonly number[];
  /** Atoms of the second skeleton that each atom of the first can possibly be laid on. */
  readonly candidates: readonly (readonly number[])[];
  readonly first: HeavySkeleton;
  readonly second: HeavySkeleton;
};

/** Prepares the matching of two skeletons; null where they are plainly not the same molecule. */
export function prepareMatching(first: HeavySkeleton, second: HeavySkeleton): Matching | null {
  if (first.atoms.length !== second.atoms.length || first.atoms.length === 0) return null;
  const [classes, others] = refine(first, second);
  const byClass = Map.groupBy(others.keys(), (atom) => others[atom]!);
  const candidates = classes.map((label) => byClass.get(label) ?? []);
  const sizes = Map.groupBy(classes, (label) => label);
  for (const [label, members] of sizes) if (byClass.get(label)?.length !== members.length) return null;
  return { ...walk(first, candidates), candidates, first, second };
}

/** Classes of atoms that colour refinement (Weisfeiler & Leman 1968) cannot tell apart, over both skeletons at once. */
function refine(first: HeavySkeleton, second: HeavySkeleton): [number[], number[]] {
  let labels = [[...first.elements], [...second.elements]] as [number[], number[]];
  let count = new Set(labels.flat()).size;
  for (;;) {
    const names = new Map<string, number>();
    const next = [first, second].map(({ neighbours }, side) =>
      neighbours.map((around, atom) => {
        const name = [
          labels[side]![atom]!,
          ...around.map((other) => labels[side]![other]!).sort((a, b) => a - b),
        ].join();
        if (!names.has(name)) names.set(name, names.size);
        return names.get(name)!;
      }),
    ) as [number[], number[]];
    if (names.size === count) return next;
    labels = next;
    count = names.size;
  }
}

/** Breadth-first from the atom with the fewest candidates, fragment by fragment. */
function walk({ neighbours }: HeavySkeleton, candidates: readonly (readonly number[])[]) {
  const order: number[] = [];
  const from: number[] = [];
  const isPlaced = new Array<boolean>(neighbours.length).fill(false);
  const byChoice = [...neighbours.keys()].sort((a, b) => candidates[a]!.length - candidates[b]!.length);
  const place = (atom: number, parent: number) => {
    isPlaced[atom] = true;
    order.push(atom);
    from.push(parent);
  };
  for (const start of byChoice) {
    if (isPlaced[start]) continue;
    place(start, -1);
    for (let at = order.length - 1; at < order.length; at++) {
      for (const next of neighbours[order[at]!]!) if (!isPlaced[next]) place(next, order[at]!);
    }
  }
  return { order, from };
}

/**
 * Visits mappings of the first skeleton's atoms to the second's, depth first.
 * @param visit called with each whole mapping; returns false to stop
 * @param choose orders the possible images of an atom and leaves out those that cannot lead to anything wanted, given the
 *   depth in the matching's order
 */
export function visitMappings(
  { order, from, candidates, first, second }: Matching,
  visit: (mapping: readonly number[]) => boolean,
  choose: (atom: number, images: readonly number[], depth: number) => readonly number[] = (_atom, images) => images,
  onPlace: (atom: number, image: number, depth: number) => void = () => {},
): void {
  const mapping = new Array<number>(order.length).fill(-1);
  const isTaken = new Array<boolean>(order.length).fill(false);
  const linked = second.neighbours.map((around) => new Set(around));
  const fits = (atom: number, image: number) =>
    !isTaken[image] &&
    first.neighbours[atom]!.every((other) => mapping[other] === -1 || linked[image]!.has(mapping[other]!));
  const allowed = candidates.map((images) => new Set(images));
  const descend = (depth: number): boolean => {
    if (depth === order.length) return visit(mapping);
    const atom = order[depth]!;
    const parent = from[depth]!;
    const images = parent === -1 ? candidates[atom]! : second.neighbours[mapping[parent]!]!;
    const possible = images.filter((image) => allowed[atom]!.has(image) && fits(atom, image));
    for (const image of choose(atom, possible, depth)) {
      mapping[atom] = image;
      isTaken[image] = true;
      onPlace(atom, image, depth);
      const goesOn = descend(depth + 1);
      mapping[atom] = -1;
      isTaken[image] = false;
      if (!goesOn) return false;
    }
    return true;
  };
  descend(0);
}
