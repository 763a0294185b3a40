import { z } from "zod";
import { eligibilities } from "../criteria/verdict.schema.ts";

/** One place of a ranking: of a patient for a trial, or of a trial for a patient. */
export const rankedSchema = z.object({
  /** From 1; equal scores are ordered by id. */
  rank: z.number().int().positive(),
  id: z.string(),
  /** 1 surely eligible; above 0.5 open; above 0.25 missed by little; below ruled out. An order, not a probability. */
  score: z.number().min(0).max(1),
  eligible: z.enum(eligibilities),
  reason: z.object({ en: z.string(), zh: z.string() }),
});
export type Ranked = z.infer<typeof rankedSchema>;
