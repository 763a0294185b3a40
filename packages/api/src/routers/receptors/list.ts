import { getProject, listReceptors as readReceptors } from "@qinghao/db";
import { targetNames } from "../../receptors/target-names.ts";
import { rest } from "../../rest.ts";
import { listReceptorsInput, receptorListSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { receptorView } from "../../views/receptor-view.ts";

export const listReceptors = procedure
  .meta(
    rest("GET", "/projects/{projectId}/receptors", {
      tag: "receptors",
      summary: "Receptors of a project, the newest first; of one target where it is given",
      errors: [404, 503],
    }),
  )
  .input(listReceptorsInput)
  .output(receptorListSchema)
  .query(async ({ ctx, input: { projectId, target } }) => {
    await getProject(ctx.db, projectId);
    const found = await readReceptors(ctx.db, projectId, target);
    const knowledge = await targetNames(ctx, found);
    return { receptors: found.map((receptor) => receptorView(receptor, knowledge)) };
  });
