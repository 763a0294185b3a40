import type { CampaignView } from "@qinghao/api/schema";
import type { JobState as ChipState } from "@qinghao/ui";

export type StageView = CampaignView["stages"][number];

export const isOver = ({ state }: Pick<CampaignView, "state">): boolean =>
  state === "completed" || state === "failed" || state === "cancelled";

export const failedOf = ({ stages }: Pick<CampaignView, "stages">): number =>
  stages.reduce((sum, { progress }) => sum + progress.failed, 0);

/** What the chip says: waiting and partly failed are seen, though the server knows them by other fields. */
export function chipState(campaign: CampaignView): ChipState {
  if (campaign.waiting !== null && campaign.state === "running") return "waiting";
  if (campaign.state === "completed" && failedOf(campaign) > 0) return "partial";
  return campaign.state;
}

/** Seconds from start to end, or to `now` while it runs; null before it started. */
export function secondsTaken({ startedAt, finishedAt }: CampaignView, now: number): number | null {
  if (startedAt === null) return null;
  return Math.max(0, ((finishedAt === null ? now : Date.parse(finishedAt)) - Date.parse(startedAt)) / 1000);
}
