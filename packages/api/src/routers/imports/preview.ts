import { previewOf } from "../../preview.ts";
import { rest } from "../../rest.ts";
import { previewInput, previewSchema } from "../../schema.ts";
import { previewSource } from "../../sources.ts";
import { procedure } from "../../trpc.ts";

export const previewImport = procedure
  .meta(
    rest("POST", "/imports/preview", {
      tag: "imports",
      summary: "Read the first rows of an upload or a pasted text",
      errors: [404, 415, 422],
    }),
  )
  .input(previewInput)
  .output(previewSchema)
  .mutation(async ({ ctx, input }) => {
    const { format, mapping, ...given } = input;
    return previewOf(await previewSource(ctx, given), { format, mapping });
  });
