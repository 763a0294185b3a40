import { type ChemKit, type StandardMolecule, summarise, withStandardMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { openBackend, serveThread } from "@qinghao/compute/node";
import { isQinghaoError, type QinghaoError, type Result } from "@qinghao/kernel";
import { openModels, type PredictionRow, predict } from "@qinghao/properties";
import { cliErrors } from "../errors.ts";
import type { RowOutput, RowResult, RowTask, RowThreadInit } from "./row-task.ts";
import { readWeights } from "./weights.ts";

/** One thread: its own toolkit, models and engine. Standardises each structure and predicts its parent. */
serveThread<RowThreadInit, RowTask, RowOutput>(async ({ weightsDir, backend: choice, endpoints }) => {
  const [kit, models, backend] = await Promise.all([
    loadChemKit(),
    openModels(readWeights(weightsDir), endpoints),
    openBackend(choice),
  ]);
  return async (task) => {
    const parents = task.structures.map((structure) => parentOf(kit, structure));
    const known = parents.flatMap((parent) => (parent.ok ? [parent.value.smiles] : []));
    const predicted = await predict(models, kit, backend, known, { endpoints, nearest: 0 });
    let next = 0;
    const rows = parents.map((parent) =>
      parent.ok ? resultOf(parent.value, predicted[next++]) : refused(parent.error),
    );
    return { rows, device: backend.device };
  };
});

/** A structure that the toolkit trips over is that row's failure, never the batch's. */
function parentOf(kit: ChemKit, structure: string): Result<StandardMolecule, QinghaoError> {
  try {
    const found = withStandardMolecule(kit, structure, summarise);
    return found.ok ? found.value : found;
  } catch (error) {
    const known = isQinghaoError(error) ? error : cliErrors.create("row.failed", {}, error);
    return { ok: false, error: known };
  }
}

const refused = ({ user }: QinghaoError): RowResult => ({ smiles: "", inchikey: "", ok: false, reason: user });

function resultOf({ smiles, inchikey }: StandardMolecule, row: PredictionRow | undefined): RowResult {
  if (row === undefined) return { smiles, inchikey, ok: false, reason: cliErrors.create("row.failed").user };
  if (!row.ok) return { smiles, inchikey, ok: false, reason: row.error.message };
  const values = Object.fromEntries(
    Object.entries(row.values).map(([id, { value, lo, hi, inDomain }]) => [id, { value, lo, hi, inDomain }]),
  );
  return { smiles, inchikey, ok: true, values };
}
