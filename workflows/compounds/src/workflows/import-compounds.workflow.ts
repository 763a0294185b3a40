import { longWork, shortWork, wireErrorOf } from "@qinghao/jobs/workflow";
import { CancellationScope, isCancellation, proxyActivities } from "@temporalio/workflow";
import type { CompoundsActivities } from "../activities/compounds.activities.ts";
import type { ImportCompoundsInput } from "../contract.ts";

const { importRecords } = proxyActivities<CompoundsActivities>(longWork);
const { endImport } = proxyActivities<CompoundsActivities>(shortWork);

/** Registers the rows of an upload. Counts, rejects and the outcome are in the import's row. */
export async function importCompounds({ importId }: ImportCompoundsInput): Promise<void> {
  try {
    await importRecords({ importId });
    await endImport({ importId, state: "completed", error: null });
  } catch (error) {
    const end = isCancellation(error)
      ? { state: "cancelled" as const, error: null }
      : { state: "failed" as const, error: wireErrorOf(error) };
    await CancellationScope.nonCancellable(() => endImport({ importId, ...end }));
    throw error;
  }
}
