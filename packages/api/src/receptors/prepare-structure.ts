import type { SearchBox } from "@qinghao/db/receptor-schema";
import { writeMmcif, writeReceptorRecord } from "@qinghao/docking/formats";
import {
  type BoundLigand,
  boundLigands,
  boxAround,
  findPockets as hollowsOf,
  type OpenedReceptor,
  openReceptor,
} from "@qinghao/docking/prepare";
import { unwrap } from "@qinghao/kernel";
import { apiErrors } from "../errors.ts";
import type { FoundPocket, Preparation, PreparedStructure } from "./structure-task.ts";

/** Å */
const mostSide = 60;

/**
 * Prepares a receptor and writes it down. Throws what reading the file fails with, and `api.receptor.no_ligand` where the
 * file holds no molecule of the known ligand's name.
 */
export function prepareStructure(given: Preparation, write: "mmcif" | "record"): PreparedStructure {
  const opened = openStructure(given);
  const { format, receptor, report, structure } = opened;
  const ligands = structure === null ? [] : boundLigands(structure);
  return {
    format,
    atoms: receptor.atoms,
    center: meanPlace(receptor.positions),
    report,
    ligands: ligands.map((ligand) => ({ ...ligand, box: plainBox(ligand.box) })),
    reference: referenceFrom(given.known, ligands),
    written: (write === "mmcif" ? writeMmcif : writeReceptorRecord)(receptor),
  };
}

/** Prepares a receptor and finds its pockets. Throws what reading the file fails with. */
export const findPockets = (given: Preparation): FoundPocket[] =>
  hollowsOf(openStructure(given).receptor).map(({ box, center, volume, burial }) => ({
    box: plainBox(box),
    center: [...center],
    volume,
    burial,
  }));

function openStructure({ file: { text, fileName }, choice, known }: Preparation): OpenedReceptor {
  if (known === undefined) return unwrap(openReceptor(text, fileName, choice));
  if ("positions" in known) return unwrap(openReceptor(text, fileName, choice, known.positions));
  return unwrap(openReceptor(text, fileName, { ...choice, drop: [...(choice.drop ?? []), known.residue] }));
}

function referenceFrom(known: Preparation["known"], ligands: readonly BoundLigand[]): PreparedStructure["reference"] {
  if (known === undefined) return null;
  if ("positions" in known) return { molblock: known.molblock, box: plainBox(boxAround(known.positions)) };
  const ligand = ligands.find(({ residue }) => residue === known.residue);
  if (ligand === undefined) {
    const found = ligands.map(({ residue }) => residue).join(", ") || "–";
    throw apiErrors.create("receptor.no_ligand", { residue: known.residue, found });
  }
  return { molblock: ligand.molblock, box: plainBox(ligand.box) };
}

/** A box as it is stored: no side longer than the search can take. */
const plainBox = ({ center, size }: Pick<BoundLigand["box"], "center" | "size">): SearchBox => ({
  center: [...center],
  size: size.map((side) => Math.min(side, mostSide)) as SearchBox["size"],
});

function meanPlace(positions: Float64Array): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < positions.length; i++) sum[i % 3]! += positions[i]!;
  const atoms = Math.max(1, positions.length / 3);
  return [sum[0] / atoms, sum[1] / atoms, sum[2] / atoms];
}
