import { addProjectKnowledge } from "@qinghao/db";
import { readEntryTable } from "@qinghao/knowledge";
import { rest } from "../../../rest.ts";
import { importedKnowledgeSchema, importKnowledgeInput } from "../../../schema.ts";
import { procedure } from "../../../trpc.ts";

export const importOwnKnowledge = procedure
  .meta(
    rest("POST", "/projects/{projectId}/knowledge/import", {
      tag: "knowledge",
      summary: "Add the entries of a table of the form that knowledge.tsv has",
      description: "Every line is added, was there already, or is listed with the reason why it cannot be taken in.",
      errors: [404, 413, 503],
    }),
  )
  .input(importKnowledgeInput)
  .output(importedKnowledgeSchema)
  .mutation(async ({ ctx, input: { projectId, table } }) => {
    const { entries, refused } = readEntryTable(table);
    const rows = entries.map((entry) => ({ id: ctx.newId("knowledge"), entry }));
    const added = await addProjectKnowledge(ctx.db, projectId, rows);
    return { added: added.length, present: rows.length - added.length, refused };
  });
