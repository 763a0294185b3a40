import { createThreadPool, threadScript } from "@qinghao/compute/node";
import { QinghaoError, type WireError } from "@qinghao/kernel";
import type { EndpointId, PredictionRow } from "@qinghao/properties";
import type { ApiEnv } from "../env.ts";
import type { Explanation } from "../schema.ts";
import type { PredictorInit, PredictorOutput, PredictorTask } from "./predictor-task.ts";

/** Answers predictions of a few molecules at once, in one thread. */
export type MoleculePredictor = {
  predict(smiles: readonly string[], endpoints: readonly EndpointId[] | undefined): Promise<PredictionRow[]>;
  /** Throws when the structure cannot be read. */
  explain(smiles: string, endpoint: EndpointId): Promise<Explanation>;
  close(): Promise<void>;
};

export function openMoleculePredictor(env: Pick<ApiEnv, "weightsDir" | "backend">): MoleculePredictor {
  const init: PredictorInit = { weightsDir: env.weightsDir, backend: env.backend };
  const script = threadScript(import.meta.url, "./predictor.worker.ts");
  const pool = createThreadPool<PredictorTask, PredictorOutput>({ script, size: 1, init });
  return {
    async predict(smiles, endpoints) {
      const output = await pool.run({ kind: "predict", smiles, endpoints });
      return output.kind === "predict" ? output.rows : [];
    },
    async explain(smiles, endpoint) {
      const output = await pool.run({ kind: "explain", smiles, endpoint });
      if (output.kind !== "explain") throw new Error("the predictor answered another task");
      if (!output.result.ok) throw fromWire(output.result.error);
      return output.result.value;
    },
    close: () => pool.terminate(),
  };
}

const fromWire = ({ code, retry, message, details }: WireError): QinghaoError =>
  new QinghaoError(code, { http: 422, retry, user: message.en, userZh: message.zh }, details);
