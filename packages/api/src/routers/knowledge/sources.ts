import { listSources } from "../../knowledge/source-list.ts";
import { rest } from "../../rest.ts";
import { sourceListSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getSources = procedure
  .meta(
    rest("GET", "/knowledge/sources", {
      tag: "knowledge",
      summary: "Sources of the knowledge with licence, date and how much is theirs",
      errors: [503],
    }),
  )
  .output(sourceListSchema)
  .query(async ({ ctx }) => listSources(await ctx.knowledge.shipped()));
