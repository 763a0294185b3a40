/** Weight of one rotatable bond. Source: Trott & Olson 2010, table 1. */
export const torsionWeight = 0.05846;

/**
 * Energy of binding left once the rotatable bonds are frozen, kcal/mol: E / (1 + w N).
 * @param torsions rotatable bonds as `DockingLigand.torsions` counts them
 */
export const withTorsionalEntropy = (energy: number, torsions: number, weight = torsionWeight): number =>
  energy / (1 + weight * torsions);
