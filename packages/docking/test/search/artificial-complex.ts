import { type Box, type DockingLigand, type DockingReceptor, notScored } from "../../src/index.ts";

/** Numbers in [0, 1) that are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** A half-open pocket: atoms of several kinds on a sphere of 8 Å around the origin, its top left off. */
export function pocket(seed = 7): DockingReceptor {
  const draw = numbers(seed);
  const next = () => draw.next().value;
  const kinds = [0, 1, 3, 8, 0, 9, 18, 0];
  const positions: number[] = [];
  while (positions.length < 3 * 140) {
    const height = 1.6 * next() - 1;
    const around = 2 * Math.PI * next();
    const radius = 7.5 + 2 * next();
    const across = Math.sqrt(1 - height * height);
    positions.push(radius * across * Math.cos(around), radius * across * Math.sin(around), radius * height);
  }
  const atoms = positions.length / 3;
  return {
    name: "pocket",
    atoms,
    elements: new Uint8Array(atoms).fill(6),
    kinds: Uint8Array.from({ length: atoms }, (_, atom) => (atom % 9 === 8 ? notScored : kinds[atom % kinds.length]!)),
    positions: Float64Array.from(positions),
    labels: [],
  };
}

export const pocketBox: Box = { center: [0, 0, 0], size: [16, 16, 16] };

/**
 * A chain of atoms in four bodies with a hydrogen on the last: 0-1-2 | 3-4-5 | 6-7-8 | 9-10-11-H, the third and
 * fourth both hang on the second.
 */
export function chain(name = "chain", stretch = 1): DockingLigand {
  const draw = numbers(3);
  const places = [
    [0, 0, 0],
    [1.4, 0.3, 0.1],
    [2.1, 1.5, 0.2],
    [3.5, 1.6, 0.5],
    [4.2, 0.4, 0.9],
    [4.3, 2.8, 0.4],
    [5.6, 0.5, 1.3],
    [6.3, -0.7, 1.2],
    [6.2, 1.5, 2.1],
    [5.7, 3.0, 0.1],
    [6.2, 4.2, 0.6],
    [6.5, 2.2, -0.8],
    [7.1, 4.3, 0.5],
  ];
  const atoms = places.length;
  const branchOf = Uint16Array.from([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3]);
  const kinds = Uint8Array.from([0, 1, 8, 1, 0, 1, 3, 0, 8, 9, 0, 12, notScored]);
  const bonds = [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [3, 5],
    [4, 6],
    [6, 7],
    [6, 8],
    [5, 9],
    [9, 10],
    [9, 11],
    [10, 12],
  ];
  return {
    name,
    atoms,
    elements: Uint8Array.from(places, (_, atom) => (kinds[atom] === notScored ? 1 : 6)),
    kinds,
    positions: Float64Array.from(places.flatMap((at) => at.map((value) => stretch * value + 0.02 * draw.next().value))),
    branches: [
      { parent: -1, from: -1, to: -1 },
      { parent: 0, from: 2, to: 3 },
      { parent: 1, from: 4, to: 6 },
      { parent: 1, from: 5, to: 9 },
    ],
    branchOf,
    pairs: Uint32Array.from([
      0, 6, 0, 7, 0, 8, 0, 10, 0, 11, 1, 7, 1, 8, 1, 10, 1, 11, 6, 10, 7, 10, 7, 11, 8, 10, 8, 11,
    ]),
    bonds: Uint16Array.from(bonds.flatMap(([a, b]) => [a!, b!, 1])),
    torsions: 3,
  };
}
