import { z } from "zod";
import { pickSchema, rangeSchema } from "../ranges.schema.ts";
import { timed } from "../timing.schema.ts";

export const scoreNames = [
  "ecog",
  "karnofsky",
  "nyha",
  "child-pugh",
  "asa",
  "mmse",
  "gcs",
  "nihss",
  "mrs",
  "das28",
  "pasi",
  "madrs",
  "hamd",
  "gleason",
  "egfr-ckd-epi-2021",
  "creatinine-clearance-cockcroft-gault",
  "bmi",
  "bsa",
  "qtcf",
  "anion-gap",
  "corrected-calcium",
] as const;
/** A clinical score: recorded as such, or computed from its parts where the parts are known (formula in the verdict). */
export const scoreSchema = z.object({
  kind: z.literal("score"),
  score: z.enum(scoreNames),
  range: rangeSchema,
  pick: pickSchema.optional(),
  ...timed,
});
export type ScoreName = (typeof scoreNames)[number];
export type ScoreLeaf = z.infer<typeof scoreSchema>;
