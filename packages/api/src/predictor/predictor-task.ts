import type { BackendChoice } from "@qinghao/compute";
import type { WireError } from "@qinghao/kernel";
import type { EndpointId, PredictionRow } from "@qinghao/properties";
import type { Explanation } from "../schema.ts";

export type PredictorInit = { weightsDir: string; backend: BackendChoice };

export type PredictorTask =
  | { kind: "predict"; smiles: readonly string[]; endpoints: readonly EndpointId[] | undefined }
  | { kind: "explain"; smiles: string; endpoint: EndpointId };

export type PredictorOutput =
  | { kind: "predict"; rows: PredictionRow[] }
  | { kind: "explain"; result: { ok: true; value: Explanation } | { ok: false; error: WireError } };
