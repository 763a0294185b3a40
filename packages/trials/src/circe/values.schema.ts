import { z } from "zod";

const text = z.string().nullish();

/** A concept as OHDSI tools write it beside its id; only `CONCEPT_ID` takes part in execution. */
export const conceptSchema = z.object({
  CONCEPT_ID: z.number().int(),
  CONCEPT_NAME: text,
  STANDARD_CONCEPT: text,
  STANDARD_CONCEPT_CAPTION: text,
  INVALID_REASON: text,
  INVALID_REASON_CAPTION: text,
  CONCEPT_CODE: text,
  DOMAIN_ID: text,
  VOCABULARY_ID: text,
  CONCEPT_CLASS_ID: text,
  VALID_START_DATE: text,
  VALID_END_DATE: text,
});
export type CirceConcept = z.infer<typeof conceptSchema>;

export const conceptSetItemSchema = z.object({
  concept: conceptSchema,
  isExcluded: z.boolean().nullish(),
  includeDescendants: z.boolean().nullish(),
  includeMapped: z.boolean().nullish(),
});
export type ConceptSetItem = z.infer<typeof conceptSetItemSchema>;

export const conceptSetExpressionSchema = z.object({ items: z.array(conceptSetItemSchema) });

export const conceptSetSchema = z.object({
  id: z.number().int(),
  name: text,
  expression: conceptSetExpressionSchema.nullish(),
});
export type CirceConceptSet = z.infer<typeof conceptSetSchema>;

/** `Op`: lt, lte, eq, gt, gte, bt, each also negated with a leading `!`; `Extent` is the upper end of bt. Dates are yyyy-mm-dd. */
export const dateRangeSchema = z.object({ Value: text, Op: text, Extent: text });
export type CirceDateRange = z.infer<typeof dateRangeSchema>;

export const numericRangeSchema = z.object({ Value: z.number().nullish(), Op: text, Extent: z.number().nullish() });
export type CirceNumericRange = z.infer<typeof numericRangeSchema>;

/** `Op`: contains, startsWith, endsWith, each also negated with a leading `!`. */
export const textFilterSchema = z.object({ Text: text, Op: text });
export type CirceTextFilter = z.infer<typeof textFilterSchema>;

export const periodSchema = z.object({ StartDate: text, EndDate: text });
export type CircePeriod = z.infer<typeof periodSchema>;

export const conceptSetSelectionSchema = z.object({
  CodesetId: z.number().int().nullish(),
  IsExclusion: z.boolean().nullish(),
});
export type ConceptSetSelection = z.infer<typeof conceptSetSelectionSchema>;

const adjustedDate = z.enum(["START_DATE", "END_DATE"]);

/** Replaces an event's dates by its start or end date moved by some days. */
export const dateAdjustmentSchema = z.object({
  StartWith: adjustedDate,
  StartOffset: z.number().int(),
  EndWith: adjustedDate,
  EndOffset: z.number().int(),
});
export type CirceDateAdjustment = z.infer<typeof dateAdjustmentSchema>;

export const endpointSchema = z.object({
  Days: z.number().int().nullish(),
  Coeff: z.union([z.literal(-1), z.literal(1)]),
});

/** A window around the index date; an endpoint without days reaches to the edge of the observation period. */
export const windowSchema = z.object({
  Start: endpointSchema.nullish(),
  End: endpointSchema.nullish(),
  UseIndexEnd: z.boolean().nullish(),
  UseEventEnd: z.boolean().nullish(),
});
export type CirceWindow = z.infer<typeof windowSchema>;

/** `Type`: 0 exactly, 1 at most, 2 at least. */
export const occurrenceSchema = z.object({
  Type: z.number().int(),
  Count: z.number().int(),
  IsDistinct: z.boolean().nullish(),
  CountColumn: text,
});
export type CirceOccurrence = z.infer<typeof occurrenceSchema>;

export const limitSchema = z.object({ Type: text });
