import { getReceptor } from "@qinghao/db";
import { analysePose as analyse } from "../../receptors/binding-site.ts";
import { rest } from "../../rest.ts";
import { analysePoseInput, poseAnalysisSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const analysePose = procedure
  .meta(
    rest("POST", "/receptors/{receptorId}/poses/analyse", {
      tag: "receptors",
      summary:
        "Contacts of a pose with the receptor, as a list and as a flat picture, and whether the pose is possible",
      errors: [404, 422, 503],
    }),
  )
  .input(analysePoseInput)
  .output(poseAnalysisSchema)
  .mutation(async ({ ctx, input: { receptorId, molblock, theme } }) => {
    const site = await ctx.sites.open(await getReceptor(ctx.db, receptorId));
    return analyse(await ctx.kit(), site, molblock, theme);
  });
