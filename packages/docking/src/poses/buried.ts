import { vanDerWaalsRadius } from "./atom-radii.ts";
import { heavyAtoms, type PoseMolecule } from "./pose-molecule.ts";
import type { Surroundings } from "./surroundings.ts";
import { distance, plus, pointAt, times, type Vector } from "./vectors.ts";

export type BuriedSurface = {
  /** Solvent-accessible surface of the ligand alone and in its place, Å². */
  readonly free: number;
  readonly bound: number;
  /** Share of the surface that the surroundings cover, 0 to 1. */
  readonly fraction: number;
  /** The same share for each heavy atom of the pose's graph, 0 for hydrogens and atoms with no surface of their own. */
  readonly atomFractions: Float64Array;
};

/** Radius of a water molecule, Å, and points per atom. */
const PROBE = 1.4;
const POINTS = 240;

/**
 * How much of the ligand's solvent-accessible surface is covered by the receptor, over heavy atoms, waters left out
 * (Shrake & Rupley 1973, doi 10.1016/0022-2836(73)90011-9, on a golden spiral of points).
 */
export function buriedSurface(pose: PoseMolecule, surroundings: Surroundings): BuriedSurface {
  const atoms = heavyAtoms(pose.graph);
  const own = atoms.map((atom) => sphere(pointAt(pose.positions, atom), pose.graph.atomicNumber[atom]!));
  const near = surroundings.heavy.withinAny(
    own.map(({ centre }) => centre),
    8,
  );
  const others = near
    .filter((other) => surroundings.kinds[other] !== "water")
    .map((other) => sphere(pointAt(surroundings.positions, other), surroundings.elements[other]!));
  const atomFractions = new Float64Array(pose.graph.atomCount);
  let free = 0;
  let bound = 0;
  for (const [i, ball] of own.entries()) {
    const isTouching = (other: Sphere) =>
      other !== ball && distance(other.centre, ball.centre) < other.radius + ball.radius;
    const [inside, outside] = [own.filter(isTouching), others.filter(isTouching)];
    const pointsFree = spiral.map((way) => plus(ball.centre, times(way, ball.radius))).filter(isOutsideOf(inside));
    const pointsBound = pointsFree.filter(isOutsideOf(outside));
    const area = (4 * Math.PI * ball.radius ** 2) / POINTS;
    free += area * pointsFree.length;
    bound += area * pointsBound.length;
    if (pointsFree.length > 0) atomFractions[atoms[i]!] = 1 - pointsBound.length / pointsFree.length;
  }
  return { free, bound, fraction: free === 0 ? 0 : 1 - bound / free, atomFractions };
}

type Sphere = { readonly centre: Vector; readonly radius: number };

const sphere = (centre: Vector, element: number): Sphere => ({ centre, radius: vanDerWaalsRadius(element) + PROBE });

const isOutsideOf = (spheres: readonly Sphere[]) => (point: Vector) =>
  spheres.every(({ centre, radius }) => distance(centre, point) >= radius);

/** Directions spread evenly over a sphere. */
const spiral: readonly Vector[] = Array.from({ length: POINTS }, (_, i) => {
  const z = 1 - (2 * i + 1) / POINTS;
  const turn = i * Math.PI * (3 - Math.sqrt(5));
  const wide = Math.sqrt(1 - z * z);
  return [wide * Math.cos(turn), wide * Math.sin(turn), z];
});
