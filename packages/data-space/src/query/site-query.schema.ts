import { criteriaDocumentSchema, treeSchema } from "@qinghao/trials/schema";
import { z } from "zod";

export const siteIdSchema = z.string().regex(/^site_[a-z0-9-]{1,40}$/, "expected an id that starts with site_");

export const signatureSchema = z.object({
  person: z.string().min(1),
  /** ISO 8601. */
  at: z.string(),
});

/** Criteria as they were signed; `hash` is the SHA-256 of the document's canonical JSON. */
export const signedCriteriaSchema = z.object({
  trial: z.string(),
  title: z.string(),
  version: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signatures: z.array(signatureSchema),
  document: criteriaDocumentSchema,
});
export type SignedCriteria = z.infer<typeof signedCriteriaSchema>;

/** One criterion in another form: "what if creatinine up to 1.8 were allowed". */
export const loosenedCriterionSchema = z.object({ id: z.string(), criterion: z.string(), tree: treeSchema });
export type LoosenedCriterion = z.infer<typeof loosenedCriterionSchema>;

/** What is asked of a site. Holds no patient value: it may stand in workflow histories. */
export const siteQuerySchema = z.object({
  version: z.literal(1),
  run: z.string(),
  /** `feasibility` asks for numbers; `matching` also puts the candidates on the site's own worklist. */
  purpose: z.enum(["feasibility", "matching"]),
  requester: z.string(),
  criteria: signedCriteriaSchema,
  /** The index date of every criterion, a calendar date. */
  asOf: z.iso.date(),
  ask: z.object({
    counts: z.boolean(),
    /** Ids of criteria in the order of the funnel's steps; null leaves the funnel out. */
    funnel: z.array(z.string()).nullable(),
    /** For each criterion: how many people only it excludes. */
    whatIf: z.boolean(),
    loosened: z.array(loosenedCriterionSchema).max(50),
    /** People whom one criterion alone excludes, by a number within this share of its threshold. */
    nearMisses: z.number().positive().max(1).nullable(),
  }),
});
export type SiteQuery = z.infer<typeof siteQuerySchema>;
