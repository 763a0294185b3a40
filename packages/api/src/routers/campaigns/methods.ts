import { screeningMethods as allMethods } from "@qinghao/screening/methods";
import { z } from "zod";
import { rest } from "../../rest.ts";
import { screeningMethodsSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const screeningMethods = procedure
  .meta(
    rest("GET", "/screening/methods", { tag: "campaigns", summary: "Ways to screen, with the form of their settings" }),
  )
  .input(z.object({}))
  .output(screeningMethodsSchema)
  .query(() => ({
    methods: allMethods.map(({ id, name, score, better, settings, learnable = false }) => ({
      id,
      name,
      score,
      better,
      learnable,
      settings: z.toJSONSchema(settings, { io: "input" }) as Record<string, z.core.util.JSONType>,
    })),
  }));
