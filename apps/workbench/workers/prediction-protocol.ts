import type { WireError } from "@qinghao/kernel";

export type NearestMolecule = { readonly smiles: string; readonly similarity: number; readonly measured: number };

/** One endpoint's value for one molecule, in the endpoint's unit. */
export type PredictionValue = {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  readonly level: number;
  readonly inDomain: boolean;
  readonly similarity: number;
  readonly nearest: readonly NearestMolecule[];
  readonly modelVersion: string;
};

export type PredictionReply =
  | { readonly ok: true; readonly values: Readonly<Record<string, PredictionValue>> }
  | { readonly ok: false; readonly error: WireError };

/** What each heavy atom contributes to a prediction, in the endpoint's unit. */
export type ExplanationReply = {
  /** The structure whose atom order `atoms` follows; draw this one. */
  readonly smiles: string;
  readonly value: number;
  /** What is said before anything is known of the molecule. */
  readonly base: number;
  readonly atoms: readonly number[];
  /** What no single atom carries: value - base - sum of the atoms. */
  readonly unexplained: number;
  readonly unit: string;
  readonly method: string;
};

/** The methods of the prediction worker. */
export type PredictionProtocol = {
  predict: { params: { smiles: string; nearest: number }; result: PredictionReply };
  explain: { params: { smiles: string; endpoint: string }; result: ExplanationReply };
  backend: { params: null; result: { name: string; device: string } };
};
