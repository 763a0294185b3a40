import { addProjectKnowledge } from "@qinghao/db";
import { rest } from "../../../rest.ts";
import { addKnowledgeInput, importedKnowledgeSchema } from "../../../schema.ts";
import { procedure } from "../../../trpc.ts";

export const addOwnKnowledge = procedure
  .meta(
    rest("POST", "/projects/{projectId}/knowledge", {
      tag: "knowledge",
      summary: "Add concepts, names or local codes to a project",
      errors: [404, 503],
    }),
  )
  .input(addKnowledgeInput)
  .output(importedKnowledgeSchema)
  .mutation(async ({ ctx, input: { projectId, entries } }) => {
    const rows = entries.map((entry) => ({ id: ctx.newId("knowledge"), entry }));
    const added = await addProjectKnowledge(ctx.db, projectId, rows);
    return { added: added.length, present: rows.length - added.length, refused: [] };
  });
