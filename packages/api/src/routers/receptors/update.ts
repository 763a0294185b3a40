import { updateReceptor as changeReceptor, getReceptor } from "@qinghao/db";
import { projectIdSchema } from "@qinghao/kernel";
import { checkTarget, targetNames } from "../../receptors/target-names.ts";
import { rest } from "../../rest.ts";
import { receptorDetailSchema, updateReceptorInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { receptorDetail } from "../../views/receptor-view.ts";

export const updateReceptor = procedure
  .meta(
    rest("PATCH", "/receptors/{receptorId}", {
      tag: "receptors",
      summary: "Change the name, the box or the target; campaigns that were started keep their box",
      errors: [404, 422, 503],
    }),
  )
  .input(updateReceptorInput)
  .output(receptorDetailSchema)
  .mutation(async ({ ctx, input: { receptorId, name, box, target } }) => {
    const { projectId } = await getReceptor(ctx.db, receptorId);
    if (target !== undefined && target !== null) await checkTarget(ctx, projectIdSchema.parse(projectId), target);
    const changed = await changeReceptor(ctx.db, receptorId, {
      ...(name === undefined ? {} : { name }),
      ...(box === undefined ? {} : { box }),
      ...(target === undefined ? {} : { target }),
    });
    return receptorDetail(changed, await targetNames(ctx, [changed]));
  });
