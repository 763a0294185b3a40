import type { ChemKit } from "@qinghao/chemistry";
import type { z } from "zod";

/** The same sentence in English and simplified Chinese. */
type BilingualText = { en: string; zh: string };

/**
 * What a method says of a ligand: a score and whether it passes the method's own limits, or why there is none. Poses are
 * SD records, each with its end mark, the best first.
 */
export type LigandOutcome =
  | { ok: true; score: number; passes: boolean; poses?: string }
  | { ok: false; code: string; reason: BilingualText };

/** How a method wants to be run. */
export type MethodTraits = {
  better: "higher" | "lower";
  /** Ligands of one shard; `all` for a method that looks at the whole stage at once. */
  shardSize: number | "all";
  /** Whether an accelerator helps. */
  accelerated: boolean;
  /** Scores cost so much more than predicting them that a surrogate may choose which ligands get one. */
  learnable?: true;
};

/** What every method says of itself. */
export type ScreeningMethod<Settings = unknown> = MethodTraits & {
  id: string;
  name: BilingualText;
  /** What the score is, with its unit. */
  score: BilingualText;
  settings: z.ZodType<Settings>;
};

/** A way to screen that needs molecules only. */
export type LigandMethod<Settings> = ScreeningMethod<Settings> & {
  /**
   * Reads the settings' own structures once, and gives back what scores ligands (SMILES), one outcome each, in order.
   * Throws a chemistry error where a structure of the settings cannot be read.
   */
  open(kit: ChemKit, settings: Settings, seed: number): OpenMethod | Promise<OpenMethod>;
};
export type OpenMethod = (ligands: readonly string[]) => LigandOutcome[];

export const defineMethod = <Settings>(method: LigandMethod<Settings>): LigandMethod<Settings> => method;

/** A way to screen by the place where ligands bind: its settings name the receptor, and the caller brings its atoms. */
export type ReceptorMethod<Settings extends { receptor: string }> = ScreeningMethod<Settings>;
