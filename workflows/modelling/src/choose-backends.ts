import type { BackendChoice, BackendName, BackendProbe } from "@qinghao/compute";

/**
 * The backend of each queue; no GPU queue where there is no accelerator, or where a CPU backend was asked for.
 * WebGPU on a processor is a software adapter, good for checking results only: it serves when asked for by name.
 */
export function chooseBackends(
  probes: readonly BackendProbe[],
  wish: BackendChoice,
): { cpu: BackendName; gpu: BackendName | null } {
  const here = probes.filter((probe) => probe.available);
  const onCpu = here.filter((probe) => probe.kind !== "gpu" && probe.name !== "webgpu");
  const onGpu = here.filter((probe) => probe.kind === "gpu");
  const wished = here.find((probe) => probe.name === wish);
  return {
    cpu: wished !== undefined && wished.kind !== "gpu" ? wished.name : (onCpu[0]?.name ?? "cpu"),
    gpu: wish === "auto" || wished?.kind === "gpu" ? ((wished ?? onGpu[0])?.name ?? null) : null,
  };
}
