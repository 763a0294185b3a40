import { type OpenGpu, openGpu } from "@qinghao/compute/node";
import { isQinghaoError } from "@qinghao/kernel";
import { dockingErrors } from "../../errors.ts";
import {
  type Box,
  type DockedLigand,
  type DockingBackend,
  type DockingLigand,
  type DockingReceptor,
  notScored,
  type OpenDocking,
  type Pose,
  type SearchSettings,
} from "../../model.ts";
import { atomKindCount, createScorer } from "../../scoring/index.ts";
import { descentSeed } from "../../search/descent-seed.ts";
import { createSearchMemory, startSearchKernel } from "../../search/kernel.ts";
import { functionBytes } from "../../search/pair-functions.ts";
import { computeMaps, mapAddress, type SiteAtoms, selectSite, writeSite } from "../../search/receptor-site.ts";
import { bindLigand, openSearch, refineCandidates, type SearchRoom } from "../../search/search-ligand.ts";
import { loadSearchKernel } from "../load-search-kernel.ts";
import { mapGroups } from "../map-groups.ts";
import { apartCandidates, dropWorseHalves } from "./chain-groups.ts";
import { type ChainSettings, GpuChains, type GpuSite, openGpuSite } from "./gpu-chains.ts";
import { freedomOf, packLigand } from "./pack-ligand.ts";

export interface WebgpuOptions {
  /** Whether a software adapter will do, to check results where there is no card. */
  readonly software?: boolean;
  /** Chains for each of `exhaustiveness`, a multiple of 16; default 64. */
  readonly chains?: number;
}

/**
 * The race of each group of chains: heats, and the steps of the first for each degree of freedom; each next is twice
 * as long.
 */
const heats = 4;
const firstHeat = 0.5;
const stepsPerDispatch = 8;
export const gpuTuning: Omit<ChainSettings, "seed"> = { iterations: 20, temperature: 1.2, wall: 20 };

/**
 * Docking on a graphics card: many short chains at a time, one ligand after the other. Maps and the last refinement
 * are made by the WebAssembly kernel. Main thread only.
 */
export function webgpuDocking({ software = false, chains = 64 }: WebgpuOptions = {}): DockingBackend {
  return { name: "webgpu", open: (receptor, box) => openWebgpu(receptor, box, software, chains) };
}

async function openWebgpu(
  receptor: DockingReceptor,
  box: Box,
  software: boolean,
  perRun: number,
): Promise<OpenDocking> {
  const { plan: planFor, site } = selectSite(receptor, box);
  if (site.kinds.length === 0) throw dockingErrors.create("site_empty", { receptor: receptor.name });
  const plan = planFor(1);
  const gpu = await openGpu({ software });
  const mapBytes = plan.mapBytes * atomKindCount;
  if (mapBytes > Math.min(gpu.device.limits.maxStorageBufferBindingSize, gpu.device.limits.maxBufferSize)) {
    gpu.close();
    throw dockingErrors.create("box_too_large", { size: box.size.join(" x ") });
  }
  const memory = createSearchMemory(plan.bytes);
  writeSite(memory.buffer, plan, site);
  const kernel = await startSearchKernel(await loadSearchKernel(), memory);
  const room: SearchRoom = {
    kernel,
    memory: memory.buffer,
    plan,
    scorer: createScorer(receptor, "vina"),
    room: plan.rooms,
  };
  const functions = atomKindCount ** 2 * functionBytes;
  const onDevice = await openGpuSite(gpu.device, plan, functions, mapBytes);
  gpu.device.queue.writeBuffer(
    onDevice.functions,
    0,
    new Uint8Array(memory.buffer, plan.bentFunctions, functions).slice(),
  );
  const ready = new Set<number>();
  return {
    dock: (ligands, settings, signal) => dockAll(gpu, room, onDevice, site, ready, perRun, ligands, settings, signal),
    close: async () => gpu.close(),
  };
}

async function* dockAll(
  gpu: OpenGpu,
  room: SearchRoom,
  onDevice: GpuSite,
  site: SiteAtoms,
  ready: Set<number>,
  perRun: number,
  ...[ligands, settings, signal]: Parameters<OpenDocking["dock"]>
): AsyncGenerator<DockedLigand, void, undefined> {
  let index = 0;
  for await (const ligand of ligands) {
    try {
      sendMaps(gpu.device, room, onDevice, site, ready, ligand);
      const poses = await dockOne(room, onDevice, perRun, ligand, settings, signal);
      if (poses.length === 0) throw dockingErrors.create("no_pose", { name: ligand.name });
      yield { ligand: index, poses };
    } catch (error) {
      if (signal?.aborted || !isQinghaoError(error)) throw error;
      yield { ligand: index, poses: [], error };
    }
    index++;
  }
}

/** Computes the maps that a ligand needs and that are not there yet, and sends them to the device. */
function sendMaps(
  device: GPUDevice,
  { kernel, memory, plan, room }: SearchRoom,
  onDevice: GpuSite,
  site: SiteAtoms,
  ready: Set<number>,
  ligand: DockingLigand,
): void {
  const wanted = [...new Set(ligand.kinds)].filter((kind) => kind !== notScored);
  for (const group of mapGroups(wanted, ready)) {
    computeMaps(kernel, memory, plan, site, group, room);
    for (const kind of group) {
      // The device takes no shared memory.
      const map = new Uint8Array(memory, mapAddress(plan, kind), plan.mapBytes).slice();
      device.queue.writeBuffer(onDevice.maps, mapAddress(plan, kind) - plan.maps, map);
      ready.add(kind);
    }
  }
}

async function dockOne(
  room: SearchRoom,
  onDevice: GpuSite,
  perRun: number,
  ligand: DockingLigand,
  settings: SearchSettings,
  signal?: AbortSignal,
): Promise<readonly Pose[]> {
  const search = openSearch(ligand);
  const place = bindLigand(room, search);
  const packed = packLigand(room.memory, room.plan, search, place);
  const chains = new GpuChains(onDevice, packed, perRun * settings.exhaustiveness);
  const tuning = { ...gpuTuning, seed: descentSeed(ligand, settings.seed, 0)[0]! };
  const found: Float32Array[] = [];
  try {
    let first = 0;
    for (let heat = 0; heat < heats; heat++) {
      let left = Math.ceil(firstHeat * packed.mobility.length) << heat;
      for (; left > 0; left -= stepsPerDispatch) {
        const steps = Math.min(left, stepsPerDispatch);
        chains.run(steps, first, tuning);
        first += steps;
        await onDevice.device.queue.onSubmittedWorkDone();
        signal?.throwIfAborted();
      }
      const [current, best] = [await chains.read(packed.currentWord), await chains.read(packed.bestWord)];
      found.push(...best);
      const order = dropWorseHalves(best);
      chains.write(
        packed.currentWord,
        order.map((chain) => current[chain]!),
      );
      chains.write(
        packed.bestWord,
        order.map((chain) => best[chain]!),
      );
    }
  } finally {
    chains.close();
  }
  const candidates = found.sort((a, b) => a[0]! - b[0]!).map(freedomOf);
  return refineCandidates(room, search, place, apartCandidates(search, candidates, settings), settings);
}
