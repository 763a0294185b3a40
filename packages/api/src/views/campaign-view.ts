import type { Campaign, StageProgress } from "@qinghao/db";
import type { CampaignStage } from "@qinghao/db/campaign-schema";
import { progressOf } from "@qinghao/kernel";
import type { CampaignView, StageState } from "../schema.ts";
import { moment, momentOrNull } from "./moment.ts";

export const campaignView = (campaign: Campaign): CampaignView => {
  const { plan, stages } = campaign;
  return {
    id: campaign.id,
    projectId: campaign.projectId,
    name: campaign.name,
    library: { kind: plan.library.kind },
    budget: plan.budget,
    seed: plan.seed,
    priority: plan.priority,
    accelerator: plan.accelerator,
    state: campaign.state,
    total: campaign.total,
    hits: campaign.hits,
    endedBy: campaign.endedBy ?? null,
    waiting: campaign.waitingReason ?? null,
    stages: plan.stages.map((stage, at) =>
      stageView(
        stage,
        stages.find((one) => one.stage === at),
        campaign.finishedAt,
      ),
    ),
    error: campaign.error ?? null,
    createdAt: moment(campaign.createdAt),
    startedAt: momentOrNull(campaign.startedAt),
    finishedAt: momentOrNull(campaign.finishedAt),
  };
};

/** @param endedAt when the campaign ended; null while it goes on */
function stageView(
  planned: CampaignStage,
  seen: StageProgress | undefined,
  endedAt: Date | null,
): CampaignView["stages"][number] {
  const { startedAt = null, finishedAt = null, kept = null, record = null, incoming = null } = seen ?? {};
  const picks = seen?.picks ?? null;
  const elapsedMs = startedAt === null ? 0 : (finishedAt ?? endedAt ?? new Date()).getTime() - startedAt.getTime();
  return {
    ...planned,
    selection: planned.selection ?? { kind: "all" },
    state: stageState(startedAt, finishedAt, endedAt),
    incoming,
    progress: progressOf(seen?.done ?? 0, seen?.failed ?? 0, picks?.target ?? incoming, elapsedMs),
    picks,
    notPicked: picks === null ? 0 : (incoming ?? 0) - (finishedAt === null ? picks.target : picks.picked),
    passed: seen?.passed ?? 0,
    kept,
    record: record ?? null,
    startedAt: momentOrNull(startedAt),
    finishedAt: momentOrNull(finishedAt),
  };
}

function stageState(startedAt: Date | null, finishedAt: Date | null, endedAt: Date | null): StageState {
  if (finishedAt !== null) return "done";
  if (startedAt === null) return endedAt === null ? "waiting" : "not-reached";
  return endedAt === null ? "running" : "stopped";
}
