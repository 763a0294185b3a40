import { longWork, shortWork, wireErrorOf } from "@qinghao/jobs/workflow";
import { CancellationScope, isCancellation, proxyActivities } from "@temporalio/workflow";
import type { CompoundsActivities } from "../activities/compounds.activities.ts";
import type { SearchSubstructureInput } from "../contract.ts";

const { searchCompounds } = proxyActivities<CompoundsActivities>(longWork);
const { endSearch } = proxyActivities<CompoundsActivities>(shortWork);

/** Finds the compounds that hold a substructure. Hits, progress and the outcome are in the search's rows. */
export async function searchSubstructure({ searchId }: SearchSubstructureInput): Promise<void> {
  try {
    await searchCompounds({ searchId });
    await endSearch({ searchId, state: "completed", error: null });
  } catch (error) {
    const end = isCancellation(error)
      ? { state: "cancelled" as const, error: null }
      : { state: "failed" as const, error: wireErrorOf(error) };
    await CancellationScope.nonCancellable(() => endSearch({ searchId, ...end }));
    throw error;
  }
}
