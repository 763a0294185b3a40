import { listSites as readSites } from "@qinghao/db";
import { siteTaskQueue } from "@qinghao/workflow-trial-matching/contract";
import { describeQueue } from "../../jobs/queues.ts";
import { rest } from "../../rest.ts";
import { sitesSchema } from "../../schema.ts";
import type { Services } from "../../services.ts";
import { procedure } from "../../trpc.ts";

export const listSites = procedure
  .meta(rest("GET", "/sites", { tag: "trials", summary: "Hospitals that can be asked", errors: [503] }))
  .output(sitesSchema)
  .query(async ({ ctx }) => {
    const sites = await readSites(ctx.db);
    return {
      sites: await Promise.all(
        sites.map(async ({ id, name, source, isOpen }) => ({
          id,
          name,
          source,
          isOpen,
          isThere: await isThere(ctx, id),
        })),
      ),
    };
  });

/** A node only dials out: that it asks for work is all that shows it is there. */
async function isThere(services: Services, site: string): Promise<boolean> {
  try {
    return (await describeQueue(services, siteTaskQueue(site), "workflow")).pollers > 0;
  } catch {
    return false;
  }
}
