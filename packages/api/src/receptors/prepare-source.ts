import type { ChemKit } from "@qinghao/chemistry";
import type { SearchBox } from "@qinghao/db/receptor-schema";
import { readPose } from "@qinghao/docking/poses";
import { type BoundLigand, boundLigands, boxAround, type OpenedReceptor, openReceptor } from "@qinghao/docking/prepare";
import type { ReceptorChoice } from "@qinghao/docking/schema";
import { unwrap } from "@qinghao/kernel";
import { apiErrors } from "../errors.ts";

/** Å */
const mostSide = 60;

/** A prepared receptor, and the ligand that it is known to bind. */
export type PreparedSource = {
  opened: OpenedReceptor;
  ligands: BoundLigand[];
  /** Molblock in the receptor's coordinates, and the box around its heavy atoms. */
  reference: { molblock: string; box: SearchBox } | null;
};

/**
 * Prepares a receptor; a copy of the known ligand is left out of it. Throws what reading the file and the ligand fail
 * with, and `api.receptor.no_ligand` where the file holds no molecule of that name.
 */
export function prepareSource(
  kit: ChemKit,
  file: { text: string; fileName: string },
  choice: ReceptorChoice,
  known: { residue: string } | { molblock: string } | undefined,
): PreparedSource {
  if (known !== undefined && "molblock" in known) {
    const pose = unwrap(readPose(kit, known.molblock));
    const opened = unwrap(openReceptor(file.text, file.fileName, choice, pose.positions));
    return {
      opened,
      ligands: ligandsOf(opened),
      reference: { molblock: known.molblock, box: plainBox(boxAround(pose.positions)) },
    };
  }
  const drop = known === undefined ? choice.drop : [...(choice.drop ?? []), known.residue];
  const opened = unwrap(openReceptor(file.text, file.fileName, { ...choice, ...(drop === undefined ? {} : { drop }) }));
  const ligands = ligandsOf(opened);
  if (known === undefined) return { opened, ligands, reference: null };
  const ligand = ligands.find(({ residue }) => residue === known.residue);
  if (ligand === undefined) {
    const found = ligands.map(({ residue }) => residue).join(", ") || "–";
    throw apiErrors.create("receptor.no_ligand", { residue: known.residue, found });
  }
  return { opened, ligands, reference: { molblock: ligand.molblock, box: plainBox(ligand.box) } };
}

/** A box as it is stored: no side longer than the search can take. */
export const plainBox = ({ center, size }: Pick<BoundLigand["box"], "center" | "size">): SearchBox => ({
  center: [...center],
  size: size.map((side) => Math.min(side, mostSide)) as SearchBox["size"],
});

const ligandsOf = ({ structure }: OpenedReceptor): BoundLigand[] => (structure === null ? [] : boundLigands(structure));
