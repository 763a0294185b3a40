import { z } from "zod";
import { conceptKindSchema } from "../schema.ts";

/** What a word beside a concept says of it without being part of its name. */
export const qualifierKinds = [
  "status",
  "stage",
  "grade",
  "side",
  "severity",
  "course",
  "line",
  "negation",
  "part",
  "certainty",
  "marker",
  "form",
] as const;
export const qualifierKindSchema = z.enum(qualifierKinds);
export type QualifierKind = z.infer<typeof qualifierKindSchema>;

/** Places are UTF-16 offsets of the linked text: `text.slice(start, end)` is what was written. */
export const qualifierSchema = z.object({
  kind: qualifierKindSchema,
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
});
export type Qualifier = z.infer<typeof qualifierSchema>;

/** How a name was recognised, from as written to most changed. */
export const normalisations = [
  "spelling",
  "word-order",
  "salt-or-form",
  "qualifier",
  "abbreviation-case",
  "code",
  "code-title",
  "compound",
  "coordination",
  "typo",
  "stop-list",
] as const;
export const normalisationSchema = z.enum(normalisations);
export type Normalisation = z.infer<typeof normalisationSchema>;

export const linkCandidateSchema = z.object({
  concept: z.string(),
  kind: conceptKindSchema,
  /** 0 to 1: how surely the written words mean this concept. */
  score: z.number(),
  /** The name that was recognised and what it is to the concept. */
  reason: z.string(),
});
export type LinkCandidate = z.infer<typeof linkCandidateSchema>;

/** A place in the text that names something. `concept` is null on the stop-list and where no usable name decides. */
export const mentionSchema = z.object({
  start: z.number().int(),
  end: z.number().int(),
  /** The folded words that were recognised. */
  matched: z.string(),
  concept: z.string().nullable(),
  candidates: z.array(linkCandidateSchema),
  score: z.number(),
  qualifiers: z.array(qualifierSchema),
  normalisedBy: z.array(normalisationSchema),
  /** Why the words are on the stop-list; null for everything else. */
  stop: z.enum(["placebo", "healthy", "generic", "procedure"]).nullable(),
});
export type Mention = z.infer<typeof mentionSchema>;

export type LinkOptions = {
  /** Restricts names to a language; "auto" (default) takes all. */
  lang?: "en" | "zh" | "auto";
  /** Kinds of concept that may be answered; all by default. */
  kinds?: readonly z.infer<typeof conceptKindSchema>[];
  /** Id prefixes (code systems) that may be answered, such as ICD10CN; all by default. */
  systems?: readonly string[];
  /** Words around the text that help to choose between concepts of one name. */
  context?: string;
};
