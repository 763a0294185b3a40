import { boxSchema } from "@qinghao/docking/schema";
import { receptorIdSchema } from "@qinghao/kernel";
import { z } from "zod";
import type { ReceptorMethod } from "../method.ts";

export const dockingSettings = z.object({
  receptor: receptorIdSchema,
  /** Where poses are searched; the receptor's own box where it is left out. */
  box: boxSchema.optional(),
  /** How hard to search, as AutoDock Vina counts; 1 is quick, 8 usual. */
  exhaustiveness: z.number().int().min(1).max(64).default(8),
  /** Poses that are kept of each ligand, at most. */
  poses: z.number().int().min(1).max(20).default(5),
  /** Ligands are charged as at this pH; null: as they are drawn. */
  pH: z.number().min(0).max(14).nullable().default(7.4),
  /** Stereoisomers that are tried where a structure leaves some open. */
  stereoisomers: z.number().int().min(1).max(8).default(2),
  /** Tautomers that are tried, the drawn one first; only where ligands are charged by a pH. */
  tautomers: z.number().int().min(1).max(8).default(1),
  /** Shapes of its rings that a ligand is docked in; 1 keeps those of its conformer, null: 8 for macrocycles, else 1. */
  ringConformers: z.number().int().min(1).max(20).nullable().default(null),
  /** A ligand passes at this score or a lower one, kcal/mol. */
  atMost: z.number().optional(),
});
export type DockingSettings = z.infer<typeof dockingSettings>;

/**
 * Docks ligands into the box of a receptor and scores the poses by the Vina function (Trott & Olson 2010,
 * doi 10.1002/jcc.21334; Eberhardt et al. 2021, doi 10.1021/acs.jcim.1c00203).
 */
export const docking: ReceptorMethod<DockingSettings> = {
  id: "docking",
  name: { en: "Docking", zh: "分子对接" },
  score: { en: "Best Vina score of a pose, kcal/mol", zh: "各构象的最佳 Vina 打分，kcal/mol" },
  better: "lower",
  shardSize: 32,
  accelerated: true,
  learnable: true,
  settings: dockingSettings,
};
