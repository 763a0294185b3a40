import { proxyActivities } from "@temporalio/workflow";
import type { ScreeningActivities } from "../src/activities/screening.activities.ts";

const { noteWaiting } = proxyActivities<ScreeningActivities>({ startToCloseTimeout: "1 minute" });

/** Not the workflow that was recorded: the replay test must notice. */
export async function runCampaign({ campaignId }: Parameters<ScreeningActivities["planLibrary"]>[0]): Promise<void> {
  await noteWaiting({ campaignId, isWaiting: true });
}
