import { efforts, type MethodId, type StageDraft } from "./stage-draft.ts";

/**
 * Ligands a second on one core, of the order of magnitude. Descriptors and fingerprints: parsing takes most of it
 * (`npm run bench -- descriptors`). Shape: conformers take most of it (`npm run bench -- shape`). Rescoring: reading poses
 * and checking them.
 */
const usualRate: Readonly<Record<Exclude<MethodId, "docking">, number>> = {
  "property-filter": 1500,
  similarity: 900,
  pharmacophore: 900,
  shape: 12,
  rescoring: 8,
  "cluster-representatives": 900,
  diversity: 900,
};

/**
 * Seconds that docking takes of one core for a ligand: 34 ligands a minute at exhaustiveness 8, five times that at 1
 * (packages/docking/bench/redocking.results.json), and as a straight line between and beyond.
 */
export function dockingSeconds(exhaustiveness: number): number {
  const [atOne, atEight] = [60 / (5 * 34), 60 / 34];
  return atOne + ((atEight - atOne) * (exhaustiveness - 1)) / 7;
}

/**
 * Seconds of one core that active learning takes besides the docking: for each ligand its features, and in each batch after
 * the first what is expected of it; for each score that is learned from.
 */
const learningSeconds = { features: 0.0013, expected: 0.0001, learned: 0.0007 };

const secondsEach = (stage: StageDraft): number =>
  stage.method === "docking" ? dockingSeconds(efforts[stage.effort]) : 1 / usualRate[stage.method];

/** Seconds of one core that a campaign takes at the usual rates, when each stage gets as many ligands as it can. */
export function secondsOf(stages: readonly StageDraft[], ligands: number): number {
  let incoming = ligands;
  let seconds = 0;
  for (const stage of stages) {
    const learning = stage.method === "docking" ? stage.learning : null;
    if (learning !== null) {
      seconds += incoming * (learningSeconds.features + (learning.batches - 1) * learningSeconds.expected);
      incoming = Math.max(Math.min(1, incoming), Math.round((incoming * learning.percent) / 100));
      // A batch learns from all before it: on average, from half of the scores.
      seconds += ((learning.batches - 1) / 2) * incoming * learningSeconds.learned;
    }
    seconds += incoming * secondsEach(stage);
    incoming = Math.min(incoming, stage.atMost ?? incoming, stage.method === "diversity" ? stage.picks : incoming);
  }
  return seconds;
}
