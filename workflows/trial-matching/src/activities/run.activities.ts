import { type SiteQuery, sha256OfJson, siteQuerySchema, siteReleaseSchema } from "@qinghao/data-space";
import {
  type Database,
  finishMatchRun,
  getCriteriaVersion,
  getTrial,
  noteSiteResult,
  noteSiteSeen,
  startMatchRun,
} from "@qinghao/db";
import type { SiteResultState } from "@qinghao/db/trial-schema";
import { activity } from "@qinghao/jobs";
import type { CriteriaVersionId, RunId, TrialId, WireError } from "@qinghao/kernel";
import { toWireError } from "@qinghao/kernel";
import { trialMatchingErrors } from "../errors.ts";

export type RunPlan = { query: SiteQuery; sites: string[] };
export type SiteNote = {
  runId: RunId;
  site: string;
  state: SiteResultState;
  release?: unknown;
  error?: WireError | null;
};
export type RunActivities = ReturnType<typeof createRunActivities>;

/** What the sponsor's side does of a run: read the question, write down what the sites say. */
export function createRunActivities(db: Database) {
  return {
    /** The question and whom to ask. Throws `trial-matching.criteria.unsigned`. */
    planRun: activity(({ runId }: { runId: RunId }) => planRun(db, runId)),
    noteSite: activity(async ({ runId, site, state, release, error }: SiteNote) => {
      const of = { runId, siteId: site };
      if (state !== "waiting" && state !== "unreachable" && state !== "cancelled") await noteSiteSeen(db, site);
      if (state !== "answered") return noteSiteResult(db, of, { state, error: error ?? null });
      const parsed = siteReleaseSchema.safeParse(release);
      if (parsed.success) return noteSiteResult(db, of, { state, release: parsed.data });
      const invalid = toWireError(trialMatchingErrors.create("answer.invalid"));
      return noteSiteResult(db, of, { state: "failed", error: invalid });
    }),
    endRun: activity(
      ({ runId, ...end }: { runId: RunId; state: "completed" | "cancelled" | "failed"; error: WireError | null }) =>
        finishMatchRun(db, runId, end),
    ),
  };
}

async function planRun(db: Database, runId: RunId): Promise<RunPlan> {
  const run = await startMatchRun(db, runId);
  const version = await getCriteriaVersion(db, run.versionId as CriteriaVersionId);
  const trial = await getTrial(db, run.trialId as TrialId);
  if (version.state === "draft") throw trialMatchingErrors.create("criteria.unsigned", { version: version.version });
  const query = siteQuerySchema.parse({
    version: 1,
    run: runId,
    purpose: run.purpose,
    requester: run.requester,
    asOf: run.asOf,
    ask: run.ask,
    criteria: {
      trial: trial.id,
      title: trial.title,
      version: version.version,
      hash: await sha256OfJson(version.document),
      signatures: version.signOffs.map(({ person, at }) => ({ person, at: at.toISOString() })),
      document: version.document,
    },
  });
  return { query, sites: run.sites.map((each) => each.siteId) };
}
