import { proxyActivities } from "@temporalio/workflow";
import type { CompoundsActivities } from "../src/activities/compounds.activities.ts";

const { endImport } = proxyActivities<CompoundsActivities>({ startToCloseTimeout: "1 minute" });

/** Not the workflow that was recorded: the replay test must notice. */
export async function importCompounds({ importId }: { importId: string }): Promise<void> {
  await endImport({ importId, state: "completed", error: null } as Parameters<typeof endImport>[0]);
}
