import type { DockingReceptor } from "@qinghao/docking";
import type { LearnedScores } from "@qinghao/screening/active-learning";
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
/** Ligands (SMILES) to take fingerprints of, and to compare with the actives. */
export type PrintTask = { kind: "print"; ligands: string[]; actives: string[] };
/** Fingerprints to sort into clusters; null where there is none. */
export type ClusterTask = { kind: "cluster"; ligands: (Uint8Array | null)[]; threshold: number };
/** Tasks that may be divided by ligands. */
export type LigandsTask = ScoreTask | FormsTask | RescoreTask | PrintTask | ClusterTask;

/** Ligands (SMILES) to describe for active learning. */
export type FeaturesTask = { kind: "features"; ligands: readonly string[] };
/** Packed features and the scores to learn. */
export type LearnTask = { kind: "learn"; features: Uint8Array; scores: Float64Array; seed: number };
/** Packed features of ligands whose scores are to be expected. */
export type ExpectTask = { kind: "expect"; learned: LearnedScores; features: Uint8Array };
export type SurrogateTask = FeaturesTask | LearnTask | ExpectTask;

export type LigandTask = LigandsTask | SurrogateTask;

export type LigandAnswer = { toolkit: string } & (
  | { kind: "score"; outcomes: LigandOutcome[] }
  | { kind: "forms"; forms: LigandForms[] }
  | { kind: "print"; prints: (Uint8Array | null)[]; nearest: (number | null)[] }
  | { kind: "cluster"; clusters: (number | null)[] }
  | { kind: "features"; features: Uint8Array }
  | { kind: "learn"; learned: LearnedScores }
  | { kind: "expect"; expected: Float64Array }
);
