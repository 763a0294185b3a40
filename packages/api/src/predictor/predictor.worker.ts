import { type ChemKit, standardise } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { openBackend, serveThread } from "@qinghao/compute/node";
import { toWireError } from "@qinghao/kernel";
import { explain, openModels, predict } from "@qinghao/properties";
import { readWeights } from "../weights.ts";
import type { PredictorInit, PredictorOutput, PredictorTask } from "./predictor-task.ts";

/** The server's thread for predictions that are answered at once, so that other requests never wait for them. */
serveThread<PredictorInit, PredictorTask, PredictorOutput>(async ({ weightsDir, backend: choice }) => {
  const load = readWeights(weightsDir);
  const [kit, models, backend] = await Promise.all([loadChemKit(), openModels(load), openBackend(choice)]);
  return async (task, { signal }) => {
    if (task.kind === "predict") {
      const parents = task.smiles.map((smiles) => parentOf(kit, smiles));
      const rows = await predict(models, kit, backend, parents, { endpoints: task.endpoints, signal });
      return { kind: "predict", rows: rows.map((row, at) => ({ ...row, smiles: task.smiles[at]! })) };
    }
    const { smiles, endpoint } = task;
    const found = await explain(models, kit, backend, smiles, endpoint);
    if (!found.ok) return { kind: "explain", result: { ok: false, error: toWireError(found.error) } };
    const { atoms, ...rest } = found.value;
    return { kind: "explain", result: { ok: true, value: { ...rest, endpoint, atoms: [...atoms] } } };
  };
});

/** A run predicts registered parents, so an answer given at once does too; what cannot be read is left to `predict`. */
function parentOf(kit: ChemKit, smiles: string): string {
  const parent = standardise(kit, smiles);
  return parent.ok ? parent.value.smiles : smiles;
}
