import { type LigandFeatures, leastScores, packFeatures, unpackFeatures } from "@qinghao/screening/active-learning";
import type { CampaignTools } from "./campaign-tools.ts";
import { featuresKeyOf, readLigands } from "./ligand-shards.ts";

/** Parts that are read at once: their features are computed on the threads where they are not stored yet. */
const partsAtOnce = 4;

export type LearnedPool = {
  /** Artifacts of the pool's parts, in order. */
  keys: readonly string[];
  /** Numbers of the ligands, in the order of the parts. */
  pool: readonly number[];
  /** By number of the ligand; null where it has none. */
  scores: ReadonlyMap<number, number | null>;
  seed: number;
};

/**
 * Scores that a surrogate expects of the ligands of a pool, in their order; NaN for those without features. It learns from
 * the scores there are; null where there are too few of them. The features of a part are computed once and stored beside it; at any time few parts and the
 * features of what was scored are in memory.
 */
export async function expectPool(
  tools: CampaignTools,
  { keys, pool, scores, seed }: LearnedPool,
  signal: AbortSignal,
): Promise<Float64Array | null> {
  if (scores.size < leastScores) return null;
  const { surrogate } = tools.scorer;
  const known: LigandFeatures[] = [];
  const values: number[] = [];
  let at = 0;
  for await (const ligands of overParts(tools, keys, unpackFeatures, signal)) {
    for (const ligand of ligands) {
      const score = scores.get(pool[at++]!);
      if (ligand === null || score === undefined || score === null) continue;
      known.push(copyOf(ligand));
      values.push(score);
    }
  }
  if (known.length < leastScores) return null;
  const learned = await surrogate.learn(packFeatures(known), Float64Array.from(values), seed, signal);
  const expected = new Float64Array(pool.length);
  const expect = (features: Uint8Array) => surrogate.expect(learned, features, signal);
  at = 0;
  for await (const part of overParts(tools, keys, expect, signal)) {
    expected.set(part, at);
    at += part.length;
  }
  return expected;
}

/** What `use` makes of the packed features of each part, in order; of a few parts at once. */
async function* overParts<T>(
  tools: CampaignTools,
  keys: readonly string[],
  use: (features: Uint8Array) => T,
  signal: AbortSignal,
): AsyncIterable<Awaited<T>> {
  for (let from = 0; from < keys.length; from += partsAtOnce) {
    signal.throwIfAborted();
    const wave = keys.slice(from, from + partsAtOnce);
    yield* await Promise.all(wave.map(async (key) => use(await featuresOfPart(tools, key, signal))));
  }
}

async function featuresOfPart({ artifacts, scorer }: CampaignTools, key: string, signal: AbortSignal) {
  const featuresKey = featuresKeyOf(key);
  if ((await artifacts.stat(featuresKey)) !== null) return artifacts.get(featuresKey);
  const ligands = await readLigands(artifacts, key);
  const features = await scorer.surrogate.features(
    ligands.map(({ smiles }) => smiles),
    signal,
  );
  await artifacts.put(featuresKey, features);
  return features;
}

/** The features alone, without the rest of the part that they lie in. */
const copyOf = ({ counts, properties }: LigandFeatures): LigandFeatures => ({
  counts: { index: counts.index.slice(), count: counts.count.slice() },
  properties: properties.slice(),
});
