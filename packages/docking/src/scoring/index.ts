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
export { pairTerms } from "./terms/index.ts";
export type { PairTerm } from "./terms/pair-term.ts";
export { torsionWeight, withTorsionalEntropy } from "./terms/torsional-entropy.ts";
