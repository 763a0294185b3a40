import { bestPlane, type Plane } from "../best-plane.ts";
import { angleBetween, cross, distance, dot, lengthOf, minus, plus, pointAt, times, type Vector } from "../vectors.ts";
import { type Contact, contact, isBetween, type Pair } from "./contact.ts";
import { criteria } from "./criteria.ts";
import type { AromaticRing, Site } from "./site.ts";

/** Aromatic rings on one another, face to face or edge to face. */
export function stackedRings({ ligand, receptor }: Pair): Contact[] {
  const { stackedFace, stackedEdge } = criteria;
  const found: Contact[] = [];
  const others = receptor.rings.map((ring) => ({ ring, plane: planeOf(ring, receptor) }));
  for (const own of ligand.rings) {
    const plane = planeOf(own, ligand);
    for (const other of others) {
      const apart = distance(plane.centroid, other.plane.centroid);
      if (apart > stackedEdge.reach) continue;
      const between = acute(angleBetween(plane.normal, other.plane.normal));
      const offset = Math.min(offAxis(plane, other.plane.centroid), offAxis(other.plane, plane.centroid));
      const isFace =
        apart <= stackedFace.reach && isBetween(between, stackedFace.planes) && offset <= stackedFace.offset;
      const isEdge =
        isBetween(between, stackedEdge.planes) && offset <= stackedEdge.offset && meetsInside(plane, other.plane);
      if (!isFace && !isEdge) continue;
      found.push(
        contact("pi-stacking", isFace ? "face" : "edge", ends(own, plane, other.ring, other.plane), apart, between),
      );
    }
  }
  return found;
}

/** A charge above the face of an aromatic ring. */
export function piCations({ ligand, receptor }: Pair): Contact[] {
  const { reach, offset } = criteria.piCation;
  const look = (charge: Vector, plane: Plane): { apart: number; angle: number } | null => {
    const apart = distance(charge, plane.centroid);
    const angle = offAxis(plane, charge);
    return apart <= reach && angle <= offset ? { apart, angle } : null;
  };
  const found: Contact[] = [];
  for (const ring of receptor.rings) {
    const plane = planeOf(ring, receptor);
    for (const atom of ligand.cations) {
      const place = pointAt(ligand.positions, atom);
      const seen = look(place, plane);
      if (seen === null) continue;
      const ends = {
        ligandAtoms: [atom],
        receptorAtoms: ring.atoms,
        ligandPoint: place,
        receptorPoint: plane.centroid,
      };
      found.push(contact("pi-cation", "cation", ends, seen.apart, seen.angle));
    }
  }
  for (const ring of ligand.rings) {
    const plane = planeOf(ring, ligand);
    for (const atom of receptor.cations) {
      const place = pointAt(receptor.positions, atom);
      const seen = look(place, plane);
      if (seen === null) continue;
      const ends = {
        ligandAtoms: ring.atoms,
        receptorAtoms: [atom],
        ligandPoint: plane.centroid,
        receptorPoint: place,
      };
      found.push(contact("pi-cation", "ring", ends, seen.apart, seen.angle));
    }
  }
  return found;
}

const planeOf = ({ atoms }: AromaticRing, { positions }: Site): Plane =>
  bestPlane(atoms.map((atom) => pointAt(positions, atom)));

const ends = (own: AromaticRing, plane: Plane, other: AromaticRing, otherPlane: Plane) => ({
  ligandAtoms: own.atoms,
  receptorAtoms: other.atoms,
  ligandPoint: plane.centroid,
  receptorPoint: otherPlane.centroid,
});

/** A normal has no sign. */
const acute = (degrees: number): number => Math.min(degrees, 180 - degrees);

/** Angle of the line to a point with the axis of a ring, degrees. */
const offAxis = (plane: Plane, point: Vector): number =>
  acute(angleBetween(plane.normal, minus(point, plane.centroid)));

/** Whether the line in which two planes cross passes through one of the rings. */
function meetsInside(a: Plane, b: Plane): boolean {
  const along = cross(a.normal, b.normal);
  const size = lengthOf(along) ** 2;
  if (size === 0) return false;
  const [ha, hb] = [dot(a.normal, a.centroid), dot(b.normal, b.centroid)];
  const onLine = times(plus(times(cross(b.normal, along), ha), times(cross(along, a.normal), hb)), 1 / size);
  const nearestTo = (point: Vector) => plus(onLine, times(along, dot(minus(point, onLine), along) / size));
  return [a, b].some(({ centroid }) => distance(centroid, nearestTo(a.centroid)) <= criteria.stackedEdge.insideRing);
}
