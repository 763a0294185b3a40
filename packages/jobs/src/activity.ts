import { ApplicationFailure, Context } from "@temporalio/activity";
import { failureOf } from "./failure.ts";

/** Often enough for a cancelled job to hear of it within a second. */
const heartbeatMs = 400;

/**
 * A Temporal activity around `work`: heartbeats while it runs, hands it a signal that is aborted when the job is
 * cancelled, and turns what it throws into a failure that carries code, sentences and retry class.
 */
export function activity<Input, Output>(
  work: (input: Input, signal: AbortSignal) => Promise<Output>,
): (input: Input) => Promise<Output> {
  return async (input) => {
    const context = Context.current();
    const signal = context.cancellationSignal;
    const beat = setInterval(() => context.heartbeat(), heartbeatMs);
    context.heartbeat();
    try {
      return await work(input, signal);
    } catch (error) {
      if (!signal.aborted) throw failureOf(error, context.info.attempt);
      if (context.cancellationDetails?.cancelRequested) return await context.cancelled;
      throw ApplicationFailure.retryable("The worker stopped before the activity ended.", "jobs.worker-stopped");
    } finally {
      clearInterval(beat);
    }
  };
}
