import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadChemKit } from "@qinghao/chemistry/node";
import type { BackendChoice } from "@qinghao/compute";
import { openBackend } from "@qinghao/compute/node";
import { type EndpointId, endpoints } from "../endpoints/registry.ts";
import { openModels } from "../model/open-models.ts";
import type { Manifest } from "../schema.ts";
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
  /** True when the data are the manifest's (checksums) and every error measure agrees within 1e-3. */
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
  const models = await openModels(async (path) => new Uint8Array(await readFile(join(weightsDir, path))), [endpoint]);
  const model = models.get(endpoint);
  const backend = await openBackend(options.backend ?? "auto");
  try {
    const test = await scoreTest(model, await loadChemKit(), backend, data.test);
    const stated = model.manifest.test;
    const { sha256 } = model.manifest.dataset;
    const sameData = sha256.trainVal === data.sha256.trainVal && sha256.test === data.sha256.test;
    const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-3;
    const agrees =
      close(test.meanMae, stated.meanMae) &&
      close(test.ensemble.mae.value, stated.ensemble.mae.value) &&
      close(test.ensemble.rmse, stated.ensemble.rmse) &&
      close(test.ensemble.coverage, stated.ensemble.coverage);
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
