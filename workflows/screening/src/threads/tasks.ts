import type { LigandOutcome } from "@qinghao/screening/methods";

/** Ligands (SMILES) to score by a method; without ligands, only the settings are tried. */
export type LigandTask = { method: string; settings: unknown; seed: number; ligands: string[] };
export type LigandAnswer = { outcomes: LigandOutcome[]; toolkit: string };
