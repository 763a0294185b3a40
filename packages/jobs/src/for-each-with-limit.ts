import { CancellationScope } from "@temporalio/workflow";

/**
 * Calls `work` for `first` up to but not including `end`, at most `limit` at a time, and begins no more once `isEnough`
 * says so. When one fails, or the workflow is cancelled, the others are cancelled and waited for before the failure is
 * thrown.
 * @returns the first index that was not begun; `end` when all are done
 */
export async function forEachWithLimit(
  first: number,
  end: number,
  limit: number,
  work: (index: number) => Promise<void>,
  isEnough: () => boolean,
): Promise<number> {
  const scope = new CancellationScope({ cancellable: true });
  let next = first;
  const failures: unknown[] = [];
  const lane = async () => {
    while (next < end && !isEnough()) {
      const index = next++;
      try {
        await work(index);
      } catch (error) {
        failures.push(error);
        next = end;
        scope.cancel();
      }
    }
  };
  await scope.run(() => Promise.all(Array.from({ length: Math.min(limit, end - first) }, lane)));
  if (failures.length > 0) throw failures[0];
  return next;
}
