import type { SiteQuery, SiteRelease } from "@qinghao/data-space/schema";

/** What a hospital's node does for the workflows of its queue. Results are released values or nothing. */
export type SiteActivities = {
  /** Checks the query by the site's rules and writes it into the log. Throws `data-space.query.*`. */
  admitQuery(input: { query: SiteQuery }): Promise<void>;
  /** Evaluates, and lets out what the release gate allows. */
  answerQuery(input: { query: SiteQuery }): Promise<SiteRelease>;
  /** Puts the people who fit on the site's own worklist. */
  enlistCandidates(input: { query: SiteQuery }): Promise<void>;
  /** Reads new and changed records, and matches anew what they touch. */
  refreshRecords(input: Record<string, never>): Promise<void>;
};
