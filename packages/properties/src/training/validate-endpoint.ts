import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadChemKit } from "@qinghao/chemistry/node";
import type { BackendChoice } from "@qinghao/compute";
import { openBackend } from "@qinghao/compute/node";
import { type EndpointId, endpoints } from "../endpoints/registry.ts";
import { openModels } from "../model/open-models.ts";
import { readEvaluation } from "../model/read-evaluation.ts";
import type { Manifest, ScoredRows } from "../schema.ts";
import { scoreTest } from "./score-test.ts";
import { readEndpointData } from "./train-endpoint.ts";

export type Validation = {
  readonly endpoint: EndpointId;
  readonly version: string;
  /** Of the training code, as the manifest states it. */
  readonly commit: string;
  /** As scored now. */
  readonly test: Manifest["test"];
  /** As the manifest states it. */
  readonly stated: Manifest["test"];
  /** True when the data are the manifest's (checksums), and every error measure and every row's value agrees within 1e-3. */
  readonly reproduced: boolean;
  readonly sameData: boolean;
};

/**
 * Scores shipped weights on the test set again.
 * @throws `properties.dataset_missing`, `properties.weights_missing`, `properties.weights_corrupt`
 */
export async function validateEndpoint(options: {
  readonly endpoint: EndpointId;
  readonly weightsDir: string;
  readonly dataDir: string;
  readonly backend?: BackendChoice;
}): Promise<Validation> {
  const { endpoint, weightsDir } = options;
  const declaration = endpoints.find((one) => one.id === endpoint)!;
  const data = await readEndpointData(options.dataDir, declaration.evidence.folder);
  const load = async (path: string) => new Uint8Array(await readFile(join(weightsDir, path)));
  const models = await openModels(load, [endpoint]);
  const model = models.get(endpoint);
  const backend = await openBackend(options.backend ?? "auto");
  try {
    const { test, rows } = await scoreTest(model, await loadChemKit(), backend, data.test);
    const stated = model.manifest.test;
    const { sha256 } = model.manifest.dataset;
    const sameData = sha256.trainVal === data.sha256.trainVal && sha256.test === data.sha256.test;
    const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-3;
    const agrees =
      close(test.meanMae, stated.meanMae) &&
      close(test.ensemble.mae.value, stated.ensemble.mae.value) &&
      close(test.ensemble.rmse, stated.ensemble.rmse) &&
      close(test.ensemble.coverage, stated.ensemble.coverage) &&
      sameRows(rows, (await readEvaluation(load, model.manifest)).test);
    return {
      endpoint,
      version: model.manifest.version,
      commit: model.manifest.commit,
      test,
      stated,
      reproduced: sameData && agrees,
      sameData,
    };
  } finally {
    await backend.dispose();
  }
}

/** Values are stored to 0.001, so that two honest roundings may differ by one step and a little. */
const rowTolerance = 2e-3;

const sameRows = (now: ScoredRows, stated: ScoredRows): boolean =>
  now.row.length === stated.row.length &&
  now.row.every(
    (row, i) =>
      row === stated.row[i] &&
      Math.abs(now.value[i]! - stated.value[i]!) <= rowTolerance &&
      Math.abs(now.expected[i]! - stated.expected[i]!) <= rowTolerance,
  );
