export { type CriterionDraft, type DraftProblem, draftCriteria } from "./draft-criteria.ts";
export type { Fetch, ModelEndpoint } from "./model-endpoint.ts";
