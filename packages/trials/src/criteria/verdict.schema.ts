import { factKindSchema, provenanceSchema } from "@qinghao/clinical/schema";
import { z } from "zod";

/** A record that a verdict rests on. Stays at the hospital. */
export const evidenceSchema = z.object({
  fact: z.string(),
  kind: z.union([factKindSchema, z.literal("person")]),
  concept: z.string().nullable(),
  label: z.string(),
  date: z.string().nullable(),
  value: z.string().optional(),
  unit: z.string().optional(),
  /** What it does to the criterion. `near`: would have decided with a small change. */
  role: z.enum(["supports", "refutes", "near"]),
  source: provenanceSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** The one item to ask for next where a verdict is unknown. */
export const missingSchema = z.object({
  /** The leaf's kind. */
  kind: z.string(),
  /** Concept id of what is missing, null for a text that a person must judge. */
  item: z.string().nullable(),
  why: z.enum([
    "no-record",
    "outside-window",
    "date-imprecise",
    "unit-unknown",
    "value-missing",
    "limit-missing",
    "uncertain-record",
    "person-must-judge",
  ]),
  ask: z.object({ en: z.string(), zh: z.string() }),
});
export type Missing = z.infer<typeof missingSchema>;

/** How far a numeric criterion is from changing its verdict: value minus threshold, in `unit`, and as a share of it. */
export const distanceSchema = z.object({
  value: z.number(),
  unit: z.string().nullable(),
  relative: z.number().nullable(),
});
export type Distance = z.infer<typeof distanceSchema>;

export const verdictNames = ["met", "not-met", "unknown"] as const;
/** Whether a criterion's statement holds of a patient. An exclusion criterion that is met excludes. */
export const verdictSchema = z.object({
  verdict: z.enum(verdictNames),
  evidence: z.array(evidenceSchema),
  missing: missingSchema.nullable(),
  distance: distanceSchema.nullable(),
  /** Version of the evaluation rules. */
  rule: z.string(),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const eligibilities = ["yes", "no", "unknown"] as const;
export type Eligibility = (typeof eligibilities)[number];
