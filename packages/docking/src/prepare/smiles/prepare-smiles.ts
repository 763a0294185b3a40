import type { ChemKit } from "@qinghao/chemistry";
import { ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { type PreparedLigand, prepareLigand } from "../ligand/prepare-ligand.ts";
import { enumerateStereo, ligandStates, type StateOptions } from "./ligand-states.ts";
import { tautomers } from "./tautomers.ts";

/** Makes 3D coordinates: a molblock with all hydrogens from a SMILES. */
export type Embed = (smiles: string) => Result<string, QinghaoError>;

export interface SmilesOptions extends Partial<StateOptions> {
  readonly embed: Embed;
  /** Stereoisomers to write out where the SMILES leaves some open; default 1, any of them. */
  readonly stereoisomers?: number;
  /** Tautomers to write out, the drawn one first; default 1, as drawn. */
  readonly tautomers?: number;
}

/** A prepared form of a ligand and its SMILES. */
export interface PreparedForm extends PreparedLigand {
  readonly smiles: string;
}

/**
 * Prepares a ligand from its SMILES: salts taken off, protonated for the pH, tautomers and open stereo written
 * out, embedded.
 * Errors: those of parsing and standardising, of `embed`, and of `prepareLigand`.
 */
export function prepareSmiles(
  kit: ChemKit,
  text: string,
  name: string,
  options: SmilesOptions,
): Result<PreparedForm[], QinghaoError> {
  const states = ligandStates(kit, text, options);
  if (!states.ok) return states;
  const forms: PreparedForm[] = [];
  for (const state of states.value) {
    const written = writeForms(kit, state.smiles, options);
    if (!written.ok) return written;
    for (const smiles of written.value) {
      const molblock = options.embed(smiles);
      if (!molblock.ok) return molblock;
      const prepared = prepareLigand(kit, molblock.value, name);
      if (!prepared.ok) return prepared;
      forms.push({ ...prepared.value, smiles });
    }
  }
  return ok(forms);
}

/** Every stereoisomer of every tautomer of one state. */
function writeForms(kit: ChemKit, state: string, options: SmilesOptions): Result<string[], QinghaoError> {
  const drawn = tautomers(kit, state, options.tautomers ?? 1);
  if (!drawn.ok) return drawn;
  const all: string[] = [];
  for (const tautomer of drawn.value) {
    const isomers = enumerateStereo(kit, tautomer, options.stereoisomers ?? 1);
    if (!isomers.ok) return isomers;
    all.push(...isomers.value);
  }
  return ok(all);
}
