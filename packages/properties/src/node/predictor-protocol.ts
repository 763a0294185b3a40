import type { BackendChoice, BackendRecord } from "@qinghao/compute";
import type { EndpointId } from "../endpoints/registry.ts";
import type { PredictionRow } from "../schema.ts";

export type PredictorInit = { readonly weightsDir: string; readonly backend: BackendChoice };

export type PredictorTask =
  | { readonly kind: "describe" }
  | {
      readonly kind: "predict";
      readonly smiles: readonly string[];
      readonly endpoints?: readonly EndpointId[];
      readonly nearest?: number;
    };

export type PredictorOutput =
  | {
      readonly kind: "described";
      readonly backend: BackendRecord;
      readonly rdkit: string;
      readonly models: Readonly<Record<string, string>>;
    }
  | { readonly kind: "predicted"; readonly rows: PredictionRow[] };
