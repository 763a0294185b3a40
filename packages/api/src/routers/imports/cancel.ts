import { finishImport, getImport, markImportCancelling } from "@qinghao/db";
import { apiErrors } from "../../errors.ts";
import { cancelJob } from "../../jobs/start-job.ts";
import { rest } from "../../rest.ts";
import { importIdInput, importSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { importView } from "../../views/import-view.ts";

export const cancelImport = procedure
  .meta(
    rest("POST", "/imports/{importId}/cancel", {
      tag: "imports",
      summary: "Stop an import; rows already in stay",
      errors: [404, 409, 503],
    }),
  )
  .input(importIdInput)
  .output(importSchema)
  .mutation(async ({ ctx, input }) => {
    const id = input.importId;
    await getImport(ctx.db, id);
    const isStopping = await cancelJob(ctx, id, {
      mark: () => markImportCancelling(ctx.db, id),
      end: () => finishImport(ctx.db, id, "cancelled"),
    });
    const row = await getImport(ctx.db, id);
    if (!isStopping && row.state !== "cancelling" && row.state !== "cancelled")
      throw apiErrors.create("job.finished", { id, state: row.state });
    return importView(row);
  });
