import type { BackendChoice } from "@qinghao/compute";
import { probeBackends } from "@qinghao/compute/node";
import type { JobWorker } from "@qinghao/jobs";
import { chooseBackends } from "./choose-backends.ts";
import { createModellingWorkers, type ModellingServices } from "./modelling-workers.ts";
import { createPropertyPredictor } from "./property-predictor.ts";

export type ModellingWorkerEnv = ModellingServices & {
  /** Folder of index.json and the models. */
  weightsDir: string;
  /** Threads of each predictor. */
  threads: number;
  /** `auto`, or the one backend to compute with. */
  backend: BackendChoice;
};

/** Workers on the modelling queues: the CPU's always, the GPU's where this machine has an accelerator. */
export async function createModellingWorker(env: ModellingWorkerEnv): Promise<JobWorker> {
  const backends = chooseBackends(await probeBackends(), env.backend);
  const { weightsDir, threads } = env;
  return createModellingWorkers(env, {
    cpu: createPropertyPredictor({ weightsDir, threads, backend: backends.cpu }),
    gpu: backends.gpu === null ? null : createPropertyPredictor({ weightsDir, threads, backend: backends.gpu }),
  });
}
