import type { DockingSettings, LigandForms, LigandOutcome } from "@qinghao/screening/methods";

/** Ligands (SMILES) to score by a method that needs molecules only. */
export type ScoreTask = { kind: "score"; method: string; settings: unknown; seed: number; ligands: string[] };
/** Ligands (SMILES) to make ready for docking. */
export type FormsTask = { kind: "forms"; settings: DockingSettings; seed: number; ligands: string[] };
export type LigandTask = ScoreTask | FormsTask;

export type LigandAnswer = { toolkit: string } & (
  | { kind: "score"; outcomes: LigandOutcome[] }
  | { kind: "forms"; forms: LigandForms[] }
);
