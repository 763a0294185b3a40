import { getReceptor as readReceptor } from "@qinghao/db";
import { targetNames } from "../../receptors/target-names.ts";
import { rest } from "../../rest.ts";
import { receptorDetailSchema, receptorIdInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { receptorDetail } from "../../views/receptor-view.ts";

export const getReceptor = procedure
  .meta(
    rest("GET", "/receptors/{receptorId}", {
      tag: "receptors",
      summary: "One receptor: box, known ligand, and how it was prepared",
      errors: [404, 503],
    }),
  )
  .input(receptorIdInput)
  .output(receptorDetailSchema)
  .query(async ({ ctx, input }) => {
    const found = await readReceptor(ctx.db, input.receptorId);
    return receptorDetail(found, await targetNames(ctx, [found]));
  });
