import { createRng } from "@qinghao/kernel";

/** Fewer scores than this teach nothing; the next batch is then drawn as the first one is. */
export const leastScores = 10;

/** So many of the open ligands, drawn without replacement. */
export const drawBatch = (open: readonly number[], size: number, seed: number): number[] =>
  createRng(seed)
    .shuffle([...open])
    .slice(0, size);

/**
 * So many of the open ligands, the most promising first; of equal ones the first.
 * @param worth of each open ligand, in their order; greater is better
 */
export function mostPromising(open: readonly number[], worth: ArrayLike<number>, size: number): number[] {
  // Only what reaches the worth of the last one is put in order: a pool may hold millions.
  const cut = Float64Array.from(worth).sort().at(-size) ?? Number.NEGATIVE_INFINITY;
  return [...open.keys()]
    .filter((place) => worth[place]! >= cut)
    .sort((a, b) => worth[b]! - worth[a]! || a - b)
    .slice(0, size)
    .map((place) => open[place]!);
}

/**
 * How a share of some ligands is divided into batches: at least one ligand, and no batch without any.
 * @param fraction above 0 and below 1
 */
export function divideShare(
  ligands: number,
  { fraction, batches }: { fraction: number; batches: number },
): { target: number; batches: number } {
  const target = Math.min(ligands, Math.max(1, Math.round(fraction * ligands)));
  return { target, batches: Math.min(batches, target) };
}

/** How many ligands are chosen when batch `batch`, from 0, has been. */
export const chosenAfter = ({ target, batches }: { target: number; batches: number }, batch: number): number =>
  Math.round((target * (batch + 1)) / batches);
