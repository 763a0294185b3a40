import { z } from "zod";

export const versionStates = ["draft", "signed", "superseded"] as const;
export type VersionState = (typeof versionStates)[number];

/** What a reviewer decided on one criterion. */
export const criterionReviewSchema = z.object({
  decision: z.enum(["accepted", "edited", "not-computable"]),
  person: z.string(),
  at: z.string(),
});
export type CriterionReview = z.infer<typeof criterionReviewSchema>;

export const matchPurposes = ["feasibility", "matching"] as const;
export type MatchPurpose = (typeof matchPurposes)[number];

/**
 * `waiting`: asked, not taken up; `working`: its node is at it; `unreachable`: not answered in time, an answer is still
 * taken when it comes; `answered`, `refused` (by the site's rules), `failed`, `cancelled` are final.
 */
export const siteResultStates = [
  "waiting",
  "working",
  "unreachable",
  "answered",
  "refused",
  "failed",
  "cancelled",
] as const;
export type SiteResultState = (typeof siteResultStates)[number];
