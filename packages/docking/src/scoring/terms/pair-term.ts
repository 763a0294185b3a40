/**
 * One additive part of the energy between two atoms, before its weight. Several parts of one function are sums over the
 * same pairs, so that a kernel may tabulate their weighted sum for each pair of kinds.
 */
export interface PairTerm {
  readonly id: string;
  /** kcal/mol */
  readonly weight: number;
  /**
   * @param first  kind of one atom
   * @param second kind of the other; the energy is the same with the two exchanged
   * @param gap    distance of the two centres minus the sum of the two radii, Å; negative where they overlap
   */
  energy(first: number, second: number, gap: number): number;
  /** Derivative of `energy` by `gap`. */
  slope(first: number, second: number, gap: number): number;
}
