import { getSearch as readSearch } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { searchIdInput, searchSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { searchView } from "../../views/search-view.ts";

export const getSearch = procedure
  .meta(
    rest("GET", "/searches/{searchId}", {
      tag: "searches",
      summary: "One search and how far it is",
      errors: [404, 503],
    }),
  )
  .input(searchIdInput)
  .output(searchSchema)
  .query(async ({ ctx, input }) => searchView(await readSearch(ctx.db, input.searchId)));
