import { heavySkeleton, type Matching, prepareMatching, visitMappings } from "./atom-matching.ts";
import type { PoseMolecule } from "./pose-molecule.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";
import { centroidOf, distance, pointAt, type Vector } from "./vectors.ts";

export type PoseRmsd = {
  /** Å, over heavy atoms */
  readonly rmsd: number;
  /** Atom of the reference's graph that each heavy atom of the pose's graph was compared with: pairs, flat. */
  readonly pairs: readonly number[];
  /** False where there are more symmetries than were tried, so that a lower value may exist. */
  readonly isExact: boolean;
};

type Placed = Pick<PoseMolecule, "graph" | "positions">;

/** Steps of the search for the best symmetry; molecules with a handful of symmetric groups need some thousand. */
const STEP_LIMIT = 2_000_000;
/** Symmetries that are tried one by one where the poses are laid on one another first. */
const MAPPING_LIMIT = 20_000;

/**
 * Root-mean-square distance of the heavy atoms of two poses of one molecule, as they stand, at the symmetry that makes it
 * least. Atoms may be in different order. Symmetry is that of elements and connections (spyrmsd: Meli & Biggin 2020, doi
 * 10.1186/s13321-020-00455-2); the least value is found by branch and bound rather than by listing every symmetry.
 * @returns null where the two are not the same molecule
 */
export function symmetricRmsd(pose: Placed, reference: Placed): PoseRmsd | null {
  const [first, second] = [heavySkeleton(pose.graph), heavySkeleton(reference.graph)];
  const matching = prepareMatching(first, second);
  if (matching === null) return null;
  const squares = squaredDistances(matching, pose, reference);
  const least = leastRemaining(matching, squares);
  const best: Best = { mapping: null, sum: Number.POSITIVE_INFINITY };
  let steps = 0;
  const sums = new Float64Array(matching.order.length + 1);
  visitMappings(
    matching,
    (mapping) => {
      keepLower(best, sums[matching.order.length]!, mapping);
      return steps < STEP_LIMIT;
    },
    (atom, images, depth) => {
      if (steps > STEP_LIMIT && best.mapping !== null) return [];
      const row = squares[atom]!;
      return images
        .filter((image) => sums[depth]! + row[image]! + least[depth + 1]! < best.sum)
        .sort((a, b) => row[a]! - row[b]!);
    },
    (atom, image, depth) => {
      steps++;
      sums[depth + 1] = sums[depth]! + squares[atom]![image]!;
    },
  );
  return found(matching, best, steps <= STEP_LIMIT);
}

/**
 * As `symmetricRmsd`, with one pose moved and turned onto the other so that the distance is least (Horn 1987, doi
 * 10.1364/JOSAA.4.000629): how much two conformers differ, wherever they lie. Mirror images are not laid on one another.
 */
export function alignedRmsd(pose: Placed, reference: Placed): PoseRmsd | null {
  const [first, second] = [heavySkeleton(pose.graph), heavySkeleton(reference.graph)];
  const matching = prepareMatching(first, second);
  if (matching === null) return null;
  const a = centred(first.atoms.map((atom) => pointAt(pose.positions, atom)));
  const b = centred(second.atoms.map((atom) => pointAt(reference.positions, atom)));
  const best: Best = { mapping: null, sum: Number.POSITIVE_INFINITY };
  let tried = 0;
  visitMappings(matching, (mapping) => {
    keepLower(best, superposedSum(a, b, mapping), mapping);
    return ++tried < MAPPING_LIMIT;
  });
  return found(matching, best, tried < MAPPING_LIMIT);
}

/** The mapping with the least sum of squared distances so far, Å². */
type Best = { mapping: readonly number[] | null; sum: number };

function keepLower(best: Best, sum: number, mapping: readonly number[]): void {
  if (sum >= best.sum) return;
  best.sum = sum;
  best.mapping = [...mapping];
}

function found({ first, second }: Matching, { mapping, sum }: Best, isExact: boolean): PoseRmsd | null {
  if (mapping === null) return null;
  const pairs = mapping.flatMap((image, atom) => [first.atoms[atom]!, second.atoms[image]!]);
  return { rmsd: Math.sqrt(Math.max(0, sum) / mapping.length), pairs, isExact };
}

function squaredDistances({ candidates, first, second }: Matching, pose: Placed, reference: Placed): Float64Array[] {
  return candidates.map((images, atom) => {
    const row = new Float64Array(second.atoms.length);
    const here = pointAt(pose.positions, first.atoms[atom]!);
    for (const image of images) row[image] = distance(here, pointAt(reference.positions, second.atoms[image]!)) ** 2;
    return row;
  });
}

/** For each depth, the least that the atoms from there on can add, each taken for itself. */
function leastRemaining({ order, candidates }: Matching, squares: readonly Float64Array[]): Float64Array {
  const least = new Float64Array(order.length + 1);
  for (let depth = order.length - 1; depth >= 0; depth--) {
    const atom = order[depth]!;
    least[depth] = least[depth + 1]! + Math.min(...candidates[atom]!.map((image) => squares[atom]![image]!));
  }
  return least;
}

function centred(points: readonly Vector[]): Vector[] {
  const [cx, cy, cz] = centroidOf(points);
  return points.map(([x, y, z]) => [x - cx, y - cy, z - cz]);
}

/** Sum of squared distances after the best rotation: the largest eigenvalue of Horn's quaternion matrix gives it. */
function superposedSum(a: readonly Vector[], b: readonly Vector[], mapping: readonly number[]): number {
  const m = new Float64Array(9);
  let inner = 0;
  for (let i = 0; i < a.length; i++) {
    const p = a[i]!;
    const q = b[mapping[i]!]!;
    for (let j = 0; j < 3; j++) {
      inner += p[j]! ** 2 + q[j]! ** 2;
      for (let k = 0; k < 3; k++) m[3 * j + k] = m[3 * j + k]! + p[j]! * q[k]!;
    }
  }
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = m as unknown as Vector9;
  const quaternion = [
    ...[xx + yy + zz, yz - zy, zx - xz, xy - yx],
    ...[yz - zy, xx - yy - zz, xy + yx, zx + xz],
    ...[zx - xz, xy + yx, yy - xx - zz, yz + zy],
    ...[xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ];
  return inner - 2 * symmetricEigen(quaternion, 4).values[3]!;
}

type Vector9 = readonly [number, number, number, number, number, number, number, number, number];
