import { removeReceptor as deleteReceptor } from "@qinghao/db";
import { z } from "zod";
import { rest } from "../../rest.ts";
import { receptorIdInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const removeReceptor = procedure
  .meta(
    rest("DELETE", "/receptors/{receptorId}", {
      tag: "receptors",
      summary: "Remove a receptor that no campaign docked to",
      errors: [404, 409, 503],
    }),
  )
  .input(receptorIdInput)
  .output(z.object({ removed: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    await deleteReceptor(ctx.db, input.receptorId);
    return { removed: true as const };
  });
