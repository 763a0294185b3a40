import { shortWork, wireErrorOf } from "@qinghao/jobs/workflow";
import {
  CancellationScope,
  ChildWorkflowCancellationType,
  ChildWorkflowFailure,
  condition,
  defineSignal,
  executeChild,
  isCancellation,
  ParentClosePolicy,
  proxyActivities,
  setHandler,
  TimeoutFailure,
} from "@temporalio/workflow";
import type { RunActivities } from "../activities/run.activities.ts";
import {
  type AnswerSiteInput,
  answerSiteWorkflow,
  type MatchTrialInput,
  type SiteAnswer,
  siteTaskQueue,
  siteWorkingSignal,
} from "../names.ts";

const { planRun, noteSite, endRun } = proxyActivities<RunActivities>(shortWork);
type Run = Required<MatchTrialInput>;

/**
 * Asks every site of a run at once, each on its own queue. The run is complete when each has answered or has let its
 * time pass; late answers are still taken afterwards.
 */
export async function matchTrial(input: MatchTrialInput): Promise<void> {
  const run: Run = { siteTimeoutSeconds: 60, lateSeconds: 7 * 24 * 3600, ...input };
  const { runId } = run;
  try {
    const { query, sites } = await planRun({ runId });
    let settled = 0;
    const asked = Promise.all(sites.map((site) => askSite(run, { site, query }, () => settled++)));
    await Promise.race([asked, condition(() => settled === sites.length)]);
    await endRun({ runId, state: "completed", error: null });
    await asked;
  } catch (error) {
    const end = isCancellation(error)
      ? { state: "cancelled" as const, error: null }
      : { state: "failed" as const, error: wireErrorOf(error) };
    await CancellationScope.nonCancellable(() => endRun({ runId, ...end }));
    throw error;
  }
}

/** @param onSettled called once, when the site has answered or its time is over */
async function askSite(run: Run, input: AnswerSiteInput, onSettled: () => void): Promise<void> {
  const { runId } = run;
  const { site } = input;
  let isAnswered = false;
  setHandler(defineSignal(siteWorkingSignal(site)), async () => {
    if (!isAnswered) await noteSite({ runId, site, state: "working" });
  });
  const answered = answerOf(run, input).then(async (answer) => {
    isAnswered = true;
    if (answer !== null) await noteSite({ runId, site, ...answer });
  });
  const isInTime = await Promise.race([
    answered.then(() => true),
    condition(() => isAnswered, run.siteTimeoutSeconds * 1000),
  ]);
  if (!isInTime) await noteSite({ runId, site, state: "unreachable" });
  else await answered;
  onSettled();
  await answered;
}

/** Null when the last moment for a late answer has passed: the site stays unreachable. */
async function answerOf(run: Run, input: AnswerSiteInput): Promise<SiteAnswer | null> {
  const seconds = run.siteTimeoutSeconds + run.lateSeconds;
  try {
    return await executeChild<(input: AnswerSiteInput) => Promise<SiteAnswer>>(answerSiteWorkflow, {
      args: [input],
      workflowId: `${run.runId}.${input.site}`,
      taskQueue: siteTaskQueue(input.site),
      workflowExecutionTimeout: seconds * 1000,
      // A site that is gone could never confirm a cancellation.
      cancellationType: ChildWorkflowCancellationType.TRY_CANCEL,
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
    });
  } catch (error) {
    if (isCancellation(error)) throw error;
    return isTimeout(error) ? null : { state: "failed", error: wireErrorOf(error) };
  }
}

const isTimeout = (error: unknown): boolean =>
  error instanceof ChildWorkflowFailure && error.cause instanceof TimeoutFailure;
