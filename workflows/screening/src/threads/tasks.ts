import type { DockingReceptor } from "@qinghao/docking";
import type { DockingSettings, LigandForms, LigandOutcome, RescoringSettings } from "@qinghao/screening/methods";

/** Ligands (SMILES) to score by a method that needs molecules only. */
export type ScoreTask = { kind: "score"; method: string; settings: unknown; seed: number; ligands: string[] };
/** Ligands (SMILES) to make ready for docking. */
export type FormsTask = { kind: "forms"; settings: DockingSettings; seed: number; ligands: string[] };
/** Poses (SD records) to rescore, a text for each ligand; null where it has none. */
export type RescoreTask = {
  kind: "rescore";
  receptor: DockingReceptor;
  settings: RescoringSettings;
  ligands: (string | null)[];
};
export type LigandTask = ScoreTask | FormsTask | RescoreTask;

export type LigandAnswer = { toolkit: string } & (
  | { kind: "score"; outcomes: LigandOutcome[] }
  | { kind: "forms"; forms: LigandForms[] }
);
