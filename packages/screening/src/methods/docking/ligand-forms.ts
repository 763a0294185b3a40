import type { ChemKit } from "@qinghao/chemistry";
import type { ConformerKernel } from "@qinghao/docking/conformers";
import {
  embedConformer,
  type PreparedForm,
  prepareLigand,
  prepareSmiles,
  withRingConformers,
} from "@qinghao/docking/prepare";
import { isQinghaoError, type QinghaoError, type Result, unwrap } from "@qinghao/kernel";
import { failed } from "../for-each-molecule.ts";
import type { LigandOutcome } from "../method.ts";
import type { DockingSettings } from "./docking.ts";

/** The forms of one ligand, stereoisomers and tautomers, that are docked each for itself; or why there are none. */
export type LigandForms = { ok: true; forms: PreparedForm[] } | Extract<LigandOutcome, { ok: false }>;

/** Makes the forms of a ligand (SMILES), each with a conformer. The same seed gives the same forms. */
export function openFormMaker(
  kit: ChemKit,
  kernel: ConformerKernel,
  {
    pH,
    stereoisomers,
    tautomers,
    ringConformers,
  }: Pick<DockingSettings, "pH" | "stereoisomers" | "tautomers" | "ringConformers">,
  seed: number,
): (smiles: string) => LigandForms {
  const embed = embedConformer(kit, kernel, seed);
  const asDrawn = (smiles: string): Result<PreparedForm[], QinghaoError> => {
    const molblock = embed(smiles);
    const prepared = molblock.ok ? prepareLigand(kit, molblock.value, "") : molblock;
    return prepared.ok ? { ok: true, value: [{ ...prepared.value, smiles }] } : prepared;
  };
  return (smiles) => {
    try {
      const made =
        pH === null
          ? asDrawn(smiles)
          : prepareSmiles(kit, smiles, "", { embed, pH, stereoisomers, tautomers, maximum: 1 });
      if (!made.ok) return failed(made.error);
      const shape = { ringConformers, seed };
      return {
        ok: true,
        forms: made.value.map((form) => ({ ...form, ...unwrap(withRingConformers(kit, kernel, form, shape)) })),
      };
    } catch (error) {
      if (!isQinghaoError(error)) throw error;
      return failed(error);
    }
  };
}
