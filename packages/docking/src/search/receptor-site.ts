import { type Box, type DockingReceptor, notScored } from "../model.ts";
import { atomKindCount, pairCutoffAngstrom } from "../scoring/index.ts";
import type { SearchKernel } from "./kernel.ts";
import {
  functionBytes,
  mapFunctionBytes,
  searchCeiling,
  writeMapFunctions,
  writePairFunctions,
} from "./pair-functions.ts";
import { cellSideAngstrom, gridOf, planSite, type SitePlan, spacingAngstrom } from "./site-plan.ts";

/** The receptor's scored atoms that reach the box, in the order of the receptor, from the grid's first corner. */
export interface SiteAtoms {
  readonly kinds: Uint8Array;
  /** 3 x atoms, Å. */
  readonly positions: Float32Array;
  /** For each cell, then one more: where its list starts in `lists`. */
  readonly starts: Uint32Array;
  /** Indices of atoms within the cut-off of any point of the cell. */
  readonly lists: Uint32Array;
}

/** Atoms that can be felt inside of the box, and which of them in which cell. */
export function selectSite(
  receptor: DockingReceptor,
  box: Box,
): { readonly plan: (rooms: number) => SitePlan; readonly site: SiteAtoms } {
  const { points, corner, cellCounts } = gridOf(box);
  const kinds: number[] = [];
  const positions: number[] = [];
  for (let atom = 0; atom < receptor.atoms; atom++) {
    if (receptor.kinds[atom] === notScored) continue;
    let square = 0;
    for (let axis = 0; axis < 3; axis++) {
      const at = receptor.positions[3 * atom + axis]! - corner[axis]!;
      square += outside(at, 0, (points[axis]! - 1) * spacingAngstrom) ** 2;
    }
    if (square >= pairCutoffAngstrom ** 2) continue;
    kinds.push(receptor.kinds[atom]!);
    for (let axis = 0; axis < 3; axis++) positions.push(receptor.positions[3 * atom + axis]! - corner[axis]!);
  }
  const site = {
    kinds: Uint8Array.from(kinds),
    positions: Float32Array.from(positions),
    ...listCells(positions, cellCounts),
  };
  return { site, plan: (rooms) => planSite(box, kinds.length, site.lists.length, rooms) };
}

const outside = (at: number, low: number, high: number) => Math.max(low - at, 0, at - high);

function listCells(positions: readonly number[], [nx, ny, nz]: readonly [number, number, number]) {
  const cells: number[][] = Array.from({ length: nx * ny * nz }, () => []);
  /** Square of the distance along one axis from the atom to each cell. */
  const away = (at: number, count: number) =>
    Array.from(
      { length: count },
      (_, index) => outside(at, index * cellSideAngstrom, (index + 1) * cellSideAngstrom) ** 2,
    );
  const cutoff = pairCutoffAngstrom ** 2;
  for (let atom = 0; atom < positions.length / 3; atom++) {
    const alongX = away(positions[3 * atom]!, nx);
    const alongY = away(positions[3 * atom + 1]!, ny);
    const alongZ = away(positions[3 * atom + 2]!, nz);
    for (let z = 0; z < nz; z++)
      for (let y = 0; y < ny; y++) {
        const across = alongZ[z]! + alongY[y]!;
        if (across >= cutoff) continue;
        for (let x = 0; x < nx; x++) if (across + alongX[x]! < cutoff) cells[(z * ny + y) * nx + x]!.push(atom);
      }
  }
  const starts = new Uint32Array(cells.length + 1);
  for (const [index, list] of cells.entries()) starts[index + 1] = starts[index]! + list.length;
  return { starts, lists: Uint32Array.from(cells.flat()) };
}

/** Writes the pair functions, atoms and cells, once for all threads. */
export function writeSite(memory: ArrayBufferLike, plan: SitePlan, site: SiteAtoms): void {
  writePairFunctions(memory, plan.bentFunctions, searchCeiling);
  writePairFunctions(memory, plan.trueFunctions, 0);
  const atoms = new Float32Array(memory, plan.atoms, 4 * site.kinds.length);
  const offsets = new Uint32Array(memory, plan.atoms, 4 * site.kinds.length);
  for (const [atom, kind] of site.kinds.entries()) {
    for (let axis = 0; axis < 3; axis++) atoms[4 * atom + axis] = site.positions[3 * atom + axis]!;
    offsets[4 * atom + 3] = kind * functionBytes;
  }
  const cells = new Uint32Array(memory, plan.cells, site.starts.length + site.lists.length);
  for (const [index, start] of site.starts.entries()) cells[index] = 4 * (site.starts.length + start);
  for (const [index, atom] of site.lists.entries()) cells[site.starts.length + index] = 16 * atom;
}

/** Binds a thread's kernel to the site. */
export function bindSite(kernel: SearchKernel, plan: SitePlan): void {
  kernel.bindGrid(...plan.points, plan.spacing);
  kernel.bindSite(plan.trueFunctions, plan.atoms, plan.cells, ...plan.cellCounts, plan.cellSide);
}

export const mapAddress = (plan: SitePlan, kind: number): number => plan.maps + kind * plan.mapBytes;
export const kindOffset = (kind: number): number => kind * atomKindCount * functionBytes;

/**
 * Computes the maps of up to four kinds. Each point's sum is taken in the order of the atoms, so its bits do not
 * depend on which kinds or threads share the work.
 * @param room where this thread may write, `plan.roomBytes` long
 */
export function computeMaps(
  kernel: SearchKernel,
  memory: ArrayBufferLike,
  plan: SitePlan,
  site: SiteAtoms,
  kinds: readonly number[],
  room: number,
): void {
  const present = [...new Set(site.kinds)].sort((a, b) => a - b);
  for (const [index, kind] of present.entries())
    writeMapFunctions(memory, room + index * mapFunctionBytes, kind, kinds);
  const functions = Array.from(site.kinds, (kind) => room + present.indexOf(kind) * mapFunctionBytes);
  const sums = room + present.length * mapFunctionBytes;
  const [nx, ny, nz] = plan.points;
  const planes = Math.max(
    1,
    Math.min(nz, Math.floor((plan.roomBytes - present.length * mapFunctionBytes) / (16 * nx * ny))),
  );
  for (let from = 0; from < nz; from += planes) {
    const to = Math.min(nz, from + planes);
    new Uint8Array(memory, sums, 16 * nx * ny * (to - from)).fill(0);
    for (let atom = 0; atom < functions.length; atom++) {
      const [x, y, z] = [site.positions[3 * atom]!, site.positions[3 * atom + 1]!, site.positions[3 * atom + 2]!];
      kernel.addAtom(sums, functions[atom]!, x, y, z, nx, ny, from, to, plan.spacing);
    }
    for (const [lane, kind] of kinds.entries())
      kernel.writeMap(sums, lane, mapAddress(plan, kind), nx, ny, from, to, searchCeiling);
  }
}
