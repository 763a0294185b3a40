import type { MoleculeGraph } from "@qinghao/chemistry";
import { gobbiFamilies, gobbiFeatures } from "./gobbi-features.ts";

/** Distances in bonds: 2, 3 ... 7, and 8 or more; the last bin ends below 100. */
const bins = 7;
const nearest = 2;
const farthest = 99;
const families = gobbiFamilies.length;
const noBin = 255;

/** Bins whose distances can be the sides of a triangle, as `49 a + 7 b + c`, to their places; -1 where they cannot. */
const triangles = triangleTable();
const triangleCount = triangles.reduce((most, place) => Math.max(most, place + 1), 0);
/** Places of families taken twice (`8 a + b`) and three times (`64 a + 8 b + c`), ascending. */
const pairs = combinations(2);
const triplets = combinations(3);
const pairBits = (Math.max(...pairs) + 1) * bins;

/** Pairs and triplets of features with their distances: 39,972 bits. */
export const pharmacophoreBits = pairBits + (Math.max(...triplets) + 1) * triangleCount;

/**
 * The pharmacophore fingerprint of Gobbi & Poppinger 1998 (Biotechnol. Bioeng. 61, 47): pairs and triplets of features with
 * their topological distances. The same bits as RDKit's `Gobbi_Pharm2D` factory. @returns the bits that are set, ascending
 */
export function pharmacophoreFingerprint(graph: MoleculeGraph): Uint16Array {
  const atoms: number[] = [];
  const kinds: number[] = [];
  gobbiFeatures(graph).forEach((of, family) => {
    for (const atom of of) {
      atoms.push(atom);
      kinds.push(family);
    }
  });
  const count = atoms.length;
  const binOf = new Uint8Array(count * count);
  atoms.forEach((atom, i) => {
    const distances = distancesFrom(graph, atom);
    atoms.forEach((other, j) => {
      const distance = distances[other]!;
      const isBinned = distance >= nearest && distance <= farthest;
      binOf[i * count + j] = isBinned ? Math.min(distance - nearest, bins - 1) : noBin;
    });
  });
  const isSet = new Uint8Array(pharmacophoreBits);
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const first = binOf[i * count + j]!;
      if (first === noBin) continue;
      const pair = families * kinds[i]! + kinds[j]!;
      isSet[pairs[pair]! * bins + first] = 1;
      for (let k = j + 1; k < count; k++) {
        const [second, third] = [binOf[i * count + k]!, binOf[j * count + k]!];
        if (second === noBin || third === noBin) continue;
        const triangle = triangles[ordered(kinds[i]!, kinds[j]!, kinds[k]!, first, second, third)]!;
        isSet[pairBits + triplets[families * pair + kinds[k]!]! * triangleCount + triangle] = 1;
      }
    }
  }
  return Uint16Array.from(onesOf(isSet));
}

function* onesOf(flags: Uint8Array): Generator<number> {
  for (let bit = flags.indexOf(1); bit >= 0; bit = flags.indexOf(1, bit + 1)) yield bit;
}

/** The bins of a triangle of features a <= b <= c: sides that equal features could exchange stand with the longer first. */
function ordered(a: number, b: number, c: number, ab: number, ac: number, bc: number): number {
  let [first, second, third] = [ab, ac, bc];
  if (a === b && second < third) [second, third] = [third, second];
  if (b === c && first < second) [first, second] = [second, first];
  if (a === b && b === c && second < third) [second, third] = [third, second];
  return bins * (bins * first + second) + third;
}

/** Bonds from one atom to every other; 255 where none lead there, or more. */
function distancesFrom({ atomCount, offsets, neighbours }: MoleculeGraph, from: number): Uint8Array {
  const distances = new Uint8Array(atomCount).fill(noBin);
  distances[from] = 0;
  const reached = [from];
  for (let at = 0; at < reached.length; at++) {
    const atom = reached[at]!;
    const next = Math.min(distances[atom]! + 1, noBin);
    for (let k = offsets[atom]!; k < offsets[atom + 1]!; k++) {
      const other = neighbours[k]!;
      if (distances[other] !== noBin || next === noBin) continue;
      distances[other] = next;
      reached.push(other);
    }
  }
  return distances;
}

function triangleTable(): Int16Array {
  const table = new Int16Array(bins ** 3).fill(-1);
  const low = (bin: number) => bin + nearest;
  const high = (bin: number) => (bin === bins - 1 ? farthest + 1 : bin + nearest + 1);
  let place = 0;
  for (let at = 0; at < table.length; at++) {
    const sides = [Math.floor(at / bins ** 2), Math.floor(at / bins) % bins, at % bins];
    const isTriangle = sides.every((side, i) => {
      const [other, another] = [sides[(i + 1) % 3]!, sides[(i + 2) % 3]!];
      return high(other) + high(another) >= low(side);
    });
    if (isTriangle) table[at] = place++;
  }
  return table;
}

function combinations(points: number): Int16Array {
  const table = new Int16Array(families ** points).fill(-1);
  let place = 0;
  for (let at = 0; at < table.length; at++) {
    const members = Array.from({ length: points }, (_, i) => Math.floor(at / families ** (points - 1 - i)) % families);
    if (members.every((member, i) => i === 0 || member >= members[i - 1]!)) table[at] = place++;
  }
  return table;
}

/** Tanimoto's coefficient of two ascending lists of bits; 0 for two empty ones. */
export function sparseTanimoto(a: Uint16Array, b: Uint16Array): number {
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) both++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  const either = a.length + b.length - both;
  return either === 0 ? 0 : both / either;
}
