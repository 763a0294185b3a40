import { listImports as readImports } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { importPageSchema, listImportsInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { importView } from "../../views/import-view.ts";

export const listImports = procedure
  .meta(
    rest("GET", "/projects/{projectId}/imports", {
      tag: "imports",
      summary: "Imports of a project, newest first",
      errors: [404, 503],
    }),
  )
  .input(listImportsInput)
  .output(importPageSchema)
  .query(async ({ ctx, input }) => {
    const rows = await readImports(ctx.db, input.projectId, input.limit + 1);
    return { rows: rows.slice(0, input.limit).map(importView), more: rows.length > input.limit };
  });
