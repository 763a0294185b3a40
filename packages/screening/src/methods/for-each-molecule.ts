import { type ChemKit, type MolView, withMolecule } from "@qinghao/chemistry";
import { isQinghaoError, type QinghaoError } from "@qinghao/kernel";
import type { LigandOutcome } from "./method.ts";

/** An outcome for each SMILES; one that cannot be read, or that the toolkit fails on, gets its reason. */
export const forEachMolecule = (
  kit: ChemKit,
  ligands: readonly string[],
  score: (mol: MolView) => LigandOutcome,
): LigandOutcome[] =>
  ligands.map((smiles) => {
    try {
      const outcome = withMolecule(kit, smiles, score);
      return outcome.ok ? outcome.value : failed(outcome.error);
    } catch (error) {
      if (!isQinghaoError(error)) throw error;
      return failed(error);
    }
  });

/** The outcome of a ligand that a method has no score for. */
export const failed = ({ code, user }: QinghaoError): Extract<LigandOutcome, { ok: false }> => ({
  ok: false,
  code,
  reason: { ...user },
});
