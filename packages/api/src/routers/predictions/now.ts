import { checkEndpoints } from "../../endpoints.ts";
import { rest } from "../../rest.ts";
import { predictNowInput, predictNowSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const predictNow = procedure
  .meta(
    rest("POST", "/predictions", {
      tag: "predictions",
      summary: "Predict up to 100 molecules at once",
      errors: [422, 503],
    }),
  )
  .input(predictNowInput)
  .output(predictNowSchema)
  .mutation(async ({ ctx, input }) => {
    const endpoints = input.endpoints && checkEndpoints(input.endpoints);
    return { rows: await (await ctx.predictor()).predict(input.smiles, endpoints) };
  });
