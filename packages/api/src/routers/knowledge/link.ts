import { setImmediate as nextTurn } from "node:timers/promises";
import { mentionsOf } from "../../knowledge/mentions.ts";
import { rest } from "../../rest.ts";
import { linkedTextsSchema, linkTextsInput, type MentionView } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

/** Other requests get a turn after so much time. */
const turnMs = 20;

export const linkTexts = procedure
  .meta(
    rest("POST", "/knowledge/link", {
      tag: "knowledge",
      summary: "Find the concepts that texts name, in English and Chinese",
      description: "Offsets are UTF-16 units of the given text. Ambiguous names answer their candidates.",
      errors: [404, 413, 503],
    }),
  )
  .input(linkTextsInput)
  .output(linkedTextsSchema)
  // A mutation only so that long texts travel in the body.
  .mutation(async ({ ctx, input, signal }) => {
    const { texts, projectId, ...options } = input;
    const knowledge = await ctx.knowledge.seenBy(projectId);
    const linked: { mentions: MentionView[] }[] = [];
    let turnEnds = performance.now() + turnMs;
    for (const text of texts) {
      linked.push({ mentions: mentionsOf(knowledge, text, options) });
      if (performance.now() < turnEnds) continue;
      await nextTurn();
      signal?.throwIfAborted();
      turnEnds = performance.now() + turnMs;
    }
    return { texts: linked };
  });
