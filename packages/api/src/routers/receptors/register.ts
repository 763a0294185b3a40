import { createHash } from "node:crypto";
import { createReceptor, getProject, preparedKey, receptorSourceKey } from "@qinghao/db";
import { receptorSelectionSchema } from "@qinghao/docking/schema";
import { apiErrors } from "../../errors.ts";
import { knownLigand } from "../../receptors/known-ligand.ts";
import { structureText } from "../../receptors/structure-text.ts";
import { checkTarget, targetNames } from "../../receptors/target-names.ts";
import { rest } from "../../rest.ts";
import { receptorDetailSchema, registerReceptorInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { receptorDetail } from "../../views/receptor-view.ts";

export const registerReceptor = procedure
  .meta(
    rest("POST", "/projects/{projectId}/receptors", {
      tag: "receptors",
      summary: "Prepare a structure and keep it as a receptor to dock to",
      errors: [404, 413, 422, 503],
    }),
  )
  .input(registerReceptorInput)
  .output(receptorDetailSchema)
  .mutation(async ({ ctx, input, signal }) => {
    const { projectId, name, selection, reference: given, box: wanted, target, ...source } = input;
    await getProject(ctx.db, projectId);
    if (target !== undefined) await checkTarget(ctx, projectId, target);
    const file = await structureText(ctx, source);
    const known = await knownLigand(ctx, given);
    const structures = await ctx.structures();
    const prepared = await structures.prepare({ file, choice: selection, known }, "record", signal);
    const { reference, report } = prepared;
    const box = wanted ?? reference?.box;
    if (box === undefined) throw apiErrors.create("receptor.no_box");
    const id = ctx.newId("receptor");
    const bytes = new TextEncoder().encode(file.text);
    await ctx.artifacts.put(receptorSourceKey(id), bytes);
    await ctx.artifacts.put(preparedKey(id), new TextEncoder().encode(prepared.written));
    const drop =
      known !== undefined && "residue" in known ? [...(selection.drop ?? []), known.residue] : selection.drop;
    const chosen = receptorSelectionSchema.parse({ ...selection, ...(drop === undefined ? {} : { drop }) });
    const stored = await createReceptor(ctx.db, {
      id,
      projectId,
      name,
      fileName: file.fileName,
      format: prepared.format,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      target: target ?? null,
      selection: report === null ? null : chosen,
      report,
      box,
      reference: reference?.molblock ?? null,
      atoms: prepared.atoms,
    });
    return receptorDetail(stored, await targetNames(ctx, [stored]));
  });
