import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadChemKit } from "@qinghao/chemistry/node";
import { recordOf } from "@qinghao/compute";
import { openBackend, serveThread } from "@qinghao/compute/node";
import { openModels } from "../model/open-models.ts";
import { predict } from "../predict.ts";
import type { PredictorInit, PredictorOutput, PredictorTask } from "./predictor-protocol.ts";

/** A thread of the predictor: its own RDKit, its own backend, the models of the weights folder. */
serveThread<PredictorInit, PredictorTask, PredictorOutput>(async ({ weightsDir, backend: choice }) => {
  const [kit, backend, models] = await Promise.all([
    loadChemKit(),
    openBackend(choice),
    openModels(async (path) => new Uint8Array(await readFile(join(weightsDir, path)))),
  ]);
  return async (task, { signal }) => {
    if (task.kind === "describe") {
      const versions = Object.fromEntries([...models.models].map(([id, model]) => [id, model.manifest.version]));
      return { kind: "described", backend: recordOf(backend), rdkit: kit.version, models: versions };
    }
    const { endpoints, nearest } = task;
    return {
      kind: "predicted",
      rows: await predict(models, kit, backend, task.smiles, { endpoints, nearest, signal }),
    };
  };
});
