import { searchView } from "../../knowledge/search-view.ts";
import { rest } from "../../rest.ts";
import { conceptHitsSchema, searchConceptsInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const searchConcepts = procedure
  .meta(
    rest("POST", "/knowledge/search", {
      tag: "knowledge",
      summary: "Find concepts by name, synonym, pinyin initials, code, InChIKey or trial number",
      errors: [404, 503],
    }),
  )
  .input(searchConceptsInput)
  .output(conceptHitsSchema)
  .query(async ({ ctx, input }) => {
    const { q, projectId, ...options } = input;
    const knowledge = await ctx.knowledge.seenBy(projectId);
    const startedAt = performance.now();
    const hits = searchView(knowledge, q, options);
    return { hits, tookMs: Math.round((performance.now() - startedAt) * 100) / 100 };
  });
