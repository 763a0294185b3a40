import { vanDerWaalsRadius } from "../atom-radii.ts";
import { heavyAtoms, type PoseMolecule } from "../pose-molecule.ts";
import type { SurroundingKind } from "../residue-names.ts";
import type { Surroundings } from "../surroundings.ts";
import { pointAt, type Vector } from "../vectors.ts";
import { atMost, notApplicable, type PoseCheck } from "./check.ts";

/** Largest share of the ligand's volume that may lie inside the surroundings. PoseBusters 0.6. */
const OVERLAP_LIMIT = 0.075;
/** Edge of a cell of the grid, Å. */
const CELL = 0.25;
/** Around an atom's (scaled) radius, shells of this thickness weigh two thirds and one third, Å. */
const SHELL = 0.25;
const LEVELS = 3;

/**
 * The ligand does not fill the same space as one kind of surroundings. Value: shared volume as a share of the ligand's,
 * over atoms of scaled radii with a soft rim (the Tversky index of RDKit's shapes with alpha 1, beta 0). Cost: about
 * 5000 cells per atom.
 */
function overlapWith(kind: SurroundingKind, id: string, scale: number): PoseCheck {
  return {
    id: `volume_overlap_with_${id}`,
    needs: "surroundings",
    unit: "share",
    run: ({ pose, surroundings }) => {
      if (!surroundings!.kinds.includes(kind)) return notApplicable;
      return atMost(OVERLAP_LIMIT, overlap(pose, surroundings!, kind, scale));
    },
  };
}

export const overlapWithProtein = overlapWith("protein", "protein", 0.8);
export const overlapWithOrganic = overlapWith("organic_cofactor", "organic_cofactors", 0.8);
export const overlapWithInorganic = overlapWith("inorganic_cofactor", "inorganic_cofactors", 0.5);
export const overlapWithWater = overlapWith("water", "waters", 0.5);

type Ball = { readonly centre: Vector; readonly radius: number };

function overlap(pose: PoseMolecule, around: Surroundings, kind: SurroundingKind, scale: number): number {
  const ball = (centre: Vector, element: number): Ball => ({ centre, radius: scale * vanDerWaalsRadius(element) });
  const own = heavyAtoms(pose.graph).map((atom) => ball(pointAt(pose.positions, atom), pose.graph.atomicNumber[atom]!));
  const grid = new Grid(own);
  const near = around.heavy.withinAny(
    own.map(({ centre }) => centre),
    6 * scale,
  );
  const others = near
    .filter((other) => around.kinds[other] === kind)
    .map((other) => ball(pointAt(around.positions, other), around.elements[other]!));
  if (others.length === 0) return 0;
  const ligand = grid.fill(own);
  const filled = grid.fill(others);
  let shared = 0;
  let whole = 0;
  for (let cell = 0; cell < ligand.length; cell++) {
    whole += ligand[cell]!;
    shared += Math.min(ligand[cell]!, filled[cell]!);
  }
  return shared / whole;
}

/** A grid of cells around some balls. */
class Grid {
  readonly #origin: Vector;
  readonly #size: Vector;

  constructor(balls: readonly Ball[]) {
    const rim = LEVELS * SHELL;
    const along = (axis: 0 | 1 | 2) => {
      const low = Math.min(...balls.map(({ centre, radius }) => centre[axis] - radius)) - rim;
      const high = Math.max(...balls.map(({ centre, radius }) => centre[axis] + radius)) + rim;
      return { low, cells: Math.ceil((high - low) / CELL) + 1 };
    };
    const [x, y, z] = [along(0), along(1), along(2)];
    this.#origin = [x.low, y.low, z.low];
    this.#size = [x.cells, y.cells, z.cells];
  }

  /** How full each cell is, 0 to 3. */
  fill(balls: readonly Ball[]): Uint8Array {
    const [nx, ny, nz] = this.#size;
    const cells = new Uint8Array(nx * ny * nz);
    for (const { centre, radius } of balls) {
      const reach = radius + (LEVELS - 1) * SHELL;
      const [x, y, z] = [0, 1, 2].map((axis) => (centre[axis]! - this.#origin[axis]!) / CELL) as [
        number,
        number,
        number,
      ];
      const r = reach / CELL;
      const [full, most, some] = [0, 1, 2].map((shell) => ((radius + shell * SHELL) / CELL) ** 2) as [
        number,
        number,
        number,
      ];
      for (let i = Math.max(0, Math.ceil(x - r)); i <= Math.min(nx - 1, x + r); i++)
        for (let j = Math.max(0, Math.ceil(y - r)); j <= Math.min(ny - 1, y + r); j++)
          for (let k = Math.max(0, Math.ceil(z - r)); k <= Math.min(nz - 1, z + r); k++) {
            const square = (i - x) ** 2 + (j - y) ** 2 + (k - z) ** 2;
            const level = square <= full ? LEVELS : square <= most ? 2 : square <= some ? 1 : 0;
            const cell = (i * ny + j) * nz + k;
            if (level > cells[cell]!) cells[cell] = level;
          }
    }
    return cells;
  }
}
