import { dockingErrors } from "../../errors.ts";
import { type Box, type DockingReceptor, notScored } from "../../model.ts";
import { kindRadii } from "../../scoring/kinds.ts";
import { boxAround } from "./box.ts";

/** A hollow of the receptor, the deepest and largest first. */
export interface Pocket {
  /** Mean of its points, Å. */
  readonly center: readonly [number, number, number];
  /** Å³ */
  readonly volume: number;
  /** Mean number of directions, of 7, in which its points lie between two parts of the receptor. */
  readonly burial: number;
  /** By which pockets are ranked: the sum of that number over its points beyond the least. */
  readonly score: number;
  readonly box: Box;
}

const spacing = 1;
/** Directions in which a point is looked at: the axes and the diagonals of a cube. */
const directions = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 1],
  [1, 1, -1],
  [1, -1, 1],
  [-1, 1, 1],
] as const;
/** A probe of water does not fit closer to the surface than this, Å. */
const probe = 1;
/** Furthest wall that still counts, Å. */
const sight = 10;
/** Directions that a point of a pocket needs at least. */
const leastBurial = 5;
/** Smaller hollows hold no ligand, Å³. */
const leastVolume = 60;

/** A ribosome has some 20 million points; more are atoms gone astray. */
const mostPoints = 64e6;

const margin = { padding: 4, minimumSize: 22.5 };

/**
 * Finds pockets on a grid: points outside the atoms that lie between atoms in at least five of seven directions, joined
 * where they touch.
 * Source: LIGSITE, Hendlich, Rippmann & Barnickel 1997, doi 10.1016/s1093-3263(98)00002-3, with a limit of sight.
 * Cost: O(points of a 1 Å grid over the receptor); about a second for 400 residues.
 * Errors: throws `docking.receptor.spread` where the receptor spans more than 64 million points
 * @param count pockets to return at most
 */
export function findPockets(receptor: DockingReceptor, count = 5): Pocket[] {
  const grid = occupy(receptor);
  if (grid === null) return [];
  const burial = lookAround(grid);
  return join(grid, burial)
    .sort((a, b) => b.score - a.score)
    .slice(0, count);
}

interface Grid {
  readonly origin: readonly [number, number, number];
  readonly size: readonly [number, number, number];
  /** 1 where an atom is. */
  readonly taken: Uint8Array;
}

function occupy({ positions, kinds }: DockingReceptor): Grid | null {
  const scored = [...kinds.keys()].filter((atom) => kinds[atom] !== notScored);
  if (scored.length === 0) return null;
  const around = boxAround(
    scored.flatMap((atom) => [...positions.subarray(3 * atom, 3 * atom + 3)]),
    { padding: 3, minimumSize: 0 },
  );
  const origin = around.center.map((middle, axis) => middle - around.size[axis]! / 2) as [number, number, number];
  const size = around.size.map((length) => Math.ceil(length / spacing) + 1) as [number, number, number];
  if (size[0] * size[1] * size[2] > mostPoints)
    throw dockingErrors.create("receptor.spread", {
      size: around.size.map((length) => Math.round(length)).join(" × "),
    });
  const taken = new Uint8Array(size[0] * size[1] * size[2]);
  for (const atom of scored) {
    const reach = kindRadii[kinds[atom]!]! + probe;
    const at = origin.map((from, axis) => (positions[3 * atom + axis]! - from) / spacing);
    const low = at.map((value) => Math.max(0, Math.ceil(value - reach / spacing)));
    const high = at.map((value, axis) => Math.min(size[axis]! - 1, Math.floor(value + reach / spacing)));
    for (let x = low[0]!; x <= high[0]!; x++)
      for (let y = low[1]!; y <= high[1]!; y++)
        for (let z = low[2]!; z <= high[2]!; z++) {
          const squared = (x - at[0]!) ** 2 + (y - at[1]!) ** 2 + (z - at[2]!) ** 2;
          if (squared * spacing * spacing <= reach * reach) taken[(x * size[1] + y) * size[2] + z] = 1;
        }
  }
  return { origin, size, taken };
}

/** Of each free point, the number of directions in which it sees an atom on both sides. */
function lookAround({ size: [nx, ny, nz], taken }: Grid): Uint8Array {
  const burial = new Uint8Array(taken.length);
  const sees = (x: number, y: number, z: number, dx: number, dy: number, dz: number): boolean => {
    const steps = Math.floor(sight / (spacing * Math.hypot(dx, dy, dz)));
    for (let s = 1; s <= steps; s++) {
      const px = x + s * dx;
      const py = y + s * dy;
      const pz = z + s * dz;
      if (px < 0 || py < 0 || pz < 0 || px >= nx || py >= ny || pz >= nz) return false;
      if (taken[(px * ny + py) * nz + pz] === 1) return true;
    }
    return false;
  };
  for (let x = 0; x < nx; x++)
    for (let y = 0; y < ny; y++)
      for (let z = 0; z < nz; z++) {
        const point = (x * ny + y) * nz + z;
        if (taken[point] === 1) continue;
        for (const [dx, dy, dz] of directions)
          if (sees(x, y, z, dx, dy, dz) && sees(x, y, z, -dx, -dy, -dz)) burial[point]!++;
      }
  return burial;
}

/** Joins buried points that share a face. None lies on the rim of the grid, which sees nothing outwards. */
function join({ origin, size: [, ny, nz] }: Grid, burial: Uint8Array): Pocket[] {
  const seen = new Uint8Array(burial.length);
  const pockets: Pocket[] = [];
  const steps = [ny * nz, -ny * nz, nz, -nz, 1, -1];
  for (let start = 0; start < burial.length; start++) {
    if (seen[start] === 1 || burial[start]! < leastBurial) continue;
    const members = [start];
    seen[start] = 1;
    for (const point of members) {
      for (const step of steps) {
        const next = point + step;
        if (next < 0 || next >= burial.length || seen[next] === 1 || burial[next]! < leastBurial) continue;
        seen[next] = 1;
        members.push(next);
      }
    }
    const volume = members.length * spacing ** 3;
    if (volume < leastVolume) continue;
    const places = members.flatMap((point) => {
      const z = point % nz;
      const y = Math.floor(point / nz) % ny;
      const x = Math.floor(point / (ny * nz));
      return [origin[0] + x * spacing, origin[1] + y * spacing, origin[2] + z * spacing];
    });
    const sums = [0, 1, 2].map((axis) => places.reduce((sum, value, i) => (i % 3 === axis ? sum + value : sum), 0));
    const center = sums.map((sum) => sum / members.length) as [number, number, number];
    const total = members.reduce((sum, point) => sum + burial[point]!, 0);
    pockets.push({
      center,
      volume,
      burial: total / members.length,
      score: total - (leastBurial - 1) * members.length,
      box: { center, size: boxAround(places, margin).size },
    });
  }
  return pockets;
}
