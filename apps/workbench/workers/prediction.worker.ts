import type { ChemKit } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/browser";
import type { Backend } from "@qinghao/compute";
import { openBackend } from "@qinghao/compute/browser";
import { unwrap } from "@qinghao/kernel";
import { endpointIds, explain, type ModelSet, openModels, predict } from "@qinghao/properties/browser";
import { workerErrors } from "./errors.ts";
import type { PredictionProtocol, PredictionReply } from "./prediction-protocol.ts";
import { type Port, serve } from "./rpc.ts";
import { rdkitAssets, tensorflowFolder, weightsAddress } from "./vendor-assets.ts";

type Predictor = { readonly kit: ChemKit; readonly backend: Backend; readonly models: ModelSet };
let opened: Promise<Predictor> | null = null;

/** Toolkit, backend and weights are fetched by the first job; a failed load is tried again by the next. */
function openPredictor(): Promise<Predictor> {
  opened ??= loadPredictor().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function loadPredictor(): Promise<Predictor> {
  const [kit, backend, models] = await Promise.all([
    loadChemKit(rdkitAssets()),
    openBackend("wasm", { wasmUrl: tensorflowFolder() }),
    openModels((path) => fetchBytes(weightsAddress(path))),
  ]);
  return { kit, backend, models };
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw workerErrors.create("asset_missing", { path: address, status: response.status });
  return new Uint8Array(await response.arrayBuffer());
}

serve<PredictionProtocol>(self as Port, {
  predict: async ({ smiles, nearest }): Promise<PredictionReply> => {
    const { models, kit, backend } = await openPredictor();
    const [row] = await predict(models, kit, backend, [smiles], { nearest });
    if (row === undefined) throw new Error("the predictor returned no row");
    return row;
  },
  explain: async ({ smiles, endpoint }) => {
    const { models, kit, backend } = await openPredictor();
    const known = endpointIds.find((id) => id === endpoint);
    if (known === undefined) throw new Error(`unknown endpoint ${endpoint}`);
    const { atoms, ...explanation } = unwrap(await explain(models, kit, backend, smiles, known));
    return { ...explanation, atoms: [...atoms] };
  },
  backend: async () => {
    const { backend } = await openPredictor();
    return { name: backend.name, device: backend.device };
  },
});
