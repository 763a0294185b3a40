import { checkHealth } from "../../health.ts";
import { rest } from "../../rest.ts";
import { healthSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getHealth = procedure
  .meta(
    rest("GET", "/system/health", {
      tag: "system",
      summary: "Whether the services behind this server answer",
      errors: [],
    }),
  )
  .output(healthSchema)
  .query(({ ctx }) => checkHealth(ctx));
