export {
  campaignFailures,
  campaignHits,
  campaignPool,
  campaignShards,
  campaignStages,
  campaigns,
} from "./campaigns.ts";
export { compoundFingerprints } from "./compound-fingerprints.ts";
export { compoundSources } from "./compound-sources.ts";
export { compounds } from "./compounds.ts";
export { importRejects } from "./import-rejects.ts";
export { imports } from "./imports.ts";
export { matchRuns, siteResults } from "./match-runs.ts";
export { predictions } from "./predictions.ts";
export { projectKnowledge } from "./project-knowledge.ts";
export { projects } from "./projects.ts";
export { receptors } from "./receptors.ts";
export { runShards } from "./run-shards.ts";
export { runs } from "./runs.ts";
export { searchHits } from "./search-hits.ts";
export { searches } from "./searches.ts";
export { sites } from "./sites.ts";
export { criteriaVersions, signOffs, trials } from "./trials.ts";
export { uploads } from "./uploads.ts";
export { workerLoads } from "./worker-loads.ts";
