import { SP2 } from "./hybridisation.ts";
import { neighboursOf, type Topology } from "./topology.ts";

/** What may be wrong with coordinates. */
export type GeometryFault = "bond-length" | "bond-angle" | "torsion" | "clash" | "not-flat";

/** Share by which a bond or a 1-3 distance may leave its bounds. */
const LENGTH_SHARE = 0.12;
const ANGLE_SHARE = 0.15;
/** Share of the bound that atoms farther apart must keep. */
const CONTACT_SHARE = 0.76;
/** Bounds over three bonds that are closer than this hold a known torsion (an amide, an aromatic ring); what it may be off, Å. */
const KNOWN_TORSION = 0.3;
const TORSION_OFF = 0.35;
/** How far a trigonal centre may lie off the plane of its neighbours, and a ring atom off its ring's, Å. */
const TRIGONAL_OFF = 0.25;
const RING_OFF = 0.18;

/**
 * Looks for distances far from their bounds and for rings and centres that should be flat and are not.
 * @param xyz 3 x atoms, Å
 * @param bounds smoothed: atoms x atoms, upper above the diagonal, lower below
 * @param apart bonds between each two atoms up to 5, 0 beyond
 */
export function geometryFault(
  topology: Topology,
  xyz: Float64Array,
  bounds: Float64Array,
  apart: Uint8Array,
): GeometryFault | null {
  const { graph } = topology;
  const n = graph.atomCount;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const bonds = apart[i * n + j]!;
      const distance = Math.hypot(
        xyz[3 * i]! - xyz[3 * j]!,
        xyz[3 * i + 1]! - xyz[3 * j + 1]!,
        xyz[3 * i + 2]! - xyz[3 * j + 2]!,
      );
      const lower = bounds[j * n + i]!;
      const upper = bounds[i * n + j]!;
      if (!(distance < Number.POSITIVE_INFINITY)) return "bond-length";
      if (bonds === 3) {
        const isKnown = upper - lower < KNOWN_TORSION;
        if (isKnown && (distance < lower - TORSION_OFF || distance > upper + TORSION_OFF)) return "torsion";
        continue;
      }
      if (bonds === 1 && (distance < lower * (1 - LENGTH_SHARE) || distance > upper * (1 + LENGTH_SHARE)))
        return "bond-length";
      if (bonds === 2 && (distance < lower * (1 - ANGLE_SHARE) || distance > upper * (1 + ANGLE_SHARE)))
        return "bond-angle";
      if ((bonds === 0 || bonds > 3) && distance < lower * CONTACT_SHARE) return "clash";
    }
  }
  return isFlatWhereItShould(topology, xyz) ? null : "not-flat";
}

function isFlatWhereItShould(topology: Topology, xyz: Float64Array): boolean {
  const { graph, electrons } = topology;
  for (const ring of graph.rings) {
    if (ring.length > 7 || !ring.every((atom) => graph.aromatic[atom] === 1)) continue;
    if (offPlane(xyz, ring) > RING_OFF) return false;
  }
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (graph.atomicNumber[atom] !== 6 || electrons.hybridisation[atom] !== SP2 || graph.degree[atom] !== 3) continue;
    const [a, b, c] = [...neighboursOf(topology, atom)];
    if (distanceToPlane(xyz, atom, a!, b!, c!) > TRIGONAL_OFF) return false;
  }
  return true;
}

function distanceToPlane(xyz: Float64Array, atom: number, a: number, b: number, c: number): number {
  const normal = normalOf(xyz, a, b, c);
  return Math.abs(
    [0, 1, 2].reduce((sum, axis) => sum + normal[axis]! * (xyz[3 * atom + axis]! - xyz[3 * a + axis]!), 0),
  );
}

function normalOf(xyz: Float64Array, a: number, b: number, c: number): number[] {
  const [ux, uy, uz] = [0, 1, 2].map((axis) => xyz[3 * b + axis]! - xyz[3 * a + axis]!) as [number, number, number];
  const [vx, vy, vz] = [0, 1, 2].map((axis) => xyz[3 * c + axis]! - xyz[3 * a + axis]!) as [number, number, number];
  const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.max(Math.hypot(...normal), 1e-9);
  return normal.map((value) => value / length);
}

/** Largest distance of a ring's atoms from the plane through its centre, the plane of its summed cross products, Å. */
function offPlane(xyz: Float64Array, ring: readonly number[]): number {
  const centre = [0, 1, 2].map((axis) => ring.reduce((sum, atom) => sum + xyz[3 * atom + axis]!, 0) / ring.length);
  const normal = [0, 0, 0];
  ring.forEach((atom, place) => {
    const next = ring[(place + 1) % ring.length]!;
    const p = [0, 1, 2].map((axis) => xyz[3 * atom + axis]! - centre[axis]!);
    const q = [0, 1, 2].map((axis) => xyz[3 * next + axis]! - centre[axis]!);
    for (let axis = 0; axis < 3; axis++) {
      const [s, t] = [(axis + 1) % 3, (axis + 2) % 3];
      normal[axis]! += p[s]! * q[t]! - p[t]! * q[s]!;
    }
  });
  const length = Math.max(Math.hypot(...normal), 1e-9);
  return Math.max(
    ...ring.map((atom) =>
      Math.abs(
        [0, 1, 2].reduce((sum, axis) => sum + (normal[axis]! / length) * (xyz[3 * atom + axis]! - centre[axis]!), 0),
      ),
    ),
  );
}
