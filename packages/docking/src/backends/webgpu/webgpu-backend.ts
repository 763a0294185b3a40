import { openGpu } from "@qinghao/compute/node";
import { err, isQinghaoError, ok, type QinghaoError, type Result } from "@qinghao/kernel";
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
import { atomKindCount, createPoseScorers } from "../../scoring/index.ts";
import { descentSeed } from "../../search/descent-seed.ts";
import { createSearchMemory, startSearchKernel } from "../../search/kernel.ts";
import { functionBytes } from "../../search/pair-functions.ts";
import { computeMaps, mapAddress, type SiteAtoms, selectSite, writeSite } from "../../search/receptor-site.ts";
import { bindLigand, openSearch, refineCandidates, type SearchRoom, shapesOf } from "../../search/search-ligand.ts";
import { loadSearchKernel } from "../load-search-kernel.ts";
import { mapGroups } from "../map-groups.ts";
import { apartCandidates } from "./chain-groups.ts";
import { type ChainSettings, type GpuSite, openGpuSite } from "./gpu-chains.ts";
import { batchesOfLikeSize, windowsOf } from "./like-size.ts";
import { freedomOf, packLigand } from "./pack-ligand.ts";
import { type GpuJob, runBatch } from "./run-batch.ts";

export interface WebgpuOptions {
  /** Whether a software adapter will do, to check results where there is no card. */
  readonly software?: boolean;
  /** Chains for each of `exhaustiveness`, a multiple of 16; default 64. */
  readonly chains?: number;
  /** Ligands whose chains run at a time, to fill the card; default 16. Poses do not depend on it. */
  readonly batch?: number;
}

/** So many batches of ligands are read ahead, so that those of like size can be put together. */
const batchesAhead = 4;

export const gpuTuning: Omit<ChainSettings, "seed"> = { iterations: 20, temperature: 1.2, wall: 20 };

/**
 * Docking on a graphics card: many short chains at a time, of several ligands of like size. Maps and the last refinement
 * are made by the WebAssembly kernel. Main thread only.
 */
export function webgpuDocking({ software = false, chains = 64, batch = 16 }: WebgpuOptions = {}): DockingBackend {
  return { name: "webgpu", open: (receptor, box) => openWebgpu(receptor, box, { software, chains, batch }) };
}

async function openWebgpu(
  receptor: DockingReceptor,
  box: Box,
  { software, chains, batch }: Required<WebgpuOptions>,
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
    scorers: createPoseScorers(receptor),
    room: plan.rooms,
  };
  const functions = atomKindCount ** 2 * functionBytes;
  const onDevice = await openGpuSite(gpu.device, plan, functions, mapBytes);
  gpu.device.queue.writeBuffer(
    onDevice.functions,
    0,
    new Uint8Array(memory.buffer, plan.bentFunctions, functions).slice(),
  );
  const open: OpenGpuDocking = { device: gpu.device, room, onDevice, site, ready: new Set(), chains, batch };
  return {
    dock: (ligands, settings, signal) => dockAll(open, ligands, settings, signal),
    close: async () => gpu.close(),
  };
}

/** What stays while a receptor is open. */
interface OpenGpuDocking {
  readonly device: GPUDevice;
  readonly room: SearchRoom;
  readonly onDevice: GpuSite;
  readonly site: SiteAtoms;
  /** Kinds whose maps are on the device. */
  readonly ready: Set<number>;
  readonly chains: number;
  readonly batch: number;
}

async function* dockAll(
  open: OpenGpuDocking,
  ...[ligands, settings, signal]: Parameters<OpenDocking["dock"]>
): AsyncGenerator<DockedLigand, void, undefined> {
  let index = 0;
  for await (const window of windowsOf(ligands, open.batch * batchesAhead)) {
    const begun = window.map((ligand) => failing(signal, () => beginLigand(open, ligand, settings)));
    const jobs = begun.flatMap((one) => (one.ok ? one.value : []));
    const sizeOf = ({ packed }: GpuJob) => packed.mobility.length * (packed.atoms.length + packed.pairs.length);
    for (const batch of batchesOfLikeSize(jobs, sizeOf, open.batch))
      await runBatch(open.onDevice, batch, open.chains * settings.exhaustiveness, gpuTuning, signal);
    for (const [at, one] of begun.entries()) {
      const ended = one.ok ? failing(signal, () => endLigand(open, window[at]!, one.value, settings)) : one;
      if (ended.ok) yield { ligand: index, poses: ended.value };
      else yield { ligand: index, poses: [], error: ended.error };
      index++;
      signal?.throwIfAborted();
    }
  }
}

/** What went wrong with one ligand; anything else is thrown. */
function failing<T>(signal: AbortSignal | undefined, run: () => T): Result<T, QinghaoError> {
  try {
    return ok(run());
  } catch (error) {
    if (signal?.aborted || !isQinghaoError(error)) throw error;
    return err(error);
  }
}

/** The chains of each shape of a ligand. Its maps are sent to the device. */
function beginLigand(open: OpenGpuDocking, ligand: DockingLigand, { seed }: SearchSettings): GpuJob[] {
  const { room } = open;
  sendMaps(open, ligand);
  return shapesOf(ligand).map((shape, index) => {
    const search = openSearch(shape);
    const packed = packLigand(room.memory, room.plan, search, bindLigand(room, search));
    return { packed, seed: descentSeed(ligand, seed, index)[0]!, found: [] };
  });
}

/** Refines, scores and ranks what the chains found. */
function endLigand(
  { room }: OpenGpuDocking,
  ligand: DockingLigand,
  jobs: readonly GpuJob[],
  settings: SearchSettings,
): readonly Pose[] {
  let free = room.room;
  const candidates = shapesOf(ligand).flatMap((shape, index) => {
    const search = openSearch(shape);
    const place = bindLigand(room, search, free);
    free = place.end;
    return jobs[index]!.found.map((pose) => ({ energy: pose[0]!, freedom: freedomOf(pose), search, place }));
  });
  candidates.sort((a, b) => a.energy - b.energy);
  const poses = refineCandidates(room, apartCandidates(candidates, settings), ligand, settings);
  if (poses.length === 0) throw dockingErrors.create("no_pose", { name: ligand.name });
  return poses;
}

/** Computes the maps that a ligand needs and that are not there yet, and sends them to the device. */
function sendMaps({ device, room, onDevice, site, ready }: OpenGpuDocking, ligand: DockingLigand): void {
  const { kernel, memory, plan } = room;
  const wanted = [...new Set(ligand.kinds)].filter((kind) => kind !== notScored);
  for (const group of mapGroups(wanted, ready)) {
    computeMaps(kernel, memory, plan, site, group, room.room);
    for (const kind of group) {
      // The device takes no shared memory.
      const map = new Uint8Array(memory, mapAddress(plan, kind), plan.mapBytes).slice();
      device.queue.writeBuffer(onDevice.maps, mapAddress(plan, kind) - plan.maps, map);
      ready.add(kind);
    }
  }
}
