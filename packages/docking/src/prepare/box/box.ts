import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../../errors.ts";
import { residueLabel } from "../../formats/structure.ts";
import type { Box, DockingReceptor } from "../../model.ts";

/** How much room a box leaves around what it is made from. */
export interface BoxMargin {
  /** Å on every side. */
  readonly padding: number;
  /** Least length of an edge, Å. */
  readonly minimumSize: number;
}

/** Room for a ligand of another shape than the one the box is made from. */
export const defaultMargin: BoxMargin = { padding: 5, minimumSize: 22.5 };

/**
 * The box around a set of points, for example the heavy atoms of a known ligand.
 * @param positions x, y, z of each point, flat, Å; at least one
 */
export function boxAround(positions: ArrayLike<number>, margin: BoxMargin = defaultMargin): Box {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    low[i % 3] = Math.min(low[i % 3]!, positions[i]!);
    high[i % 3] = Math.max(high[i % 3]!, positions[i]!);
  }
  const center = low.map((from, axis) => (from + high[axis]!) / 2);
  const size = low.map((from, axis) => Math.max(high[axis]! - from + 2 * margin.padding, margin.minimumSize));
  return { center: center as [number, number, number], size: size as [number, number, number] };
}

/** The box around heavy atoms only: hydrogens' places depend on who added them. */
export function boxAroundLigand(
  ligand: { readonly elements: ArrayLike<number>; readonly positions: ArrayLike<number> },
  margin: BoxMargin = defaultMargin,
): Box {
  const heavy: number[] = [];
  for (let atom = 0; atom < ligand.elements.length; atom++) {
    if (ligand.elements[atom]! <= 1) continue;
    for (let axis = 0; axis < 3; axis++) heavy.push(ligand.positions[3 * atom + axis]!);
  }
  return boxAround(heavy.length === 0 ? ligand.positions : heavy, margin);
}

/**
 * The box around residues of the receptor, named as `A:HIS57`.
 * Errors: `box.unknown_residue`.
 */
export function boxAroundResidues(
  receptor: DockingReceptor,
  residues: readonly string[],
  margin: BoxMargin = defaultMargin,
): Result<Box, QinghaoError> {
  const wanted = new Map(residues.map((residue) => [residue, 0]));
  const positions: number[] = [];
  for (const [atom, label] of receptor.labels.entries()) {
    const residue = residueLabel(label);
    if (!wanted.has(residue)) continue;
    wanted.set(residue, wanted.get(residue)! + 1);
    positions.push(...receptor.positions.subarray(3 * atom, 3 * atom + 3));
  }
  const missing = [...wanted].find(([, atoms]) => atoms === 0)?.[0];
  if (missing !== undefined) return err(dockingErrors.create("box.unknown_residue", { residue: missing }));
  if (positions.length === 0) return err(dockingErrors.create("box.unknown_residue", { residue: "" }));
  return ok(boxAround(positions, margin));
}
