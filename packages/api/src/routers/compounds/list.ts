import { listCompounds as readCompounds } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { compoundPageSchema, listCompoundsInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { compoundRowView } from "../../views/compound-view.ts";

export const listCompounds = procedure
  .meta(
    rest("POST", "/projects/{projectId}/compounds/query", {
      tag: "compounds",
      summary: "A page of compounds, filtered and sorted",
      errors: [404, 422, 503],
    }),
  )
  .input(listCompoundsInput)
  .output(compoundPageSchema)
  .query(async ({ ctx, input }) => {
    const { projectId, search, ...request } = input;
    const page = await readCompounds(ctx.db, projectId, { ...request, searchId: search?.searchId });
    return { total: page.total, rows: page.rows.map(compoundRowView) };
  });
