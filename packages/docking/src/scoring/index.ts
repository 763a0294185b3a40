export { createPoseScorers, type PoseScorers, rankByConsensus } from "./consensus.ts";
export type { ScoringFunction } from "./functions/scoring-function.ts";
export { vina } from "./functions/vina.ts";
export { vinardo } from "./functions/vinardo.ts";
export {
  type AtomKind,
  type AtomSurroundings,
  atomKindCount,
  atomKinds,
  hydrogenBondPairs,
  hydrophobicPairs,
  kindOf,
  kindRadii,
} from "./kinds.ts";
export {
  curl,
  type DistanceRounding,
  energyCeiling,
  pairCutoffAngstrom,
  pairEnergy,
  pairSlope,
} from "./pair-energy.ts";
export { createScorer, intramolecularEnergy, type PoseScore, type Scorer } from "./score.ts";
export type { PairTerm } from "./terms/pair-term.ts";
export { torsionWeight, withTorsionalEntropy } from "./terms/torsional-entropy.ts";
