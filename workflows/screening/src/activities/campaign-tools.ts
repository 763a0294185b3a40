import type { ArtifactStore } from "@qinghao/artifacts";
import type { Database } from "@qinghao/db";
import type { CampaignPlan } from "@qinghao/db/campaign-schema";
import type { StageScorer, StageTask } from "../scorer.ts";

/** What the activities of campaigns work with. */
export type CampaignTools = { db: Database; artifacts: ArtifactStore; scorer: StageScorer };

export const taskOf = (plan: CampaignPlan, stage: number): StageTask => {
  const { method, settings } = plan.stages[stage]!;
  return { method, settings, seed: plan.seed };
};
