import { readModelEvaluation } from "../../model-evaluation.ts";
import { rest } from "../../rest.ts";
import { modelEvaluationInput, modelEvaluationSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getEvaluation = procedure
  .meta(
    rest("GET", "/models/{endpoint}/evaluation", {
      tag: "models",
      summary: "Predictions of one model row by row, coverage of its intervals, error by similarity",
      errors: [404, 422],
    }),
  )
  .input(modelEvaluationInput)
  .output(modelEvaluationSchema)
  .query(({ ctx, input }) => readModelEvaluation(ctx, input.endpoint, input.set));
