import {
  finishCampaign,
  getCampaign,
  markCampaignCancelling,
  markCampaignPaused,
  markCampaignResumed,
} from "@qinghao/db";
import type { CampaignState } from "@qinghao/db/campaign-schema";
import type { CampaignId } from "@qinghao/kernel";
import { pauseSignal, resumeSignal } from "@qinghao/workflow-screening/contract";
import type { RequestContext } from "../../context.ts";
import { apiErrors } from "../../errors.ts";
import { cancelJob } from "../../jobs/start-job.ts";
import { rest } from "../../rest.ts";
import { campaignIdInput, campaignSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { campaignView } from "../../views/campaign-view.ts";

const errors = [404, 409, 503] as const;
const meta = (verb: string, summary: string) =>
  rest("POST", `/campaigns/{campaignId}/${verb}`, { tag: "campaigns", summary, errors: [...errors] });

export const pauseCampaign = procedure
  .meta(meta("pause", "Offer no more work; what is under way ends"))
  .input(campaignIdInput)
  .output(campaignSchema)
  .mutation(({ ctx, input: { campaignId } }) =>
    steer(ctx, campaignId, pauseSignal, { mark: markCampaignPaused, undo: markCampaignResumed, reached: "paused" }),
  );

export const resumeCampaign = procedure
  .meta(meta("resume", "Go on with a paused campaign"))
  .input(campaignIdInput)
  .output(campaignSchema)
  .mutation(({ ctx, input: { campaignId } }) =>
    steer(ctx, campaignId, resumeSignal, { mark: markCampaignResumed, undo: markCampaignPaused, reached: "running" }),
  );

type Mark = typeof markCampaignPaused;

/** Marks the row and tells the workflow; a job server that is away leaves the row as it was. */
async function steer(
  ctx: RequestContext,
  id: CampaignId,
  signal: string,
  { mark, undo, reached }: { mark: Mark; undo: Mark; reached: CampaignState },
) {
  const jobs = await ctx.jobs();
  await getCampaign(ctx.db, id);
  if (await mark(ctx.db, id)) {
    try {
      await jobs.signal(id, signal);
    } catch (error) {
      await undo(ctx.db, id);
      throw error;
    }
  }
  const campaign = await getCampaign(ctx.db, id);
  if (campaign.state !== reached) throw apiErrors.create("job.finished", { id, state: campaign.state });
  return campaignView(campaign);
}

export const cancelCampaign = procedure
  .meta(meta("cancel", "Stop a campaign; finished shards stay"))
  .input(campaignIdInput)
  .output(campaignSchema)
  .mutation(async ({ ctx, input: { campaignId } }) => {
    await getCampaign(ctx.db, campaignId);
    const isStopping = await cancelJob(ctx, campaignId, {
      mark: () => markCampaignCancelling(ctx.db, campaignId),
      end: () => finishCampaign(ctx.db, campaignId, { state: "cancelled" }),
    });
    const campaign = await getCampaign(ctx.db, campaignId);
    if (!isStopping && campaign.state !== "cancelling" && campaign.state !== "cancelled")
      throw apiErrors.create("job.finished", { id: campaignId, state: campaign.state });
    return campaignView(campaign);
  });
