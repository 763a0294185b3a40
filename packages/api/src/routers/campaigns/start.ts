import { countCompounds, createCampaign, finishCampaign, getProject, getSearch } from "@qinghao/db";
import { searchIdSchema } from "@qinghao/kernel";
import { readSettings, screeningMethod } from "@qinghao/screening/methods";
import { checkSelection, runCampaignWorkflow, screeningTaskQueue } from "@qinghao/workflow-screening/contract";
import { placeStage } from "../../campaigns/place-stage.ts";
import { apiErrors } from "../../errors.ts";
import { filterOfScope, storedScope } from "../../jobs/scope.ts";
import { startJob } from "../../jobs/start-job.ts";
import { rest } from "../../rest.ts";
import { campaignSchema, startCampaignInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { campaignView } from "../../views/campaign-view.ts";

export const startCampaign = procedure
  .meta(
    rest("POST", "/projects/{projectId}/campaigns", {
      tag: "campaigns",
      summary: "Start a screening campaign: a library, and the stages that its ligands go through",
      errors: [404, 422, 503],
    }),
  )
  .input(startCampaignInput)
  .output(campaignSchema)
  .mutation(async ({ ctx, input }) => {
    const { projectId, name, library: scope, ...wanted } = input;
    for (const stage of wanted.stages) {
      const method = screeningMethod(stage.method);
      readSettings(method, stage.settings);
      checkSelection(stage, method);
    }
    const library = storedScope(scope);
    if (library.kind === "missing") throw apiErrors.create("campaign.library");
    await getProject(ctx.db, projectId);
    const plan = {
      ...wanted,
      stages: await Promise.all(wanted.stages.map((stage) => placeStage(ctx, projectId, stage))),
    };
    const filter = filterOfScope(library);
    if (filter.searchId !== undefined) await getSearch(ctx.db, searchIdSchema.parse(filter.searchId));
    if ((await countCompounds(ctx.db, projectId, filter)) === 0) throw apiErrors.create("campaign.empty");
    const id = ctx.newId("campaign");
    const campaign = await startJob(
      ctx,
      {
        workflow: runCampaignWorkflow,
        queue: screeningTaskQueue,
        id,
        input: { campaignId: id },
        priority: plan.priority,
      },
      {
        create: () => createCampaign(ctx.db, { id, projectId, name, plan: { ...plan, library } }),
        fail: (error) => finishCampaign(ctx.db, id, { state: "failed", error }),
      },
    );
    return campaignView(campaign);
  });
