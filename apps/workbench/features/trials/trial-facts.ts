import type { CriteriaVersionView, MatchRunView, TrialView } from "@qinghao/api/schema";

export type VersionSummary = TrialView["versions"][number];
export type Reviews = CriteriaVersionView["reviews"];
export type Review = Reviews[string];
export type Finding = CriteriaVersionView["findings"][number];
export type SiteResult = MatchRunView["sites"][number];
export type Release = NonNullable<SiteResult["release"]>;
export type Count = Release["population"];

export const trialHref = (trialId: string, query = ""): string => `/trials/${trialId}${query}`;
export const runsHref = (trialId: string): string => `/trials/${trialId}/runs`;
export const runHref = (trialId: string, runId: string): string => `/trials/${trialId}/runs/${runId}`;
export const conceptHref = (id: string): string => `/knowledge/${encodeURIComponent(id)}`;

const over = new Set(["completed", "failed", "cancelled"]);
export const isOver = ({ state }: Pick<MatchRunView, "state">): boolean => over.has(state);
