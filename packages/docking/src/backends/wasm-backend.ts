import { availableParallelism } from "node:os";
import { createThreadPool, type ThreadPool, threadScript } from "@qinghao/compute/node";
import { isQinghaoError } from "@qinghao/kernel";
import { dockingErrors } from "../errors.ts";
import {
  type Box,
  type DockedLigand,
  type DockingBackend,
  type DockingLigand,
  type DockingReceptor,
  notScored,
  type OpenDocking,
} from "../model.ts";
import { createSearchMemory } from "../search/kernel.ts";
import { selectSite } from "../search/receptor-site.ts";
import type { DockOutput, DockTask, DockThreadStart } from "./dock-tasks.ts";
import { loadSearchKernel } from "./load-search-kernel.ts";
import { mapGroups } from "./map-groups.ts";

/** Rooms beyond one for each thread, for threads that take the place of lost ones. */
const spareRooms = 4;

/** Docking on the processor: ligands are spread over worker threads, which share the grid maps. */
export function wasmDocking({ threads }: { readonly threads?: number } = {}): DockingBackend {
  return { name: "wasm", open: (receptor, box) => openWasm(receptor, box, threads) };
}

async function openWasm(receptor: DockingReceptor, box: Box, threads?: number): Promise<OpenDocking> {
  const { plan: planFor, site } = selectSite(receptor, box);
  if (site.kinds.length === 0) throw dockingErrors.create("site_empty", { receptor: receptor.name });
  const module = await loadSearchKernel();
  const script = threadScript(import.meta.url, "./dock.worker.ts");
  const size = Math.max(1, threads ?? availableParallelism());
  const rooms = size + spareRooms;
  const plan = planFor(rooms);
  const memory = createSearchMemory(plan.bytes);
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const init: DockThreadStart = { module, memory, plan, site, receptor, taken, rooms };
  const pool = createThreadPool<DockTask, DockOutput>({ script, size, init });
  try {
    await pool.run({ kind: "tables" });
  } catch (error) {
    await pool.terminate();
    throw error;
  }
  const readyMaps = new Map<number, Promise<unknown>>();
  const prepareMaps = async (kinds: Uint8Array) => {
    const wanted = [...new Set(kinds)].filter((kind) => kind !== notScored);
    for (const group of mapGroups(wanted, new Set(readyMaps.keys()))) {
      const task = pool.run({ kind: "maps", kinds: group });
      for (const kind of group) readyMaps.set(kind, task);
    }
    await Promise.all(wanted.map((kind) => readyMaps.get(kind)));
  };
  return {
    dock: (ligands, settings, signal) => dockAll(pool, prepareMaps, ligands, settings, signal),
    close: () => pool.terminate(),
  };
}

async function* dockAll(
  pool: ThreadPool<DockTask, DockOutput>,
  prepareMaps: (kinds: Uint8Array) => Promise<void>,
  ...[ligands, settings, signal]: Parameters<OpenDocking["dock"]>
): AsyncGenerator<DockedLigand, void, undefined> {
  const dockOne = async (index: number, ligand: DockingLigand): Promise<DockedLigand> => {
    try {
      await prepareMaps(ligand.kinds);
      const poses = await pool.run({ kind: "dock", ligand, settings }, [], signal);
      if (poses.length > 0) return { ligand: index, poses };
      return { ligand: index, poses, error: dockingErrors.create("no_pose", { name: ligand.name }) };
    } catch (error) {
      if (signal?.aborted || !isQinghaoError(error) || error.code === "compute.pool_closed") throw error;
      return { ligand: index, poses: [], error };
    }
  };
  const flying: Promise<DockedLigand>[] = [];
  let index = 0;
  for await (const ligand of ligands) {
    const result = dockOne(index, ligand);
    // It may fail while an earlier one is awaited; it is thrown when its turn comes.
    result.catch(() => undefined);
    flying.push(result);
    index++;
    if (flying.length >= 2 * pool.size) yield await flying.shift()!;
  }
  for (const result of flying) yield await result;
}
