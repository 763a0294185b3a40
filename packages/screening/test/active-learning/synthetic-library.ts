import { createRng } from "@qinghao/kernel";
import type { LigandFeatures } from "../../src/active-learning/index.ts";

export const featuresOf = (counts: readonly number[], properties: readonly number[]): LigandFeatures => {
  const index = Uint32Array.from([...counts.keys()].filter((place) => counts[place]! > 0));
  return {
    counts: { index, count: Uint16Array.from(index, (place) => counts[place]!) },
    properties: Float64Array.from(properties),
  };
};

/** Ligands whose score falls with some environments and with the first property, plus noise. */
export function syntheticLibrary(rows: number, seed: number): { ligands: LigandFeatures[]; scores: Float64Array } {
  const rng = createRng(seed);
  const effects = Array.from({ length: 40 }, () => rng.normal());
  const scores = new Float64Array(rows);
  const ligands = scores.reduce<LigandFeatures[]>((all, _, row) => {
    const counts = effects.map(() => (rng.next() < 0.25 ? 1 + rng.int(3) : 0));
    const size = rng.normal();
    const sum = counts.reduce((total, count, place) => total + count * effects[place]!, 0);
    scores[row] = -7 - 0.4 * sum - 0.8 * size + 0.3 * rng.normal();
    all.push(featuresOf(counts, [size, rng.normal()]));
    return all;
  }, []);
  return { ligands, scores };
}
