import { angleAt, angleBetween, minus, plus, unit, type Vector } from "../vectors.ts";
import type { Donor } from "./site.ts";

/** Length of an N-H or O-H bond, Å. */
const BOND = 1;

/**
 * The angle donor-hydrogen-acceptor at the hydrogen that points best, degrees. Hydrogens that the structure lacks are put
 * where they would be: opposite two or three neighbours, or, beside one neighbour, turned towards the acceptor.
 */
export function hydrogenAngle(donor: Donor, donorPlace: Vector, acceptor: Vector): number {
  const { hydrogens, neighbours, isFlat } = donor;
  if (hydrogens.length > 0) return Math.max(...hydrogens.map((place) => angleAt(donorPlace, place, acceptor)));
  const outward = neighbours.map((other) => unit(minus(donorPlace, other)));
  if (neighbours.length === 0) return 180;
  if (neighbours.length === 1) {
    const usual = isFlat ? 120 : 109.5;
    const seen = angleAt(neighbours[0]!, donorPlace, acceptor);
    return angleAtHydrogen(Math.abs(seen - usual), donorPlace, acceptor);
  }
  const away = unit(outward.reduce(plus));
  const off = angleBetween(away, minus(acceptor, donorPlace));
  // A tetrahedral group with two neighbours holds its hydrogen half a tetrahedral angle to either side.
  const tilt = neighbours.length === 2 && !isFlat ? Math.min(off, 54.75) : 0;
  return angleAtHydrogen(off - tilt, donorPlace, acceptor);
}

/** The angle at a hydrogen whose bond points `off` degrees past the acceptor. */
function angleAtHydrogen(off: number, donor: Vector, acceptor: Vector): number {
  const toAcceptor = minus(acceptor, donor);
  const far = Math.hypot(...toAcceptor);
  const radians = (off * Math.PI) / 180;
  const hydrogen: Vector = [BOND * Math.cos(radians), BOND * Math.sin(radians), 0];
  return angleAt([0, 0, 0], hydrogen, [far, 0, 0]);
}
