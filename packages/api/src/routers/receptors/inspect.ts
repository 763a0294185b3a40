import { writeMmcif } from "@qinghao/docking/formats";
import { findPockets } from "@qinghao/docking/prepare";
import { plainBox, prepareSource } from "../../receptors/prepare-source.ts";
import { structureText } from "../../receptors/structure-text.ts";
import { rest } from "../../rest.ts";
import { inspectReceptorInput, receptorInspectionSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const inspectReceptor = procedure
  .meta(
    rest("POST", "/receptors/inspect", {
      tag: "receptors",
      summary:
        "What a structure's file holds and how it would be prepared: ligands, pockets, residues and their states",
      errors: [404, 413, 422, 503],
    }),
  )
  .input(inspectReceptorInput)
  .output(receptorInspectionSchema)
  .mutation(async ({ ctx, input: { selection, reference: known, ...source } }) => {
    const file = await structureText(ctx, source);
    const { opened, ligands, reference } = prepareSource(await ctx.kit(), file, selection, known);
    const { format, receptor, report } = opened;
    return {
      fileName: file.fileName,
      format,
      atoms: receptor.atoms,
      report,
      ligands: ligands.map((ligand) => ({ ...ligand, box: plainBox(ligand.box) })),
      pockets: findPockets(receptor).map(({ box, center, volume, burial }) => ({
        box: plainBox(box),
        center: [...center],
        volume,
        burial,
      })),
      reference,
      structure: writeMmcif(receptor),
    };
  });
