import { listWorkerLoads } from "@qinghao/db";
import { screeningCpuQueue, screeningGpuQueue } from "@qinghao/workflow-screening/contract";
import { z } from "zod";
import { rest } from "../../rest.ts";
import { campaignWorkersSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";
import { moment } from "../../views/moment.ts";

export const campaignWorkers = procedure
  .meta(
    rest("GET", "/screening/workers", {
      tag: "campaigns",
      summary: "Who computes campaigns now, on which device, and how busy each is",
      errors: [503],
    }),
  )
  .input(z.object({}))
  .output(campaignWorkersSchema)
  .query(async ({ ctx }) => {
    const loads = await listWorkerLoads(ctx.db, [screeningCpuQueue, screeningGpuQueue]);
    return {
      workers: loads.map(({ queue, device, slots, busy, seenAt }) => ({
        queue: queue === screeningGpuQueue ? ("gpu" as const) : ("cpu" as const),
        device,
        slots,
        busy,
        seenAt: moment(seenAt),
      })),
    };
  });
