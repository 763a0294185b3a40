import { checkEndpoints } from "../../endpoints.ts";
import { rest } from "../../rest.ts";
import { explainInput, explanationSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const explainPrediction = procedure
  .meta(
    rest("POST", "/predictions/explain", {
      tag: "predictions",
      summary: "Contribution of each atom to a prediction",
      errors: [422, 503],
    }),
  )
  .input(explainInput)
  .output(explanationSchema)
  .mutation(async ({ ctx, input }) => {
    const [endpoint] = checkEndpoints([input.endpoint]);
    return (await ctx.predictor()).explain(input.smiles, endpoint!);
  });
