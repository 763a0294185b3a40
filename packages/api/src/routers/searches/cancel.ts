import { finishSearch, getSearch, markSearchCancelling } from "@qinghao/db";
import { apiErrors } from "../../errors.ts";
import { cancelJob } from "../../jobs/start-job.ts";
import { rest } from "../../rest.ts";
import { searchIdInput, searchSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { searchView } from "../../views/search-view.ts";

export const cancelSearch = procedure
  .meta(
    rest("POST", "/searches/{searchId}/cancel", {
      tag: "searches",
      summary: "Stop a search; hits found so far stay",
      errors: [404, 409, 503],
    }),
  )
  .input(searchIdInput)
  .output(searchSchema)
  .mutation(async ({ ctx, input }) => {
    const id = input.searchId;
    await getSearch(ctx.db, id);
    const isStopping = await cancelJob(ctx, id, {
      mark: () => markSearchCancelling(ctx.db, id),
      end: () => finishSearch(ctx.db, id, "cancelled"),
    });
    const search = await getSearch(ctx.db, id);
    if (!isStopping && search.state !== "cancelling" && search.state !== "cancelled")
      throw apiErrors.create("job.finished", { id, state: search.state });
    return searchView(search);
  });
