import { createImport, finishImport, getProject } from "@qinghao/db";
import { uploadIdSchema } from "@qinghao/kernel";
import { compoundsTaskQueue, importCompoundsWorkflow } from "@qinghao/workflow-compounds/contract";
import { startJob } from "../../jobs/start-job.ts";
import { rest } from "../../rest.ts";
import { importSchema, startImportInput } from "../../schema.ts";
import { uploadFrom } from "../../sources.ts";
import { procedure } from "../../trpc.ts";
import { importView } from "../../views/import-view.ts";

export const startImport = procedure
  .meta(
    rest("POST", "/projects/{projectId}/imports", {
      tag: "imports",
      summary: "Start an import",
      errors: [404, 415, 422, 503],
    }),
  )
  .input(startImportInput)
  .output(importSchema)
  .mutation(async ({ ctx, input }) => {
    const { projectId, mapping, format, ...given } = input;
    await getProject(ctx.db, projectId);
    const upload = await uploadFrom(ctx, given);
    const uploadId = uploadIdSchema.parse(upload.id);
    const id = ctx.newId("import");
    const row = await startJob(
      ctx,
      { workflow: importCompoundsWorkflow, queue: compoundsTaskQueue, id, input: { importId: id } },
      {
        create: () => createImport(ctx.db, { id, projectId, uploadId, format, mapping }),
        fail: (error) => finishImport(ctx.db, id, "failed", error),
      },
    );
    return importView(row);
  });
