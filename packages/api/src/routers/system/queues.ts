import { isQinghaoError } from "@qinghao/kernel";
import { describeQueue, taskQueues } from "../../jobs/queues.ts";
import { rest } from "../../rest.ts";
import { queuesSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getQueues = procedure
  .meta(rest("GET", "/system/queues", { tag: "system", summary: "Task queues and who works them", errors: [] }))
  .output(queuesSchema)
  .query(async ({ ctx }) => {
    try {
      const queues = await Promise.all(taskQueues.map(({ queue, kind }) => describeQueue(ctx, queue, kind)));
      return { reachable: true, queues };
    } catch (error) {
      if (isQinghaoError(error) && error.retry === "later") return { reachable: false, queues: [] };
      throw error;
    }
  });
