import { z } from "zod";
import {
  conceptRefSchema,
  conceptSetSchema,
  countSchema,
  pickSchema,
  rangeSchema,
  windowSchema,
  worldSchema,
} from "./ranges.schema.ts";

const timed = { when: windowSchema.optional(), world: worldSchema.optional() };
const counted = { ...timed, count: countSchema.optional() };

/** Age on the index date. */
export const ageSchema = z.object({
  kind: z.literal("age"),
  range: rangeSchema,
  unit: z.enum(["year", "month", "week", "day"]),
});

export const sexSchema = z.object({ kind: z.literal("sex"), is: z.array(z.enum(["female", "male", "other"])).min(1) });

/** A diagnosis. `status: "active"` asks that it has not ended at the index date. */
export const conditionSchema = z.object({
  kind: z.literal("condition"),
  concepts: conceptSetSchema,
  status: z.enum(["ever", "active"]).optional(),
  /** Words that narrow the diagnosis and that codes do not carry ("uncontrolled", "severe"): a person judges them. */
  qualifiers: z.array(z.string()).optional(),
  ...counted,
});

export const procedureSchema = z.object({ kind: z.literal("procedure"), concepts: conceptSetSchema, ...counted });

/**
 * Exposure to a drug or class. `when` gives the time of exposure; a washout is a `not` of an exposure in the window.
 * `dose` is the amount per day.
 */
export const drugSchema = z.object({
  kind: z.literal("drug"),
  concepts: conceptSetSchema,
  status: z.enum(["ever", "current"]).optional(),
  dose: z.object({ range: rangeSchema, unit: z.string() }).optional(),
  /** The line of therapy in which it was given. */
  line: rangeSchema.optional(),
  ...counted,
});

/** How many lines of systemic therapy were given (any drug with a line of therapy). */
export const therapyLinesSchema = z.object({ kind: z.literal("therapy-lines"), range: rangeSchema, ...timed });

export const measureExpressionSchema = z.discriminatedUnion("type", [
  /** The value itself, compared in `unit`. */
  z.object({ type: z.literal("value") }),
  /** Value divided by another item's latest value in the same window; `unit` is the ratio's ("1" where both share one). */
  z.object({ type: z.literal("ratio"), to: conceptRefSchema }),
  /** Latest minus the first value of the window; `relative` in percent of the first. */
  z.object({ type: z.literal("change"), relative: z.boolean() }),
  /** Multiples of the laboratory's upper or lower limit of normal. */
  z.object({ type: z.literal("times-upper-limit") }),
  z.object({ type: z.literal("times-lower-limit") }),
]);
export type MeasureExpression = z.infer<typeof measureExpressionSchema>;

/** A laboratory result or vital sign. `unit` is UCUM; null with times-limit expressions and counts of pure number. */
export const measurementSchema = z.object({
  kind: z.literal("measurement"),
  item: conceptRefSchema,
  expression: measureExpressionSchema,
  range: rangeSchema,
  unit: z.string().nullable(),
  pick: pickSchema.optional(),
  ...timed,
});

/** A laboratory result given in words: positive, negative, detected. */
export const resultSchema = z.object({
  kind: z.literal("result"),
  item: conceptRefSchema,
  is: z.array(z.enum(["positive", "negative", "equivocal", "normal", "abnormal"])).min(1),
  pick: pickSchema.optional(),
  ...timed,
});

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

/** A CTCAE v5.0 grade derived from laboratory results, by the term's English name. */
export const ctcaeSchema = z.object({
  kind: z.literal("ctcae"),
  term: z.string(),
  grade: z.object({ min: z.number().int().min(0).max(5), max: z.number().int().min(0).max(5) }),
  pick: pickSchema.optional(),
  ...timed,
});

/** Stage of a tumour: any of the groups and, where given, any of the T, N, M categories ("IIIB", "T4", "N2", "M1a"). */
export const stageSchema = z.object({
  kind: z.literal("stage"),
  concepts: conceptSetSchema.optional(),
  groups: z.array(z.string()).optional(),
  t: z.array(z.string()).optional(),
  n: z.array(z.string()).optional(),
  m: z.array(z.string()).optional(),
  ...timed,
});

/** A biomarker or variant. `alterations` are short protein changes ("L858R"), exon events ("exon 19 deletion"). */
export const variantSchema = z.object({
  kind: z.literal("variant"),
  gene: conceptRefSchema,
  change: z.enum(["any", "mutation", "amplification", "fusion", "deletion", "expression", "wild-type"]),
  alterations: z.array(z.string()).optional(),
  status: z.enum(["positive", "negative"]),
  /** Protein expression in percent or as IHC score, such as PD-L1 TPS >= 50. */
  level: z.object({ range: rangeSchema, unit: z.string() }).optional(),
  ...timed,
});

/** Pregnancy, breastfeeding, childbearing potential, contraception. */
export const reproductionSchema = z.object({
  kind: z.literal("reproduction"),
  state: z.enum([
    "pregnant",
    "breastfeeding",
    "childbearing-potential",
    "contraception",
    "postmenopausal",
    "surgically-sterile",
  ]),
  ...timed,
});

/** Consent, willingness and ability: recorded at the site or asked of the patient; never inferred from silence. */
export const consentSchema = z.object({
  kind: z.literal("consent"),
  to: z.enum(["participate", "biopsy", "genetic-testing", "contraception", "follow-up", "data-sharing", "other"]),
});

/** Allergy or intolerance. */
export const allergySchema = z.object({ kind: z.literal("allergy"), concepts: conceptSetSchema, ...counted });

export const visitSchema = z.object({
  kind: z.literal("visit"),
  setting: z.enum(["inpatient", "outpatient", "emergency", "any"]),
  ...counted,
});

/** Life expectancy as the investigator estimates it; recorded as a status or judged by a person. */
export const lifeExpectancySchema = z.object({
  kind: z.literal("life-expectancy"),
  range: rangeSchema,
  unit: z.enum(["day", "week", "month", "year"]),
});

/** What the parser did not understand or what no record can show: stays visible, always unknown, judged by a person. */
export const textSchema = z.object({ kind: z.literal("text"), text: z.string() });
