import { withMolecule } from "@qinghao/chemistry";
import { unwrap } from "@qinghao/kernel";
import { z } from "zod";
import { pharmacophoreFingerprint, sparseTanimoto } from "../pharmacophore/pharmacophore-fingerprint.ts";
import { forEachMolecule } from "./for-each-molecule.ts";
import { defineMethod } from "./method.ts";

const settings = z.object({
  /** Known actives, SMILES. */
  actives: z.array(z.string().min(1)).min(1).max(1000),
  /** Whether the likeness to the nearest active counts, or the mean over all. */
  fusion: z.enum(["max", "mean"]).default("max"),
  /** Tanimoto coefficient from which a ligand passes. */
  atLeast: z.number().min(0).max(1).default(0),
});

/** Likeness to several actives by pairs and triplets of pharmacophore features (Gobbi & Poppinger 1998). */
export const pharmacophore = defineMethod({
  id: "pharmacophore",
  name: { en: "2D pharmacophore", zh: "二维药效团" },
  score: { en: "Tanimoto coefficient of pharmacophores", zh: "药效团 Tanimoto 系数" },
  better: "higher",
  shardSize: 1000,
  accelerated: false,
  settings,
  open(kit, { actives, fusion, atLeast }) {
    const known = actives.map((smiles) =>
      unwrap(withMolecule(kit, smiles, ({ graph }) => pharmacophoreFingerprint(graph))),
    );
    return (ligands) =>
      forEachMolecule(kit, ligands, ({ graph }) => {
        const bits = pharmacophoreFingerprint(graph);
        const likeness = known.map((active) => sparseTanimoto(bits, active));
        const score =
          fusion === "max" ? Math.max(...likeness) : likeness.reduce((sum, one) => sum + one, 0) / likeness.length;
        return { ok: true, score, passes: score >= atLeast };
      });
  },
});
