import { type ChemKit, withMolecule } from "@qinghao/chemistry";
import { isQinghaoError } from "@qinghao/kernel";
import {
  createSurrogate,
  type LearnedScores,
  type LigandFeatures,
  ligandFeatures,
  openExpectation,
  packFeatures,
  unpackFeatures,
} from "@qinghao/screening/active-learning";
import type { ExpectTask, FeaturesTask, LearnTask } from "./tasks.ts";

/** Packed features of molecules; none for a structure that the toolkit cannot read or describe. */
export const featuresOf = (kit: ChemKit, { ligands }: FeaturesTask): Uint8Array =>
  packFeatures(ligands.map((smiles) => describe(kit, smiles)));

function describe(kit: ChemKit, smiles: string): LigandFeatures | null {
  try {
    const features = withMolecule(kit, smiles, ligandFeatures);
    return features.ok ? features.value : null;
  } catch (error) {
    if (!isQinghaoError(error)) throw error;
    return null;
  }
}

export const learnScores = ({ features, scores, seed }: LearnTask): LearnedScores =>
  createSurrogate({ seed }).fit(readable(unpackFeatures(features)), scores).learned;

/** Expected scores in the order of the ligands; NaN for one without features. */
export function expectScores({ learned, features }: ExpectTask): Float64Array {
  const ligands = unpackFeatures(features);
  const found = openExpectation(learned)(readable(ligands));
  let at = 0;
  return Float64Array.from(ligands, (ligand) => (ligand === null ? Number.NaN : found[at++]!));
}

const readable = (ligands: readonly (LigandFeatures | null)[]): LigandFeatures[] =>
  ligands.filter((ligand) => ligand !== null);
