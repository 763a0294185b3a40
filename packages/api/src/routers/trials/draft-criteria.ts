import { getCriteriaVersion } from "@qinghao/db";
import { draftCriteria } from "@qinghao/trials";
import { apiErrors } from "../../errors.ts";
import { rest } from "../../rest.ts";
import { draftCriteriaInput, drafterSchema, draftsSchema } from "../../schema.ts";
import { terminologyFor } from "../../trials/terminology.ts";
import { procedure } from "../../trpc.ts";
import { readingOf } from "../../views/trial-view.ts";

export const getDrafter = procedure
  .meta(rest("GET", "/criteria-drafter", { tag: "trials", summary: "The language model that may be asked for drafts" }))
  .output(drafterSchema)
  .query(({ ctx }) => ({ model: ctx.env.drafter?.model ?? null }));

export const draftWithModel = procedure
  .meta(
    rest("POST", "/criteria/{versionId}/drafts", {
      tag: "trials",
      summary: "Ask a language model for other readings of criteria; stores nothing",
      description:
        "A draft is valid against the schema and names known concepts only. A person accepts it or does not.",
      errors: [404, 502, 503],
    }),
  )
  .input(draftCriteriaInput)
  .output(draftsSchema)
  .mutation(async ({ ctx, input, signal }) => {
    const { drafter } = ctx.env;
    if (drafter === undefined) throw apiErrors.create("drafter.missing");
    const { document } = await getCriteriaVersion(ctx.db, input.versionId);
    const wanted = new Set(input.criteria);
    const asked = { ...document, criteria: document.criteria.filter(({ id }) => wanted.has(id)) };
    const terminology = await terminologyFor(ctx);
    const knowledge = await ctx.knowledge.shipped();
    const present = new Set(JSON.stringify(asked.criteria.map(({ tree }) => tree)).match(/(?<="id":")[^"]+/g));
    const drafts = await draftCriteria(asked, drafter, {
      fetch,
      isKnown: (id) => knowledge.has(id) || present.has(id),
      ...(signal === undefined ? {} : { signal }),
    });
    return {
      model: drafter.model,
      drafts: drafts.map((draft) => ({
        ...draft,
        reading: draft.proposed === null ? null : readingOf(draft.proposed.tree, terminology),
      })),
    };
  });
