import { computeFingerprint, fingerprintBits } from "@qinghao/chemistry";
import { fingerprintKindSchema } from "@qinghao/chemistry/schema";
import { z } from "zod";
import { butina } from "../clustering/butina.ts";
import { finish } from "../clustering/cluster-fingerprints.ts";
import { plainNeighbours } from "../clustering/neighbours.ts";
import { sphereExclusion } from "../clustering/sphere-exclusion.ts";
import { packRows } from "../similarity/fingerprint-rows.ts";
import { forEachMolecule } from "./for-each-molecule.ts";
import { defineMethod, type LigandOutcome } from "./method.ts";

const settings = z.object({
  /** Tanimoto coefficient from which two ligands may share a cluster. */
  threshold: z.number().gt(0).max(1).default(0.5),
  fingerprint: fingerprintKindSchema.default("morgan2"),
  /** Taylor-Butina, or sphere exclusion from the best ligand on, whose representatives are all unlike one another. */
  clustering: z.enum(["butina", "sphere-exclusion"]).default("butina"),
  /** How many of each cluster pass. */
  each: z.number().int().positive().default(1),
});

/**
 * Keeps the best ligands of each cluster; ligands come best first. The score is the number of the ligand's cluster, from 1
 * in the order of their best ligands.
 */
export const clusterRepresentatives = defineMethod({
  id: "cluster-representatives",
  name: { en: "Best of each cluster", zh: "各簇最优分子" },
  score: { en: "number of the cluster", zh: "簇编号" },
  better: "lower",
  shardSize: "all",
  accelerated: false,
  settings,
  open(kit, { threshold, fingerprint, clustering, each }) {
    return (ligands) => {
      const prints: Uint8Array[] = [];
      const outcomes = forEachMolecule(kit, ligands, (mol): LigandOutcome => {
        prints.push(computeFingerprint(mol, fingerprint));
        return { ok: true, score: 0, passes: false };
      });
      const neighbours = plainNeighbours(packRows(prints, fingerprintBits[fingerprint]), threshold);
      const { clusterOf } = finish(clustering === "butina" ? butina(neighbours, false) : sphereExclusion(neighbours));
      const seen = new Map<number, { number: number; passed: number }>();
      let molecule = 0;
      return outcomes.map((outcome) => {
        if (!outcome.ok) return outcome;
        const cluster = clusterOf[molecule++]!;
        const known = seen.get(cluster) ?? { number: seen.size + 1, passed: 0 };
        seen.set(cluster, known);
        return { ok: true, score: known.number, passes: known.passed++ < each };
      });
    };
  },
});
