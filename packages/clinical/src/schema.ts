import { z } from "zod";

/**
 * A calendar date or instant as it was recorded, with its precision: `2024`, `2024-05`, `2024-05-03` or
 * `2024-05-03T10:00:00+08:00`. A date has no time zone; an instant carries its offset and counts on its local date.
 */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/);
export type PartialDate = z.infer<typeof partialDateSchema>;

/** A code as the source wrote it. `system` is a URI, an OID or a site's own name. */
export const codeSchema = z.object({ system: z.string(), code: z.string(), display: z.string().optional() });
export type Code = z.infer<typeof codeSchema>;

/** The row that a fact was read from: table or resource type, its key, and the field where that matters. */
export const provenanceSchema = z.object({ table: z.string(), row: z.string(), field: z.string().optional() });
export type Provenance = z.infer<typeof provenanceSchema>;

export const factKinds = [
  "condition",
  "procedure",
  "drug",
  "measurement",
  "variant",
  "stage",
  "status",
  "allergy",
  "visit",
  "consent",
] as const;
export const factKindSchema = z.enum(factKinds);
export type FactKind = z.infer<typeof factKindSchema>;

/** What the record says of the event: it happened, was ruled out, is suspected, is only planned, or belongs to a relative. */
export const assertions = ["present", "absent", "possible", "planned", "family"] as const;
export const assertionSchema = z.enum(assertions);
export type Assertion = z.infer<typeof assertionSchema>;

/** What a treatment is given for. */
export const treatmentIntents = ["neoadjuvant", "adjuvant", "curative", "palliative"] as const;
export const treatmentIntentSchema = z.enum(treatmentIntents);
export type TreatmentIntent = z.infer<typeof treatmentIntentSchema>;

export const comparators = ["<", "<=", ">", ">="] as const;

/**
 * A measured value. `value` with `unit` is what was written; `canonical` is the same in the laboratory item's canonical
 * unit (UCUM), null when the unit is missing or cannot be converted, which `unitState` says.
 */
export const quantityValueSchema = z.object({
  type: z.literal("quantity"),
  value: z.number(),
  comparator: z.enum(comparators).optional(),
  unit: z.string().nullable(),
  ucum: z.string().nullable(),
  canonical: z.number().nullable(),
  canonicalUnit: z.string().nullable(),
  unitState: z.enum(["canonical", "converted", "missing", "unknown", "inconvertible"]),
  /** Reference interval of the laboratory, in the canonical unit where one is known, else in `unit`. */
  low: z.number().optional(),
  high: z.number().optional(),
});
export type QuantityValue = z.infer<typeof quantityValueSchema>;

export const factValueSchema = z.discriminatedUnion("type", [
  quantityValueSchema,
  /** A coded answer: `concept` where it could be resolved ("positive", "IIIB", a stage, a variant's status). */
  z.object({ type: z.literal("code"), concept: z.string().nullable(), codes: z.array(codeSchema) }),
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("boolean"), value: z.boolean() }),
]);
export type FactValue = z.infer<typeof factValueSchema>;

/**
 * One thing that a record says of one patient. `concept` is a concept or code id of `@qinghao/knowledge`
 * (`ICD10CN:C34.900`, `LAB:creatinine`, `MONDO:0005233`), null when nothing could be resolved; the codes stay.
 */
export const factSchema = z.object({
  id: z.string(),
  patient: z.string(),
  kind: factKindSchema,
  concept: z.string().nullable(),
  /** How `concept` was found: a shipped code system, the site's own mapping, or the display text. */
  via: z.enum(["code", "site-mapping", "display", "none"]),
  codes: z.array(codeSchema),
  assertion: assertionSchema,
  start: partialDateSchema.nullable(),
  /** Null while it goes on or where the record does not say; `ongoing` tells the two apart. */
  end: partialDateSchema.nullable(),
  ongoing: z.boolean().optional(),
  value: factValueSchema.nullable(),
  /** Drugs: amount per day in mg or the unit written; line of therapy. */
  dose: z.object({ value: z.number(), unit: z.string() }).optional(),
  line: z.number().int().positive().optional(),
  /** Drugs and procedures: what the treatment is for, where the source says. */
  intent: treatmentIntentSchema.optional(),
  /** Measurements: whether the sample was taken fasting, where the source says. */
  fasting: z.boolean().optional(),
  /** Variants: gene concept is `concept`; the protein or structural change as text, upper-cased HGVS short form. */
  alteration: z.string().optional(),
  /** Stages: concept of the tumour that was staged, where the source says of which. */
  tumour: z.string().optional(),
  source: provenanceSchema,
});
export type Fact = z.infer<typeof factSchema>;

export const sexes = ["female", "male", "other", "unknown"] as const;

export const personSchema = z.object({
  id: z.string(),
  sex: z.enum(sexes),
  birth: partialDateSchema.nullable(),
  death: partialDateSchema.nullable(),
  /** The time in which the record is kept: silence outside of it says nothing even in a closed world. */
  observed: z.object({ from: partialDateSchema.nullable(), to: partialDateSchema.nullable() }),
  language: z.string().optional(),
  source: provenanceSchema,
});
export type Person = z.infer<typeof personSchema>;

export const patientRecordSchema = z.object({ person: personSchema, facts: z.array(factSchema) });
export type PatientRecord = z.infer<typeof patientRecordSchema>;

/** What could not be mapped while reading, counted; a fact that has one of these is kept and says so. */
export const unmappedSchema = z.object({
  what: z.enum(["code", "unit", "date", "value", "resource", "row"]),
  system: z.string(),
  code: z.string(),
  display: z.string().optional(),
  reason: z.string(),
  count: z.number().int().positive(),
});
export type Unmapped = z.infer<typeof unmappedSchema>;
