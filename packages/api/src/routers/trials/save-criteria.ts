import { saveCriteriaDraft } from "@qinghao/db";
import { computabilityOf } from "@qinghao/trials";
import { apiErrors } from "../../errors.ts";
import { rest } from "../../rest.ts";
import { criteriaVersionSchema, saveCriteriaInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { criteriaVersionView } from "../../views/trial-view.ts";

export const saveCriteria = procedure
  .meta(
    rest("PUT", "/criteria/{versionId}", {
      tag: "trials",
      summary: "Store an edited draft",
      description: "Signatures under the former text are void. A writer who saw an older revision is refused.",
      errors: [404, 409, 422, 503],
    }),
  )
  .input(saveCriteriaInput)
  .output(criteriaVersionSchema)
  .mutation(async ({ ctx, input }) => {
    const { versionId, revision, reviews } = input;
    const { source } = input.document;
    const astray = input.document.criteria.find(({ start, end, text }) => source.text.slice(start, end) !== text);
    if (astray !== undefined) throw apiErrors.create("criteria.astray", { id: astray.id });
    // How much is computable follows from the tree; a caller's own claim is not taken.
    const criteria = input.document.criteria.map((one) => ({ ...one, computable: computabilityOf(one.tree) }));
    const document = { ...input.document, criteria };
    return criteriaVersionView(ctx, await saveCriteriaDraft(ctx.db, versionId, { revision, document, reviews }));
  });
