import { proxyActivities } from "@temporalio/workflow";
import type { ModellingActivities } from "../src/activities/modelling.activities.ts";

const { noteWaiting } = proxyActivities<ModellingActivities>({ startToCloseTimeout: "1 minute" });

/** Not the workflow that was recorded: the replay test must notice. */
export async function predictProperties({ runId }: Parameters<ModellingActivities["planShards"]>[0]): Promise<void> {
  await noteWaiting({ runId, isWaiting: true });
}
