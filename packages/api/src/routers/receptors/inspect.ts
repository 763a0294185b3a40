import { knownLigand } from "../../receptors/known-ligand.ts";
import { structureText } from "../../receptors/structure-text.ts";
import { rest } from "../../rest.ts";
import { inspectReceptorInput, receptorInspectionSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const inspectReceptor = procedure
  .meta(
    rest("POST", "/receptors/inspect", {
      tag: "receptors",
      summary: "What a structure's file holds and how it would be prepared: ligands, residues and their states",
      errors: [404, 413, 422, 503],
    }),
  )
  .input(inspectReceptorInput)
  .output(receptorInspectionSchema)
  .mutation(async ({ ctx, input: { selection, reference, ...source }, signal }) => {
    const file = await structureText(ctx, source);
    const known = await knownLigand(ctx, reference);
    const structures = await ctx.structures();
    const { written, ...prepared } = await structures.prepare({ file, choice: selection, known }, "mmcif", signal);
    return { fileName: file.fileName, ...prepared, structure: written };
  });
