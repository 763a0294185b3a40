import { siteQuerySchema, siteReleaseSchema } from "@qinghao/data-space/schema";
import type { MatchRun } from "@qinghao/db";
import type { MatchRunView } from "../schema.ts";
import { moment, momentOrNull } from "./moment.ts";

export const matchRunView = (run: MatchRun): MatchRunView => ({
  id: run.id,
  trialId: run.trialId,
  versionId: run.versionId,
  purpose: run.purpose,
  requester: run.requester,
  asOf: run.asOf,
  ask: siteQuerySchema.shape.ask.parse(run.ask),
  state: run.state,
  error: run.error ?? null,
  sites: run.sites.map(({ siteId, state, release, error, answeredAt }) => ({
    siteId,
    state,
    release: release == null ? null : siteReleaseSchema.parse(release),
    error: error ?? null,
    answeredAt: momentOrNull(answeredAt),
  })),
  createdAt: moment(run.createdAt),
  finishedAt: momentOrNull(run.finishedAt),
});
