import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { chemErrors } from "./errors.ts";
import type { ChemKit } from "./kit.ts";
import { type MolView, openMolecule } from "./molecule.ts";
import type { StandardChange, StandardMolecule } from "./schema.ts";
import { MoleculeEditor } from "./standardise/editor.ts";
import { keepLargestFragment } from "./standardise/fragments.ts";
import { disconnectMetals } from "./standardise/metals.ts";
import { needsWork } from "./standardise/needs-work.ts";
import { neutralise } from "./standardise/neutralise.ts";
import { normaliseGroups } from "./standardise/normalise.ts";
import { reionise } from "./standardise/reionise.ts";
import { isMolblock } from "./structure-text.ts";

const steps: readonly (readonly [StandardChange, (editor: MoleculeEditor) => boolean])[] = [
  ["metal", disconnectMetals],
  ["group", normaliseGroups],
  ["proton", reionise],
  ["fragment", keepLargestFragment],
  ["neutralised", neutralise],
];

/**
 * The parent of a structure: metals disconnected, functional groups in one form, the largest organic fragment, neutral
 * where protons can make it so; stereochemistry and isotopes kept. The rules are those of RDKit's MolStandardize
 * (Cleanup, FragmentParent, Uncharger), except that a fragment with carbon goes before a larger one without.
 * Fails on text that cannot be read and on structures that name no single compound (`*`, query atoms).
 */
export function standardise(kit: ChemKit, text: string): Result<StandardMolecule, QinghaoError> {
  const result = withStandardMolecule(kit, text, summarise);
  return result.ok ? result.value : result;
}

/** What standardising found out about a molecule that `withStandardMolecule` lends. */
export type StandardOrigin = { readonly changes: StandardChange[]; readonly inputSmiles: string };

/** Lends the standardised molecule itself, so that descriptors and fingerprints need no further parse. */
export function withStandardMolecule<T>(
  kit: ChemKit,
  text: string,
  use: (mol: MolView, origin: StandardOrigin) => T,
): Result<T, QinghaoError> {
  const parsed = openMolecule(kit, text);
  if (!parsed.ok) return parsed;
  let mol = parsed.value;
  try {
    const inputSmiles = isMolblock(text) ? mol.smiles : text.trim();
    const changes: StandardChange[] = [];
    const parent = needsWork(mol.smiles, () => parsed.value.graph) ? parentSmiles(mol, changes) : null;
    if (parent !== null) {
      mol.close();
      const reopened = openMolecule(kit, parent);
      if (!reopened.ok) return reopened;
      mol = reopened.value;
    }
    return ok(use(mol, { changes, inputSmiles }));
  } finally {
    mol.close();
  }
}

/** Everything that is stored of a standardised molecule; an error where it has no InChIKey. */
export function summarise(mol: MolView, origin: StandardOrigin): Result<StandardMolecule, QinghaoError> {
  const { inchi, inchikey } = mol;
  if (inchikey === "") return err(chemErrors.create("structure.incomplete"));
  const { smiles, formula, molWeight, heavyAtoms } = mol;
  return ok({ smiles, inchi, inchikey, formula, molWeight, heavyAtoms, ...origin });
}

/** The parent's SMILES, or null where no step changed anything. Notes in `changes` what was done. */
function parentSmiles(mol: MolView, changes: StandardChange[]): string | null {
  const editor = MoleculeEditor.open(mol.kit, mol.handle);
  if (editor === null) return null;
  try {
    for (const [name, step] of steps) if (step(editor)) changes.push(name);
    return changes.length === 0 ? null : editor.text;
  } finally {
    editor.close();
  }
}
