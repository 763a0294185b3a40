import type { BilingualText, NearestNeighbour } from "@qinghao/db/schema";

/** A value with its interval and domain, or why there is none. */
export type EndpointOutcome =
  | {
      ok: true;
      modelVersion: string;
      value: number;
      lo: number;
      hi: number;
      level: number;
      inDomain: boolean;
      similarity: number;
      nearest: NearestNeighbour[];
    }
  | { ok: false; code: string; reason: BilingualText };

/** What a shard needs of a predictor. `createPropertyPredictor` makes the one that workers use. */
export type ShardPredictor = {
  /** One outcome per molecule and endpoint, in the order of the molecules. */
  predict(
    molecules: readonly { id: string; smiles: string }[],
    endpoints: readonly string[],
    signal: AbortSignal,
  ): Promise<Record<string, EndpointOutcome>[]>;
  /** Version of each endpoint's model. */
  models(): Promise<Record<string, string>>;
  record(): Promise<{ backend: string; device: string; toolkits: Record<string, string> }>;
  close(): Promise<void>;
};
