import type { BackendChoice } from "@qinghao/compute";
import type { EndpointId } from "@qinghao/properties";
import type { Sentence } from "../terminal/language.ts";

/** How the threads are set up. */
export type RowThreadInit = { weightsDir: string; backend: BackendChoice; endpoints: EndpointId[] };

export type RowTask = { structures: readonly string[] };

export type PredictedValue = { value: number; lo: number; hi: number; inDomain: boolean };
/** A structure's parent and its values, or the reason why there are none; the parent stays known where a model failed. */
export type RowResult = { smiles: string; inchikey: string } & (
  | { ok: true; values: Record<string, PredictedValue> }
  | { ok: false; reason: Sentence }
);

export type RowOutput = { rows: RowResult[]; device: string };
