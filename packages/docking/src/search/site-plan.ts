import { dockingErrors } from "../errors.ts";
import type { Box } from "../model.ts";
import { atomKindCount } from "../scoring/index.ts";
import { kernelBytes } from "./kernel.ts";
import { functionBytes, mapFunctionBytes } from "./pair-functions.ts";

/** Where everything about one receptor and box lies in the shared memory. Addresses are bytes. */
export interface SitePlan {
  /** First point of the grid, Å. */
  readonly corner: readonly [number, number, number];
  readonly points: readonly [number, number, number];
  readonly spacing: number;
  /** Pair functions for the search, and the true ones. */
  readonly bentFunctions: number;
  readonly trueFunctions: number;
  /** For each kind one map. */
  readonly maps: number;
  readonly mapBytes: number;
  /** Scored atoms of the receptor near the box, four f32 each, and the cells that list them. */
  readonly atoms: number;
  readonly cells: number;
  readonly cellCounts: readonly [number, number, number];
  readonly cellSide: number;
  /** Room for each thread. */
  readonly rooms: number;
  readonly roomBytes: number;
  readonly bytes: number;
}

/** Å between points of the maps, as AutoDock Vina. */
export const spacingAngstrom = 0.375;
/** Side of the cells that list the receptor's atoms. */
export const cellSideAngstrom = 2.5;
const roomBytes = 24 * 2 ** 20;
const mostBytes = 2 ** 32 - 65_536;

/**
 * Lays out the memory for a box.
 * @param listEntries entries of all cells' lists
 * Errors: `docking.box_invalid`, `docking.box_too_large`
 */
export function planSite(box: Box, atoms: number, listEntries: number, rooms: number): SitePlan {
  const { points, corner, cellCounts } = gridOf(box);
  const count = points[0] * points[1] * points[2];
  let end = kernelBytes;
  const take = (bytes: number) => {
    const at = end;
    end = Math.ceil((end + bytes) / 64) * 64;
    return at;
  };
  const functions = atomKindCount ** 2 * functionBytes;
  const bentFunctions = take(functions);
  const trueFunctions = take(functions);
  const atomsAt = take(16 * atoms);
  const cells = take(4 * (cellCounts[0] * cellCounts[1] * cellCounts[2] + 1 + listEntries));
  // A face is read past the last point of a map by at most one plane; its weight is then as good as none.
  const mapBytes = Math.ceil((8 * (count + points[0] * points[1] + points[0] + 2)) / 64) * 64;
  const maps = take(mapBytes * atomKindCount);
  const roomsAt = take(roomBytes * rooms);
  // A thread sums up whole planes of the maps in its room, beside the functions of the receptor's kinds.
  const planeBytes = 16 * points[0] * points[1] + atomKindCount * mapFunctionBytes;
  if (end > mostBytes || planeBytes > roomBytes)
    throw dockingErrors.create("box_too_large", { size: box.size.join(" x ") });
  return {
    corner,
    points,
    spacing: spacingAngstrom,
    bentFunctions,
    trueFunctions,
    maps,
    mapBytes,
    atoms: atomsAt,
    cells,
    cellCounts,
    cellSide: cellSideAngstrom,
    rooms: roomsAt,
    roomBytes,
    bytes: end,
  };
}

/** The grid that covers a box, and the cells over it. */
export function gridOf(box: Box) {
  if (!box.size.every((side) => Number.isFinite(side) && side > 0) || !box.center.every(Number.isFinite))
    throw dockingErrors.create("box_invalid", { center: box.center.join(", "), size: box.size.join(" x ") });
  const along = (axis: 0 | 1 | 2) => Math.max(2, Math.ceil(box.size[axis] / spacingAngstrom - 1e-9) + 1);
  const points = [along(0), along(1), along(2)] as const;
  const from = (axis: 0 | 1 | 2) => box.center[axis] - ((points[axis] - 1) * spacingAngstrom) / 2;
  const cellsAlong = (axis: 0 | 1 | 2) => Math.ceil(((points[axis] - 1) * spacingAngstrom) / cellSideAngstrom);
  return {
    points,
    corner: [from(0), from(1), from(2)] as const,
    cellCounts: [cellsAlong(0), cellsAlong(1), cellsAlong(2)] as const,
  };
}
