import type { SiteQuery, SiteRelease } from "@qinghao/data-space/schema";
import type { RunId, WireError } from "@qinghao/kernel";

// Names and types alone: workflow code imports this file and not the schemas, so that its bundle stays small.

export const trialMatchingTaskQueue = "trial-matching";
/** The queue that a site's own node polls; nothing else does. */
export const siteTaskQueue = (site: string): string => `site-${site.replace(/^site_/, "")}`;

/** Of the sponsor's queue. */
export const matchTrialWorkflow = "matchTrial";
export type MatchTrialInput = {
  runId: RunId;
  /** A site that has not answered by then is shown as unreachable, and the run goes on without it. Default 60. */
  siteTimeoutSeconds?: number;
  /** How long an answer of an unreachable site is still taken. Default a week. */
  lateSeconds?: number;
};

/** Of a site's own queue, as a child of `matchTrial`; id `<run>.<site>`. */
export const answerSiteWorkflow = "answerSite";
export type AnswerSiteInput = { site: string; query: SiteQuery };
export type SiteAnswer =
  | { state: "answered"; release: SiteRelease }
  | { state: "refused" | "failed"; error: WireError };

/** Of a site's own queue, started by its schedule: reads new records and brings the worklists up to date. */
export const refreshSiteWorkflow = "refreshSite";
export const siteScheduleId = (site: string): string => `${siteTaskQueue(site)}-refresh`;

/** From a site to the run: it has taken the question up. */
export const siteWorkingSignal = (site: string): string => `siteWorking:${site}`;
