import { cross, distance, dot, minus, plus, times, unit, type Vector } from "../../poses/vectors.ts";
import { hydrogenBondLength, placeHydrogens } from "../hydrogens/place-hydrogens.ts";
import type { AtomRole } from "./atom-roles.ts";
import type { ReceptorAtoms } from "./receptor-atoms.ts";

/** A hydrogen put on an atom. */
export interface NewHydrogen {
  readonly bearer: number;
  readonly name: string;
  readonly position: Vector;
}

/**
 * Puts the missing hydrogens on the atoms, at ideal lengths and angles. A hydroxyl is turned to the best hydrogen bond
 * among twelve directions; a planar one has two.
 * @param mode `polar`: on nitrogen, oxygen and sulphur only
 */
export function addHydrogens(
  receptor: ReceptorAtoms,
  roles: readonly AtomRole[],
  mode: "polar" | "all",
): NewHydrogen[] {
  const added: NewHydrogen[] = [];
  for (const [atom, { name, atomicNumber, position }] of receptor.atoms.entries()) {
    if (atomicNumber === 1 || (mode === "polar" && ![7, 8, 16].includes(atomicNumber))) continue;
    const { hydrogens, shape } = roles[atom]!;
    const bonded = receptor.neighbours[atom]!;
    const present = bonded.filter((other) => receptor.atoms[other]!.atomicNumber === 1).length;
    const missing = hydrogens - present;
    if (missing <= 0) continue;
    const [first] = bonded;
    const beyond = first === undefined ? undefined : receptor.neighbours[first]!.find((other) => other !== atom);
    const places = placeHydrogens(
      {
        at: position,
        neighbours: bonded.map((other) => receptor.atoms[other]!.position),
        beyond: beyond === undefined ? null : receptor.atoms[beyond]!.position,
        shape,
        bondLength: hydrogenBondLength(atomicNumber),
      },
      missing,
    );
    const isHydroxyl = atomicNumber === 8 && bonded.length === 1 && places.length === 1;
    const turned = isHydroxyl
      ? [turnHydroxyl(receptor, roles, atom, first!, places[0]!, shape === "planar" ? 2 : 12)]
      : places;
    const stem = `H${name.slice(1)}`;
    turned.forEach((place, k) => {
      added.push({ bearer: atom, name: turned.length === 1 ? stem : `${stem}${k + 1}`, position: place });
    });
  }
  return added;
}

/** The direction of a hydroxyl's hydrogen that is best for hydrogen bonds and far from other atoms. */
function turnHydroxyl(
  receptor: ReceptorAtoms,
  roles: readonly AtomRole[],
  oxygen: number,
  bearer: number,
  start: Vector,
  steps: number,
): Vector {
  const at = receptor.atoms[oxygen]!.position;
  const axis = unit(minus(at, receptor.atoms[bearer]!.position));
  const around = receptor.around(oxygen);
  const quality = (place: Vector): number => {
    let sum = 0;
    for (const { atom } of around) {
      const gap = distance(place, receptor.atoms[atom]!.position);
      if (roles[atom]!.acceptor) sum += Math.max(0, 1 - Math.abs(gap - 1.9) / 0.8);
      else if (gap < 2.3) sum -= 2.3 - gap;
      if (roles[atom]!.hydrogens > 0 && roles[atom]!.acceptor === false && gap < 2.6) sum -= 2.6 - gap;
    }
    return sum;
  };
  const places = Array.from({ length: steps }, (_, k) => turn(start, at, axis, (2 * Math.PI * k) / steps));
  return places.reduce((best, place) => (quality(place) > quality(best) + 1e-9 ? place : best));
}

/** Rotates a point about an axis through `origin` (Rodrigues). */
function turn(point: Vector, origin: Vector, axis: Vector, angle: number): Vector {
  const arm = minus(point, origin);
  const along = times(axis, dot(axis, arm) * (1 - Math.cos(angle)));
  return plus(origin, plus(plus(times(arm, Math.cos(angle)), times(cross(axis, arm), Math.sin(angle))), along));
}
