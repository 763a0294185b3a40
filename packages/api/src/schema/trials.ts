import { releasedCountSchema, siteQuerySchema, siteReleaseSchema } from "@qinghao/data-space/schema";
import { criteriaVersionIdSchema, runIdSchema, trialIdSchema, uploadIdSchema } from "@qinghao/kernel";
import { criteriaDocumentSchema, criterionSchema, treeSchema } from "@qinghao/trials/schema";
import { z } from "zod";
import { jobStateSchema } from "./imports.ts";
import { momentSchema, sentenceSchema, wireErrorSchema } from "./paging.ts";

export const trialFormatSchema = z.enum(["auto", "text", "ctgov", "ctml", "circe", "usdm", "fhir"]);
export const readTrialInput = z.object({
  uploadId: uploadIdSchema.optional().meta({ description: "A protocol or record made known by POST /uploads" }),
  text: z.string().min(1).max(5_000_000).optional().meta({ description: "The record or text itself" }),
  format: trialFormatSchema.default("auto"),
  language: z.enum(["auto", "en", "zh"]).default("auto"),
});
export const importTrialInput = readTrialInput.extend({ title: z.string().min(1).max(500).optional() });
export const trialIdInput = z.object({ trialId: trialIdSchema });
export const amendTrialInput = readTrialInput.extend({ trialId: trialIdSchema });
export const renameTrialInput = trialIdInput.extend({ title: z.string().min(1).max(500) });
export const versionIdInput = z.object({ versionId: criteriaVersionIdSchema });

const versionStateSchema = z.enum(["draft", "signed", "superseded"]);
export const trialSummarySchema = z.object({
  id: z.string(),
  registryId: z.string().nullable(),
  title: z.string(),
  version: z.number().int().nullable(),
  state: versionStateSchema.nullable(),
  criteria: z.number().int(),
  lastRunAt: momentSchema.nullable(),
  updatedAt: momentSchema,
});
export type TrialSummaryView = z.infer<typeof trialSummarySchema>;

export const signOffSchema = z.object({ person: z.string(), at: momentSchema });
const computableCountsSchema = z.object({
  full: z.number().int(),
  partial: z.number().int(),
  none: z.number().int(),
});
export const versionSummarySchema = z.object({
  id: z.string(),
  version: z.number().int(),
  state: versionStateSchema,
  criteria: computableCountsSchema,
  reviewed: z.number().int().meta({ description: "Criteria that somebody has decided on" }),
  signOffs: z.array(signOffSchema),
  createdAt: momentSchema,
});
export const trialSchema = z.object({
  id: z.string(),
  registryId: z.string().nullable(),
  title: z.string(),
  versions: z.array(versionSummarySchema).meta({ description: "The newest first" }),
});
export type TrialView = z.infer<typeof trialSchema>;

export const criterionReviewViewSchema = z.object({
  decision: z.enum(["accepted", "edited", "not-computable"]),
  person: z.string(),
  at: momentSchema,
});
export const criterionChangeSchema = z.object({
  kind: z.enum(["same", "reworded", "logic-changed", "moved", "added", "removed"]),
  before: criterionSchema.nullable(),
  after: criterionSchema.nullable(),
  similarity: z.number(),
});
export const lintFindingSchema = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  criteria: z.array(z.string()).meta({ description: "Ids of the criteria that it is about" }),
  message: sentenceSchema,
  example: z
    .object({
      patient: sentenceSchema.meta({ description: "What is recorded of the patient" }),
      verdicts: z.array(z.object({ criterion: z.string(), verdict: z.enum(["met", "not-met", "unknown"]) })),
      eligible: z.enum(["yes", "no", "unknown"]),
    })
    .nullable()
    .meta({ description: "A made-up patient who shows it, judged by the reference engine" }),
});
export const criteriaVersionSchema = z.object({
  id: z.string(),
  trialId: z.string(),
  version: z.number().int(),
  state: versionStateSchema,
  revision: z.number().int().meta({ description: "Counts edits; send it back with a change" }),
  hash: z.string().meta({ description: "SHA-256 of the document's canonical JSON: what is signed" }),
  document: criteriaDocumentSchema,
  first: z.array(criterionSchema).meta({ description: "The criteria that the version began with, to restore one" }),
  readings: z
    .array(z.object({ id: z.string(), reading: sentenceSchema }))
    .meta({ description: "Each criterion's logic in words" }),
  findings: z.array(lintFindingSchema),
  reviews: z.record(z.string(), criterionReviewViewSchema),
  signOffs: z.array(signOffSchema),
  signaturesNeeded: z.number().int(),
  changes: z
    .array(criterionChangeSchema)
    .nullable()
    .meta({ description: "Against the version before; null for the first" }),
});
export type CriteriaVersionView = z.infer<typeof criteriaVersionSchema>;

export const saveCriteriaInput = versionIdInput.extend({
  revision: z.number().int(),
  document: criteriaDocumentSchema,
  reviews: z.record(z.string(), criterionReviewViewSchema),
});
export const signCriteriaInput = versionIdInput.extend({
  revision: z.number().int(),
  person: z.string().trim().min(1).max(100),
  hash: z.string().meta({ description: "Checksum of the text that the person saw" }),
});

export const draftCriteriaInput = versionIdInput.extend({
  criteria: z.array(z.string()).min(1).max(100).meta({ description: "Ids of the criteria to ask about" }),
});
export const criterionDraftSchema = z.object({
  id: z.string(),
  proposed: criterionSchema.nullable().meta({ description: "Null where nothing valid was proposed" }),
  problem: sentenceSchema.nullable().meta({ description: "Why nothing valid was proposed" }),
  differs: z.boolean().meta({ description: "Whether it says something else than the criterion does" }),
  reading: sentenceSchema.nullable(),
});
export type CriterionDraftView = z.infer<typeof criterionDraftSchema>;
export const draftsSchema = z.object({ model: z.string(), drafts: z.array(criterionDraftSchema) });
export const drafterSchema = z.object({
  model: z.string().nullable().meta({ description: "Null where no endpoint is configured" }),
});

export const parseCriteriaInput = z.object({
  text: z.string().min(1).max(2_000_000),
  type: z.enum(["inclusion", "exclusion"]).optional().meta({ description: "The list, where the text has no heading" }),
  language: z.enum(["auto", "en", "zh"]).default("auto"),
});
export const explainTreeInput = z.object({ tree: treeSchema });
export const explainedTreeSchema = z.object({ reading: sentenceSchema });
export const annotateInput = z.object({ text: z.string().min(1).max(2_000_000) });
export const annotationsSchema = z.object({
  annotations: z.array(
    z.object({
      start: z.number().int(),
      end: z.number().int(),
      type: z.string(),
      text: z.string(),
      code: z.string().optional(),
    }),
  ),
});

export const siteSchema = z.object({
  id: z.string(),
  name: sentenceSchema,
  source: z.string().meta({ description: "The form of its records" }),
  isOpen: z.boolean(),
  isThere: z.boolean().meta({ description: "Whether its node asks for work at the moment" }),
});
export const sitesSchema = z.object({ sites: z.array(siteSchema) });

export const startMatchInput = versionIdInput.extend({
  purpose: z.enum(["feasibility", "matching"]),
  asOf: z.iso.date().meta({ description: "Index date of every criterion" }),
  requester: z.string().trim().min(1).max(100),
  sites: z.array(z.string()).min(1).max(100),
  ask: siteQuerySchema.shape.ask,
});
export const matchRunIdInput = z.object({ runId: runIdSchema });
export const listMatchRunsInput = z.object({ trialId: trialIdSchema });
export const siteResultSchema = z.object({
  siteId: z.string(),
  state: z.enum(["waiting", "working", "unreachable", "answered", "refused", "failed", "cancelled"]),
  release: siteReleaseSchema.nullable(),
  error: wireErrorSchema.nullable(),
  answeredAt: momentSchema.nullable(),
});
export const matchRunSchema = z.object({
  id: z.string(),
  trialId: z.string(),
  versionId: z.string(),
  purpose: z.enum(["feasibility", "matching"]),
  requester: z.string(),
  asOf: z.string(),
  ask: siteQuerySchema.shape.ask,
  state: jobStateSchema,
  error: wireErrorSchema.nullable(),
  sites: z.array(siteResultSchema),
  createdAt: momentSchema,
  finishedAt: momentSchema.nullable(),
});
export type MatchRunView = z.infer<typeof matchRunSchema>;
export { releasedCountSchema };
