import { computeFingerprint, tanimoto, withMolecule } from "@qinghao/chemistry";
import { fingerprintKindSchema } from "@qinghao/chemistry/schema";
import { unwrap } from "@qinghao/kernel";
import { z } from "zod";
import { forEachMolecule } from "./for-each-molecule.ts";
import { defineMethod } from "./method.ts";

const settings = z.object({
  /** Known actives, SMILES. */
  actives: z.array(z.string().min(1)).min(1).max(1000),
  fingerprint: fingerprintKindSchema.default("morgan2"),
  /** Tanimoto coefficient from which a ligand passes. */
  atLeast: z.number().min(0).max(1).default(0),
});

/** Largest Tanimoto coefficient to several actives (maximum fusion: Hert et al. 2004, doi 10.1021/ci034231b). */
export const similarity = defineMethod({
  id: "similarity",
  name: { en: "Similarity to actives", zh: "与活性分子的相似性" },
  score: { en: "largest Tanimoto coefficient", zh: "最大 Tanimoto 系数" },
  better: "higher",
  shardSize: 1000,
  accelerated: false,
  settings,
  open(kit, { actives, fingerprint, atLeast }) {
    const known = actives.map((smiles) =>
      unwrap(withMolecule(kit, smiles, (mol) => computeFingerprint(mol, fingerprint))),
    );
    return (ligands) =>
      forEachMolecule(kit, ligands, (mol) => {
        const bits = computeFingerprint(mol, fingerprint);
        const score = known.reduce((best, active) => Math.max(best, tanimoto(bits, active)), 0);
        return { ok: true, score, passes: score >= atLeast };
      });
  },
});
