import { findCompound } from "@qinghao/db";
import { rest } from "../../rest.ts";
import { lookupCompoundInput, lookupSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { compoundRowView } from "../../views/compound-view.ts";

export const lookupCompound = procedure
  .meta(
    rest("GET", "/projects/{projectId}/compounds/by-inchikey/{inchikey}", {
      tag: "compounds",
      summary: "The compound with this InChIKey, if it is registered",
      errors: [404, 503],
    }),
  )
  .input(lookupCompoundInput)
  .output(lookupSchema)
  .query(async ({ ctx, input }) => {
    const compound = await findCompound(ctx.db, input.projectId, input.inchikey);
    return { compound: compound === null ? null : compoundRowView(compound) };
  });
