import { covalentRadius, vanDerWaalsRadius } from "../atom-radii.ts";
import { heavyAtoms, type PoseMolecule } from "../pose-molecule.ts";
import type { SurroundingKind } from "../residue-names.ts";
import type { Surroundings } from "../surroundings.ts";
import { distance, pointAt } from "../vectors.ts";
import { atLeast, atMost, notApplicable, type PoseCheck } from "./check.ts";

/** Å; further atoms touch nothing. */
const SEARCH = 6;
/** A ligand further away than this from every atom of the protein is not bound, Å. */
const CONTACT_LIMIT = 5;
/** Least share of the sum of two radii between ligand and surroundings. PoseBusters 0.6. */
const CLASH_LIMIT = 0.75;

/** The ligand lies at the protein. Value: the smallest distance of heavy atoms, Å; empty where none is near. */
export const proteinContact: PoseCheck = {
  id: "protein_ligand_maximum_distance",
  needs: "surroundings",
  unit: "Å",
  run: ({ pose, surroundings }) => {
    const nearest = smallest(pose, surroundings!, "protein", () => 1);
    return nearest === null ? { passes: false, value: null } : atMost(CONTACT_LIMIT, nearest);
  },
};

/** Ligand and one kind of surroundings do not run into one another. Value: the smallest distance as a share of radii. */
function apartFrom(kind: SurroundingKind, id: string): PoseCheck {
  // Ions and metals coordinate: their van der Waals radii are no measure of how near a ligand may come.
  const radius = kind === "inorganic_cofactor" ? covalentRadius : vanDerWaalsRadius;
  return {
    id: `minimum_distance_to_${id}`,
    needs: "surroundings",
    unit: "share",
    run: ({ pose, surroundings }) => {
      if (!surroundings!.kinds.includes(kind)) return notApplicable;
      const nearest = smallest(pose, surroundings!, kind, (a, b) => radius(a) + radius(b));
      return nearest === null ? { passes: true, value: null } : atLeast(CLASH_LIMIT, nearest);
    },
  };
}

export const apartFromProtein = apartFrom("protein", "protein");
export const apartFromOrganic = apartFrom("organic_cofactor", "organic_cofactors");
export const apartFromInorganic = apartFrom("inorganic_cofactor", "inorganic_cofactors");
export const apartFromWater = apartFrom("water", "waters");

/** Smallest distance of heavy atoms, each divided by a measure of the two elements; null where nothing is near. */
function smallest(
  pose: PoseMolecule,
  { heavy, kinds, elements, positions }: Surroundings,
  kind: SurroundingKind,
  measure: (ligandElement: number, otherElement: number) => number,
): number | null {
  let least = Number.POSITIVE_INFINITY;
  for (const atom of heavyAtoms(pose.graph)) {
    const here = pointAt(pose.positions, atom);
    for (const other of heavy.within(here, SEARCH)) {
      if (kinds[other] !== kind) continue;
      const apart = distance(here, pointAt(positions, other));
      least = Math.min(least, apart / measure(pose.graph.atomicNumber[atom]!, elements[other]!));
    }
  }
  return Number.isFinite(least) ? least : null;
}
