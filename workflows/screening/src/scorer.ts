import type { LearnedScores } from "@qinghao/screening/active-learning";
import type { LigandOutcome, MethodTraits, PoseRef } from "@qinghao/screening/methods";

/** A ligand of a shard: internal number, public id, canonical SMILES, and its scores by number of the stage. */
export type ShardLigand = { seq: number; id: string; smiles: string; scores: Record<string, number>; poses?: PoseRef };

/** What active learning needs; none of it on the event loop. Features are packed by `packFeatures`. */
export type SurrogateTools = {
  /** Of molecules (SMILES), in their order; a structure that cannot be read has none. */
  features(ligands: readonly string[], signal: AbortSignal): Promise<Uint8Array>;
  /** Scores of the packed ligands, all of which have features. */
  learn(features: Uint8Array, scores: Float64Array, seed: number, signal: AbortSignal): Promise<LearnedScores>;
  /** Expected scores; NaN for a ligand without features. */
  expect(learned: LearnedScores, features: Uint8Array, signal: AbortSignal): Promise<Float64Array>;
};

export type StageTask = { method: string; settings: Record<string, unknown>; seed: number };

/** What a stage needs of its methods. `createMethodScorer` makes the one that workers use. */
export type StageScorer = {
  /** Throws `screening.method.unknown`, `screening.settings.invalid`. */
  traits(task: StageTask): Promise<MethodTraits>;
  /** One outcome per ligand, in the order of the ligands; the same for every division into shards. */
  score(task: StageTask, ligands: readonly ShardLigand[], signal: AbortSignal): Promise<LigandOutcome[]>;
  /** What computes the method. */
  record(task: StageTask): Promise<{ backend: string; device: string; toolkits: Record<string, string> }>;
  /** What sorts hits (SMILES, the best first): their cluster and how like the known actives each is. */
  triage(ligands: readonly string[], actives: readonly string[], signal: AbortSignal): Promise<HitTriage[]>;
  surrogate: SurrogateTools;
  close(): Promise<void>;
};

/** Null where the structure cannot be read, or there is no active to compare with. */
export type HitTriage = { cluster: number | null; nearestKnown: number | null };
