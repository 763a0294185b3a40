import type { LigandOutcome, MethodTraits } from "@qinghao/screening/methods";

/** A ligand of a shard: internal number, public id, canonical SMILES, and its scores by number of the stage. */
export type ShardLigand = { seq: number; id: string; smiles: string; scores: Record<string, number>; poses?: PoseRef };
/** Where the poses of a ligand are: artifact and the number of its record in it, from 0. */
export type PoseRef = { key: string; record: number };

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
  close(): Promise<void>;
};

/** Null where the structure cannot be read, or there is no active to compare with. */
export type HitTriage = { cluster: number | null; nearestKnown: number | null };
