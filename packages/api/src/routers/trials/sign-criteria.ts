import { sha256OfJson } from "@qinghao/data-space";
import { getCriteriaVersion, signCriteria as storeSignature } from "@qinghao/db";
import { apiErrors } from "../../errors.ts";
import { rest } from "../../rest.ts";
import { criteriaVersionSchema, signCriteriaInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { criteriaVersionView } from "../../views/trial-view.ts";

export const signCriteria = procedure
  .meta(
    rest("POST", "/criteria/{versionId}/signatures", {
      tag: "trials",
      summary: "Sign a version; the second person's signature puts it in force",
      errors: [404, 409, 422, 503],
    }),
  )
  .input(signCriteriaInput)
  .output(criteriaVersionSchema)
  .mutation(async ({ ctx, input: { versionId, revision, person, hash } }) => {
    const { document, reviews } = await getCriteriaVersion(ctx.db, versionId);
    if ((await sha256OfJson(document)) !== hash) throw apiErrors.create("criteria.not_as_seen");
    const open = document.criteria.filter(({ id }) => reviews[id] === undefined).length;
    if (open > 0) throw apiErrors.create("criteria.unreviewed", { count: open });
    return criteriaVersionView(ctx, await storeSignature(ctx.db, versionId, { person, hash, revision }));
  });
