import { z } from "zod";

/** What a note says of one criterion, in the words of the physicians' annotation that the judge is measured on. */
export const judgeLabels = [
  "included",
  "not included",
  "excluded",
  "not excluded",
  "not enough information",
  "not applicable",
] as const;
export const judgeLabelSchema = z.enum(judgeLabels);
export type JudgeLabel = z.infer<typeof judgeLabelSchema>;

export const criterionTypeSchema = z.enum(["inclusion", "exclusion"]);
export type CriterionType = z.infer<typeof criterionTypeSchema>;

/**
 * What it means for an inclusion criterion that the note tells nothing of what it asks for. "open": nothing, it is not
 * enough information, as physicians label and as the criteria engine judges records. "speaks": where a good note would
 * have told, the patient is not of that kind (`not included`), which suits a first look through many unrelated trials.
 */
export const silences = ["open", "speaks"] as const;
export type Silence = (typeof silences)[number];

export const judgeInputSchema = z.object({
  /** Sentences numbered `0. …` one a line, or running text, which is then split and numbered from 0. */
  note: z.string(),
  criterion: z.string(),
  type: criterionTypeSchema,
});
export type JudgeInput = z.infer<typeof judgeInputSchema>;

export const judgementSchema = z.object({
  label: judgeLabelSchema,
  /** Numbers of the note's sentences that the label rests on, ascending; empty where it rests on silence. */
  sentences: z.array(z.number().int().nonnegative()),
  /** One sentence for the reader; `zh` only for a Chinese note. */
  rationale: z.object({ en: z.string(), zh: z.string().optional() }),
});
export type Judgement = z.infer<typeof judgementSchema>;
