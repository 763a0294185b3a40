export { dataSpaceErrors } from "./errors.ts";
export { PersonSet } from "./gate/person-set.ts";
export { openReleaseGate, type ReleaseGate, type ReleaseGateOptions, type RememberedSet } from "./gate/release-gate.ts";
export { canonicalJson, sha256OfJson } from "./log/canonical-json.ts";
export { beginningOfLog, type LogCheck, nextLogLine, verifyLog } from "./log/log-chain.ts";
export { checkQuery, type QueryRules } from "./query/check-query.ts";
export { questionOf, type ReleasingSite, releaseOf, type StandingAnswer } from "./query/release-of.ts";
export { type CriterionPeople, excludedBy, passedBy, type SiteEvaluation } from "./query/site-evaluation.ts";
export * from "./schema.ts";
