import { longWork } from "@qinghao/jobs/workflow";
import { proxyActivities } from "@temporalio/workflow";
import type { SiteActivities } from "../site-activities.ts";

const { refreshRecords } = proxyActivities<SiteActivities>(longWork);

/** Brings a site's records and worklists up to date. Nothing comes back, since the history is not the hospital's. */
export async function refreshSite(): Promise<void> {
  await refreshRecords({});
}
