import { dropWorseHalves } from "./chain-groups.ts";
import { type ChainSettings, GpuChains, type GpuSite, submitTogether } from "./gpu-chains.ts";
import type { PackedLigand } from "./pack-ligand.ts";

/** One shape of one ligand: what its chains need, and what they found. */
export interface GpuJob {
  readonly packed: PackedLigand;
  readonly seed: number;
  /** Best pose of each chain after each heat, energies first. */
  readonly found: Float32Array[];
}

/**
 * The race of each group of chains: heats, and the steps of the first for each degree of freedom; each next is twice
 * as long.
 */
const heats = 4;
const firstHeat = 0.5;
const stepsPerDispatch = 8;

/**
 * Runs the chains of several ligands at a time: each submission holds the next steps of all that have steps left. What a
 * ligand's chains find does not depend on what else is in the batch.
 * @param chains how many for each job
 */
export async function runBatch(
  site: GpuSite,
  jobs: readonly GpuJob[],
  chains: number,
  tuning: Omit<ChainSettings, "seed">,
  signal?: AbortSignal,
): Promise<void> {
  const running = jobs.map((job) => ({ job, chains: new GpuChains(site, job.packed, chains), done: 0 }));
  try {
    for (let heat = 0; heat < heats; heat++) {
      const ends = running.map(({ job, done }) => done + (Math.ceil(firstHeat * job.packed.mobility.length) << heat));
      while (running.some(({ done }, at) => done < ends[at]!)) {
        submitTogether(site, (pass) => {
          for (const [at, run] of running.entries()) {
            const steps = Math.min(ends[at]! - run.done, stepsPerDispatch);
            if (steps === 0) continue;
            run.chains.run(pass, steps, run.done, { ...tuning, seed: run.job.seed });
            run.done += steps;
          }
        });
        await site.device.queue.onSubmittedWorkDone();
        signal?.throwIfAborted();
      }
      await Promise.all(running.map(({ job, chains: own }) => endHeat(job, own)));
    }
  } finally {
    for (const { chains: own } of running) own.close();
  }
}

/** Notes the best poses of the chains, and has the worse ones go on from the better. */
async function endHeat({ packed, found }: GpuJob, chains: GpuChains): Promise<void> {
  const [current, best] = await Promise.all([chains.read(packed.currentWord), chains.read(packed.bestWord)]);
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
