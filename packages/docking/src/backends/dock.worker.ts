import { setImmediate } from "node:timers/promises";
import { serveThread } from "@qinghao/compute/thread";
import { createPoseScorers } from "../scoring/index.ts";
import { startSearchKernel } from "../search/kernel.ts";
import { computeMaps, writeSite } from "../search/receptor-site.ts";
import { searchLigand } from "../search/search-ligand.ts";
import type { DockOutput, DockTask, DockThreadStart } from "./dock-tasks.ts";

serveThread<DockThreadStart, DockTask, DockOutput>(async ({ module, memory, plan, site, receptor, taken, rooms }) => {
  const index = Atomics.add(taken, 0, 1);
  if (index >= rooms) throw new Error("Too many docking threads were lost and replaced");
  const room = plan.rooms + index * plan.roomBytes;
  const kernel = await startSearchKernel(module, memory);
  const at = { kernel, memory: memory.buffer, plan, scorers: createPoseScorers(receptor), room };
  return async (task, { signal }) => {
    if (task.kind === "tables") writeSite(memory.buffer, plan, site);
    else if (task.kind === "maps") computeMaps(kernel, memory.buffer, plan, site, task.kinds, room);
    else {
      return searchLigand(at, task.ligand, task.settings, async () => {
        // Lets a cancel come in.
        await setImmediate();
        signal.throwIfAborted();
      });
    }
    return [];
  };
});
