import { listTrials as readTrials } from "@qinghao/db";
import { z } from "zod";
import { rest } from "../../rest.ts";
import { trialSummarySchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { trialSummaryView } from "../../views/trial-view.ts";

export const listTrials = procedure
  .meta(rest("GET", "/trials", { tag: "trials", summary: "Trials, the last touched first", errors: [503] }))
  .output(z.object({ trials: z.array(trialSummarySchema) }))
  .query(async ({ ctx }) => ({ trials: (await readTrials(ctx.db)).map(trialSummaryView) }));
