export {
  defineErrors,
  type ErrorDetails,
  type ErrorSpec,
  type ErrorTable,
  isQinghaoError,
  QinghaoError,
  type RetryClass,
  toWireError,
  type WireError,
} from "./errors.ts";
export {
  type Branded,
  type CampaignId,
  type CompoundId,
  type CriteriaVersionId,
  campaignIdSchema,
  compoundIdSchema,
  criteriaVersionIdSchema,
  type IdKind,
  type ImportId,
  importIdSchema,
  type KnowledgeEntryId,
  knowledgeEntryIdSchema,
  newId,
  type ProjectId,
  projectIdSchema,
  type ReceptorId,
  type RunId,
  receptorIdSchema,
  runIdSchema,
  type SearchId,
  searchIdSchema,
  type TrialId,
  trialIdSchema,
  type UploadId,
  uploadIdSchema,
} from "./ids.ts";
export { type Progress, progressOf, progressSchema } from "./progress.ts";
export { createRng, type Rng } from "./random.ts";
export { type Err, err, mapOk, type Ok, ok, type Result, unwrap } from "./result.ts";
export { and, atLeast, implies, not, or, type Truth, truthOf, truths, xor } from "./truth.ts";
