import { loadSearchKernel } from "../../src/backends/load-search-kernel.ts";
import type { Box, DockingReceptor } from "../../src/index.ts";
import { createPoseScorers } from "../../src/scoring/index.ts";
import { createSearchMemory, startSearchKernel } from "../../src/search/kernel.ts";
import { bindSite, computeMaps, selectSite, writeSite } from "../../src/search/receptor-site.ts";
import type { SearchRoom } from "../../src/search/search-ligand.ts";

/** A site with the maps of some kinds, in this thread. */
export async function openRoom(receptor: DockingReceptor, box: Box, kinds: readonly number[]): Promise<SearchRoom> {
  const { plan: planFor, site } = selectSite(receptor, box);
  const plan = planFor(1);
  const memory = createSearchMemory(plan.bytes);
  writeSite(memory.buffer, plan, site);
  const kernel = await startSearchKernel(await loadSearchKernel(), memory);
  bindSite(kernel, plan);
  for (let from = 0; from < kinds.length; from += 4)
    computeMaps(kernel, memory.buffer, plan, site, kinds.slice(from, from + 4), plan.rooms);
  return { kernel, memory: memory.buffer, plan, scorers: createPoseScorers(receptor), room: plan.rooms };
}
