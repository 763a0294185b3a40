import type { MoleculeGraph } from "@qinghao/chemistry";
import { symmetricEigen } from "@qinghao/docking/poses";
import { colourFeatures, colourKinds } from "./colour-features.ts";
import { atomKind, atomKindCount, atomPairs, colourPair } from "./gaussian.ts";

/** What of a molecule makes shape and colour, the same for all its conformers. */
export type ShapePlan = {
  /** Atoms of the graph that are no hydrogens. */
  readonly atoms: readonly number[];
  readonly colours: readonly { readonly kind: number; readonly atoms: readonly number[] }[];
  readonly atomKinds: Uint8Array;
};

/**
 * A conformer in the frame of its own axes: atoms first, along the longest axis, then colours by kind. Kinds of colours follow
 * those of atoms.
 */
export type PlacedShape = {
  /** 3 x points, angstrom. */
  readonly points: Float64Array;
  readonly kinds: Uint8Array;
  readonly atomCount: number;
  /** Overlap with itself, angstrom cubed. */
  readonly atomSelf: number;
  readonly colourSelf: number;
  /** Where the frame lies: its origin, and its axes by rows, longest first, right-handed. */
  readonly origin: readonly number[];
  readonly axes: readonly number[];
  /** Spread of the atoms along each axis, angstrom. */
  readonly spread: readonly number[];
};

export function shapePlan(graph: MoleculeGraph): ShapePlan {
  const atoms = Array.from({ length: graph.atomCount }, (_, at) => at).filter((at) => graph.atomicNumber[at] !== 1);
  const colours = colourFeatures(graph).map(({ kind, atoms }) => ({ kind: colourKinds.indexOf(kind), atoms }));
  colours.sort((a, b) => a.kind - b.kind);
  return { atoms, colours, atomKinds: Uint8Array.from(atoms, (at) => atomKind(graph.atomicNumber[at]!)) };
}

/** @param positions 3 x atoms of the graph, angstrom */
export function placeShape({ atoms, colours, atomKinds }: ShapePlan, positions: Float64Array): PlacedShape {
  const places = atoms.map((at) => placeOf(positions, [at]));
  const origin = meanOf(places);
  const { axes, spread } = principalAxes(places, origin);
  const toFrame = (place: readonly number[]) => {
    const [x, y, z] = place.map((value, i) => value - origin[i]!) as [number, number, number];
    return [0, 3, 6].map((row) => axes[row]! * x + axes[row + 1]! * y + axes[row + 2]! * z);
  };
  // Neighbours along the axis stand together, so that far ones are left out four at a time.
  const own = places
    .map((place, i) => ({ place: toFrame(place), kind: atomKinds[i]! }))
    .sort((a, b) => a.place[0]! - b.place[0]!);
  for (const { kind, atoms: of } of colours) {
    own.push({ place: toFrame(placeOf(positions, of)), kind: atomKindCount + kind });
  }
  const points = Float64Array.from(own.flatMap(({ place }) => place));
  const kinds = Uint8Array.from(own, ({ kind }) => kind);
  const self = overlapOf({ points, kinds }, { points, kinds }, atoms.length, atoms.length);
  return {
    points,
    kinds,
    atomCount: atoms.length,
    atomSelf: self.atoms,
    colourSelf: self.colours,
    origin,
    axes,
    spread,
  };
}

type Points = Pick<PlacedShape, "points" | "kinds">;

/** First-order overlap of two molecules where they are: the definition, which the kernel is tested against. */
export function overlapOf(
  a: Points,
  b: Points,
  atomsOfA: number,
  atomsOfB: number,
): { atoms: number; colours: number } {
  let atoms = 0;
  let colours = 0;
  for (let i = 0; i < a.kinds.length; i++) {
    const isAtom = i < atomsOfA;
    for (let j = isAtom ? 0 : atomsOfB; j < (isAtom ? atomsOfB : b.kinds.length); j++) {
      if (!isAtom && a.kinds[i] !== b.kinds[j]) continue;
      const { factor, rate } = isAtom ? atomPairs[atomKindCount * a.kinds[i]! + b.kinds[j]!]! : colourPair;
      let squared = 0;
      for (let k = 0; k < 3; k++) squared += (a.points[3 * i + k]! - b.points[3 * j + k]!) ** 2;
      const pair = factor * Math.exp(rate * squared);
      if (isAtom) atoms += pair;
      else colours += pair;
    }
  }
  return { atoms, colours };
}

const placeOf = (positions: Float64Array, atoms: readonly number[]) =>
  [0, 1, 2].map((k) => atoms.reduce((sum, at) => sum + positions[3 * at + k]!, 0) / atoms.length);

const meanOf = (places: readonly (readonly number[])[]) =>
  [0, 1, 2].map((k) => places.reduce((sum, place) => sum + place[k]!, 0) / Math.max(1, places.length));

function principalAxes(places: readonly (readonly number[])[], origin: readonly number[]) {
  const covariance = Array.from({ length: 9 }, (_, at) => {
    const [i, j] = [Math.floor(at / 3), at % 3];
    const sum = places.reduce((total, place) => total + (place[i]! - origin[i]!) * (place[j]! - origin[j]!), 0);
    return sum / Math.max(1, places.length);
  });
  const { values, vectors } = symmetricEigen(covariance, 3);
  const [longest, middle] = [vectors[2]!, vectors[1]!] as [number[], number[]];
  const third = [1, 2, 0].map((i, at) => {
    const j = [2, 0, 1][at]!;
    return longest[i]! * middle[j]! - longest[j]! * middle[i]!;
  });
  return {
    axes: [...longest, ...middle, ...third],
    spread: [2, 1, 0].map((i) => Math.sqrt(Math.max(0, values[i]!))),
  };
}
