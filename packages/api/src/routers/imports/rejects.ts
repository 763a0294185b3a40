import { listRejects as readRejects } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { listRejectsInput, rejectPageSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const listRejects = procedure
  .meta(
    rest("GET", "/imports/{importId}/rejects", {
      tag: "imports",
      summary: "Rows that were rejected, with the reason",
      errors: [404, 503],
    }),
  )
  .input(listRejectsInput)
  .output(rejectPageSchema)
  .query(({ ctx, input }) => readRejects(ctx.db, input.importId, input));
