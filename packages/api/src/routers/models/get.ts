import { getModel as readModel } from "../../model-registry.ts";
import { rest } from "../../rest.ts";
import { modelDetailSchema, modelInput } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getModel = procedure
  .meta(rest("GET", "/models/{endpoint}", { tag: "models", summary: "One model with its manifest", errors: [422] }))
  .input(modelInput)
  .output(modelDetailSchema)
  .query(({ ctx, input }) => readModel(ctx, input.endpoint));
