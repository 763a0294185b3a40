import { computeFingerprint, tanimoto } from "@qinghao/chemistry";
import { fingerprintKindSchema } from "@qinghao/chemistry/schema";
import { z } from "zod";
import { forEachMolecule } from "./for-each-molecule.ts";
import { defineMethod, type LigandOutcome } from "./method.ts";

const settings = z.object({
  /** How many ligands are picked. */
  picks: z.number().int().positive().max(2000),
  fingerprint: fingerprintKindSchema.default("morgan2"),
});

/**
 * Picks ligands that are unlike one another (MaxMin: Ashton et al. 2002, doi 10.1002/qsar.200290002), from the first
 * ligand on; of equally distant ones the first is taken. The score is the order of picking, from 1; what is not picked
 * does not pass.
 */
export const diversity = defineMethod({
  id: "diversity",
  name: { en: "Diverse selection", zh: "多样性挑选" },
  score: { en: "order of picking", zh: "挑选次序" },
  better: "lower",
  shardSize: "all",
  accelerated: false,
  settings,
  open(kit, { picks, fingerprint }) {
    return (ligands) => {
      const prints: Uint8Array[] = [];
      const outcomes = forEachMolecule(kit, ligands, (mol): LigandOutcome => {
        prints.push(computeFingerprint(mol, fingerprint));
        return { ok: true, score: picks + 1, passes: false };
      });
      // Outcomes of molecules stand in the order of their fingerprints; those that failed have none.
      const readable = outcomes.flatMap((outcome, i) => (outcome.ok ? [i] : []));
      maxMin(prints, picks).forEach((at, order) => {
        outcomes[readable[at]!] = { ok: true, score: order + 1, passes: true };
      });
      return outcomes;
    };
  },
});

/** Indices of at most `picks` fingerprints, each the farthest from those before it. O(picks x count). */
export function maxMin(prints: readonly Uint8Array[], picks: number): number[] {
  const picked: number[] = [];
  const nearest = new Float64Array(prints.length).fill(Number.NEGATIVE_INFINITY);
  for (let next = 0; picked.length < Math.min(picks, prints.length); ) {
    picked.push(next);
    nearest[next] = Number.POSITIVE_INFINITY;
    const last = prints[next]!;
    let best = -1;
    for (let i = 0; i < prints.length; i++) {
      if (nearest[i] === Number.POSITIVE_INFINITY) continue;
      nearest[i] = Math.max(nearest[i]!, tanimoto(prints[i]!, last));
      if (best === -1 || nearest[i]! < nearest[best]!) best = i;
    }
    next = best;
  }
  return picked;
}
