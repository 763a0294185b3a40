import { chooseQueue, longWork, type QueueQuestions, shortWork, wireErrorOf } from "@qinghao/jobs/workflow";
import type { CampaignId } from "@qinghao/kernel";
import {
  CancellationScope,
  type ChildWorkflowHandle,
  condition,
  defineSignal,
  isCancellation,
  proxyActivities,
  setHandler,
  startChild,
} from "@temporalio/workflow";
import type { LibraryPlan } from "../activities/plan-library.ts";
import type { ComputeActivities, ScreeningActivities } from "../activities/screening.activities.ts";
import type { StagePlan } from "../activities/stage-intake.ts";
import { pauseSignal, type RunCampaignInput, resumeSignal, type StageEnd, screeningGpuQueue } from "../contract.ts";
import type { runStage } from "./run-stage.workflow.ts";

const { planLibrary, advanceStage, rankHits } = proxyActivities<ScreeningActivities>(longWork);
const { endCampaign, hasAccelerator, noteWaiting } = proxyActivities<ScreeningActivities>(shortWork);
const onGpu = { ...shortWork, taskQueue: screeningGpuQueue };
const patientClaim = proxyActivities<ComputeActivities>(onGpu);
const briefClaim = proxyActivities<ComputeActivities>({ ...onGpu, scheduleToStartTimeout: "8s" });

/** Screens a library stage by stage, each in a child workflow. Progress and the outcome are in the campaign's rows. */
export async function runCampaign({ campaignId }: RunCampaignInput): Promise<void> {
  const pauses = new Pauses();
  try {
    const plan = await planLibrary({ campaignId });
    const endedBy = await runStages(campaignId, plan, pauses);
    await endCampaign({ campaignId, state: "completed", endedBy, error: null });
  } catch (error) {
    const end = isCancellation(error)
      ? { state: "cancelled" as const, error: null }
      : { state: "failed" as const, error: wireErrorOf(unwrapped(error)) };
    await CancellationScope.nonCancellable(() => endCampaign({ campaignId, endedBy: null, ...end }));
    throw error;
  }
}

/** A failure of a child workflow hides the activity's failure one level deeper. */
const unwrapped = (error: unknown): unknown =>
  error instanceof Error && error.name === "ChildWorkflowFailure" ? error.cause : error;

/** Hands pause and resume on to the stage that runs, and remembers them between stages. */
class Pauses {
  isPaused = false;
  private child: ChildWorkflowHandle<typeof runStage> | null = null;

  constructor() {
    setHandler(defineSignal(pauseSignal), () => this.set(true));
    setHandler(defineSignal(resumeSignal), () => this.set(false));
  }

  /** The end of a stage, during which the signals reach it. */
  async during(child: ChildWorkflowHandle<typeof runStage>, startedPaused: boolean): Promise<StageEnd> {
    this.child = child;
    if (this.isPaused !== startedPaused) await child.signal(this.isPaused ? pauseSignal : resumeSignal);
    try {
      return await child.result();
    } finally {
      this.child = null;
    }
  }

  private async set(isPaused: boolean): Promise<void> {
    this.isPaused = isPaused;
    // A child that ends at this moment takes no signal; the flag then holds back the next stage.
    await this.child?.signal(isPaused ? pauseSignal : resumeSignal).catch(() => undefined);
  }
}

async function runStages(campaignId: CampaignId, plan: LibraryPlan, pauses: Pauses): Promise<StageEnd["endedBy"]> {
  const { hits, hours } = plan.budget;
  let stagePlan: StagePlan = plan;
  let msLeft = hours === undefined ? null : hours * 3_600_000;
  for (let stage = 0; ; stage++) {
    if (pauses.isPaused) await condition(() => !pauses.isPaused);
    const isLast = stage === plan.stages - 1;
    const { shards, batches = 0 } = stagePlan;
    const wish = stagePlan.accelerated && shards + batches > 0 ? plan.accelerator : "cpu";
    const queue = await chooseQueue(wish, questionsOf(campaignId));
    const { isPaused } = pauses;
    const child = await startChild<typeof runStage>("runStage", {
      workflowId: `${campaignId}-stage-${stage}`,
      args: [
        {
          campaignId,
          stage,
          shards,
          nextShard: 0,
          batches,
          batch: 0,
          queue,
          mayFallBack: plan.accelerator !== "gpu-or-wait",
          isPaused,
          enoughHits: isLast ? (hits ?? null) : null,
          hitsSoFar: 0,
          msLeft,
        },
      ],
      cancellationType: "WAIT_CANCELLATION_COMPLETED",
    });
    const end: StageEnd = await pauses.during(child, isPaused);
    msLeft = end.msLeft;
    if (isLast || end.endedBy === "hours") {
      await rankHits({ campaignId, stage });
      return end.endedBy;
    }
    stagePlan = await advanceStage({ campaignId, stage });
  }
}

const questionsOf = (campaignId: CampaignId): QueueQuestions => ({
  hasAccelerator: () => hasAccelerator({}),
  noteWaiting: (isWaiting) => noteWaiting({ campaignId, isWaiting }),
  claim: () => patientClaim.claimQueue({}),
  claimSoon: () => briefClaim.claimQueue({}),
});
