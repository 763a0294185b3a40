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
