import { getProject, registerCompound as storeCompound } from "@qinghao/db";
import { newCompound } from "../../registering.ts";
import { rest } from "../../rest.ts";
import { registerCompoundInput, registeredSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { compoundView } from "../../views/compound-view.ts";

export const registerCompound = procedure
  .meta(
    rest("POST", "/projects/{projectId}/compounds", {
      tag: "compounds",
      summary: "Standardise and register a structure",
      errors: [404, 422, 503],
    }),
  )
  .input(registerCompoundInput)
  .output(registeredSchema)
  .mutation(async ({ ctx, input }) => {
    const { projectId, structure, name } = input;
    await getProject(ctx.db, projectId);
    const made = newCompound(await ctx.kit(), { id: ctx.newId("compound"), structure, name: name || null });
    if (!made.ok) throw made.error;
    const { compound, existed } = await storeCompound(ctx.db, projectId, made.value);
    return { compound: compoundView(compound), existed };
  });
