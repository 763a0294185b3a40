import { listSites } from "@qinghao/db";
import { isQinghaoError } from "@qinghao/kernel";
import { siteTaskQueue } from "@qinghao/workflow-trial-matching/contract";
import { describeQueue, taskQueues } from "../../jobs/queues.ts";
import { rest } from "../../rest.ts";
import { queuesSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getQueues = procedure
  .meta(rest("GET", "/system/queues", { tag: "system", summary: "Task queues and who works them", errors: [] }))
  .output(queuesSchema)
  .query(async ({ ctx }) => {
    try {
      const sites = (await listSites(ctx.db)).filter((site) => site.isOpen);
      const ofSites = sites.map((site) => ({ queue: siteTaskQueue(site.id), kind: "workflow" as const }));
      const asked = [...taskQueues, ...ofSites];
      const queues = await Promise.all(asked.map(({ queue, kind }) => describeQueue(ctx, queue, kind)));
      return { reachable: true, queues };
    } catch (error) {
      if (isQinghaoError(error) && error.retry === "later") return { reachable: false, queues: [] };
      throw error;
    }
  });
