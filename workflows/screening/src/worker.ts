import { cpus } from "node:os";
import { createFolderStore } from "@qinghao/artifacts/node";
import { probeBackends } from "@qinghao/compute/node";
import { wasmDocking, webgpuDocking } from "@qinghao/docking/node";
import type { JobWorker } from "@qinghao/jobs";
import { createMethodScorer } from "./method-scorer.ts";
import { createScreeningWorkers, type ScreeningServices } from "./screening-workers.ts";

/** Shards at once in this process: while one computes, the other reads or writes. */
const cpuSlots = 2;
const gpuSlots = 1;

const cpuName = (): string => cpus()[0]?.model.trim() || "CPU";

/** Workers on the screening queues with every method that this machine can run; the GPU's where WebGPU finds a card. */
export async function createScreeningWorker({
  threads,
  ...services
}: ScreeningServices & { threads: number }): Promise<JobWorker> {
  const artifacts = createFolderStore(services.artifactsDir);
  const card = (await probeBackends()).find(
    ({ name, kind, available }) => name === "webgpu" && kind === "gpu" && available,
  );
  const cpu = createMethodScorer({ threads, artifacts, backend: wasmDocking({ threads }), device: "CPU" });
  const gpu =
    card === undefined
      ? null
      : createMethodScorer({ threads, artifacts, backend: webgpuDocking(), device: card.device ?? card.name });
  return createScreeningWorkers(services, {
    cpu: { scorer: cpu, slots: cpuSlots, device: cpuName() },
    gpu: gpu === null ? null : { scorer: gpu, slots: gpuSlots, device: card?.device ?? "GPU" },
  });
}
