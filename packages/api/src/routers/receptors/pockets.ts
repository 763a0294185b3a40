import { knownLigand } from "../../receptors/known-ligand.ts";
import { structureText } from "../../receptors/structure-text.ts";
import { rest } from "../../rest.ts";
import { inspectReceptorInput, receptorPocketsSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const receptorPockets = procedure
  .meta(
    rest("POST", "/receptors/pockets", {
      tag: "receptors",
      summary: "Hollows of a structure's file as it would be prepared, the best first; seconds for a large one",
      errors: [404, 413, 422, 503],
    }),
  )
  .input(inspectReceptorInput)
  .output(receptorPocketsSchema)
  .mutation(async ({ ctx, input: { selection, reference, ...source }, signal }) => {
    const file = await structureText(ctx, source);
    const known = await knownLigand(ctx, reference);
    const structures = await ctx.structures();
    return { pockets: await structures.pockets({ file, choice: selection, known }, signal) };
  });
