import { getImport as readImport } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { importIdInput, importSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { importView } from "../../views/import-view.ts";

export const getImport = procedure
  .meta(
    rest("GET", "/imports/{importId}", { tag: "imports", summary: "One import and how far it is", errors: [404, 503] }),
  )
  .input(importIdInput)
  .output(importSchema)
  .query(async ({ ctx, input }) => importView(await readImport(ctx.db, input.importId)));
