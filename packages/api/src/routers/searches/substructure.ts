import { parseQuery } from "@qinghao/chemistry";
import { createSearch, finishSearch, getProject } from "@qinghao/db";
import { compoundsTaskQueue, searchSubstructureWorkflow } from "@qinghao/workflow-compounds/contract";
import { startJob } from "../../jobs/start-job.ts";
import { rest } from "../../rest.ts";
import { searchSchema, startSearchInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { searchView } from "../../views/search-view.ts";

export const startSubstructureSearch = procedure
  .meta(
    rest("POST", "/projects/{projectId}/searches/substructure", {
      tag: "searches",
      summary: "Start a substructure search",
      errors: [404, 422, 503],
    }),
  )
  .input(startSearchInput)
  .output(searchSchema)
  .mutation(async ({ ctx, input }) => {
    const { projectId, query } = input;
    await getProject(ctx.db, projectId);
    const parsed = parseQuery(await ctx.kit(), query);
    if (!parsed.ok) throw parsed.error;
    parsed.value.close();
    const id = ctx.newId("search");
    const search = await startJob(
      ctx,
      { workflow: searchSubstructureWorkflow, queue: compoundsTaskQueue, id, input: { searchId: id } },
      {
        create: () => createSearch(ctx.db, { id, projectId, kind: "substructure", query }),
        fail: (error) => finishSearch(ctx.db, id, "failed", error),
      },
    );
    return searchView(search);
  });
