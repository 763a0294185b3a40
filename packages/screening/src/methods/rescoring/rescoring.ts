import { boxSchema } from "@qinghao/docking/schema";
import { receptorIdSchema } from "@qinghao/kernel";
import { z } from "zod";
import type { ReceptorMethod } from "../method.ts";

export const rescoringSettings = z.object({
  receptor: receptorIdSchema,
  /** Given to every stage with a receptor; poses are rescored where they are. */
  box: boxSchema.optional(),
  /** Leaves out poses that fail a check of geometry or closeness; a ligand without a possible pose does not pass. */
  requireValid: z.boolean().default(true),
  /** A ligand passes at this score or a lower one, kcal/mol. */
  atMost: z.number().optional(),
});
export type RescoringSettings = z.infer<typeof rescoringSettings>;

/**
 * Scores the poses of the stage before by Vinardo (Quiroga & Villarreal 2016, doi 10.1371/journal.pone.0155183), a second
 * opinion on the Vina function, and checks them in the manner of PoseBusters (doi 10.1039/d3sc04185a).
 */
export const rescoring: ReceptorMethod<RescoringSettings> = {
  id: "rescoring",
  name: { en: "Rescoring and pose checks", zh: "重新打分与构象检查" },
  score: { en: "Vinardo score of the best pose, kcal/mol", zh: "最佳构象的 Vinardo 打分，kcal/mol" },
  better: "lower",
  shardSize: 200,
  accelerated: false,
  settings: rescoringSettings,
};
