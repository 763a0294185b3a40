import type { ChemistryProtocol } from "./chemistry-protocol.ts";
import type { ConformerProtocol } from "./conformer-protocol.ts";
import { createDepictionPool, type DepictionPool } from "./depiction-pool.ts";
import type { PredictionProtocol } from "./prediction-protocol.ts";
import { createRpcClient, type RpcClient } from "./rpc.ts";

/** The workers of the page. Each starts with its first job and lives as long as the page. */
export type PageWorkers = {
  /** The sketch: analysis and layout, never behind a queue of table drawings. */
  readonly chemistry: RpcClient<ChemistryProtocol>;
  readonly prediction: RpcClient<PredictionProtocol>;
  readonly conformer: RpcClient<ConformerProtocol>;
  readonly depictions: DepictionPool;
};

const startChemistry = () =>
  new Worker(new URL("./chemistry.worker.ts", import.meta.url), { type: "module", name: "chemistry" });
const startPrediction = () =>
  new Worker(new URL("./prediction.worker.ts", import.meta.url), { type: "module", name: "prediction" });
const startConformer = () =>
  new Worker(new URL("./conformer.worker.ts", import.meta.url), { type: "module", name: "conformer" });

let workers: PageWorkers | null = null;

export function pageWorkers(): PageWorkers {
  if (workers !== null) return workers;
  const chemistry = createRpcClient<ChemistryProtocol>(startChemistry);
  const second = createRpcClient<ChemistryProtocol>(startChemistry);
  workers = {
    chemistry,
    prediction: createRpcClient<PredictionProtocol>(startPrediction),
    conformer: createRpcClient<ConformerProtocol>(startConformer),
    depictions: createDepictionPool({ clients: [second, chemistry], cached: 3000, batch: 6 }),
  };
  return workers;
}
