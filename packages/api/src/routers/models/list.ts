import { listModels as readModels } from "../../model-registry.ts";
import { rest } from "../../rest.ts";
import { modelListSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const listModels = procedure
  .meta(rest("GET", "/models", { tag: "models", summary: "Models and their measured quality", errors: [] }))
  .output(modelListSchema)
  .query(async ({ ctx }) => ({ models: await readModels(ctx) }));
