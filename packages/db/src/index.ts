export { checkDatabase, type Database, type DatabaseOptions, migrate, openDatabase } from "./database.ts";
export { dbErrors } from "./errors.ts";
export { databaseError } from "./guard.ts";
export {
  type CampaignFailure,
  listCampaignFailures,
  listCampaignHits,
  type NewCampaignHit,
  type ShownCampaignHit,
  storeCampaignHits,
} from "./repositories/campaign-hits.ts";
export {
  type CampaignPoolPart,
  listPoolParts,
  openPoolStage,
  planCampaignBatch,
  planPoolPart,
  poolPlannedSoFar,
} from "./repositories/campaign-pool.ts";
export {
  type CampaignShard,
  type CampaignShardResult,
  campaignPlannedSoFar,
  closeCampaignStage,
  getCampaignShard,
  listDoneCampaignShards,
  openCampaignStage,
  planCampaignShard,
  storeCampaignShard,
} from "./repositories/campaign-shards.ts";
export {
  type Campaign,
  createCampaign,
  finishCampaign,
  getCampaign,
  listCampaigns,
  markCampaignCancelling,
  markCampaignPaused,
  markCampaignResumed,
  type StageProgress,
  setCampaignWaiting,
  startCampaign,
} from "./repositories/campaigns.ts";
export {
  type CompoundDetail,
  type CompoundListRequest,
  countCompounds,
  findCompound,
  findCompoundsByInchikey,
  getCompound,
  iterateCompounds,
  listCompounds,
  listPredictions,
  type PredictionRecord,
  registerCompound,
} from "./repositories/compounds.ts";
export {
  type CriteriaVersion,
  createCriteriaVersion,
  getCriteriaVersion,
  listCriteriaVersions,
  type SignOff,
  saveCriteriaDraft,
  signaturesNeeded,
  signCriteria,
} from "./repositories/criteria-versions.ts";
export {
  createImport,
  finishImport,
  getImport,
  type Import,
  type ImportBatch,
  iterateRejects,
  listImports,
  listRejects,
  markImportCancelling,
  type Reject,
  type ShownReject,
  startImport,
  storeImportBatch,
} from "./repositories/imports.ts";
export type { NewCompound } from "./repositories/insert-compounds.ts";
export {
  createMatchRun,
  finishMatchRun,
  getMatchRun,
  listMatchRuns,
  type MatchRun,
  markMatchRunCancelling,
  noteSiteResult,
  type SiteResult,
  startMatchRun,
} from "./repositories/match-runs.ts";
export type { NewPrediction } from "./repositories/predictions.ts";
export {
  addProjectKnowledge,
  listProjectKnowledge,
  projectKnowledgeStamp,
  removeProjectKnowledge,
  type StoredEntry,
} from "./repositories/project-knowledge.ts";
export { createProject, getProject, listProjects, type Project, renameProject } from "./repositories/projects.ts";
export {
  createReceptor,
  getReceptor,
  listReceptors,
  type NewReceptor,
  preparedKey,
  type Receptor,
  receptorSourceKey,
  removeReceptor,
  updateReceptor,
} from "./repositories/receptors.ts";
export { listRunFailures, type RunFailure } from "./repositories/run-failures.ts";
export {
  countMolecules,
  finishPlanning,
  getShard,
  listDoneShards,
  nextMolecules,
  plannedSoFar,
  planShard,
  type RunShard,
  type ShardMolecule,
  type ShardResult,
  storeShard,
} from "./repositories/run-shards.ts";
export {
  createRun,
  finishRun,
  getRun,
  listOpenRuns,
  listRuns,
  markRunCancelling,
  type Run,
  setRunWaiting,
  startRun,
} from "./repositories/runs.ts";
export {
  createSearch,
  finishSearch,
  getSearch,
  markSearchCancelling,
  nextCandidates,
  type Search,
  type SearchBatch,
  type SearchCandidate,
  startSearch,
  storeSearchBatch,
} from "./repositories/searches.ts";
export { getSite, listSites, noteSiteSeen, registerSite, type Site } from "./repositories/sites.ts";
export {
  createTrial,
  getTrial,
  listTrials,
  renameTrial,
  type Trial,
  type TrialSummary,
} from "./repositories/trials.ts";
export { createUpload, getUpload, type Upload, uploadKey } from "./repositories/uploads.ts";
export { listWorkerLoads, noteWorkerLoad, removeWorkerLoad, type WorkerLoad } from "./repositories/worker-loads.ts";
