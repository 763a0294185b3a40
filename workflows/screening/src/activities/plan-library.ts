import { nextMolecules, startCampaign } from "@qinghao/db";
import type { CampaignPlan } from "@qinghao/db/campaign-schema";
import type { CampaignId } from "@qinghao/kernel";
import type { ShardLigand } from "../scorer.ts";
import { checkSelection } from "../selection.ts";
import { type CampaignTools, taskOf } from "./campaign-tools.ts";
import { openIntake, type StagePlan } from "./stage-intake.ts";

export type LibraryPlan = StagePlan & Pick<CampaignPlan, "accelerator" | "budget"> & { stages: number };

/**
 * Divides the library of a campaign into the parts of its first stage, each an artifact. Called again after a crash, it
 * goes on behind the last planned part; compounds registered after the campaign's start are not part of it. Every stage's
 * method, settings and selection are checked before the first part.
 */
export async function planLibrary(
  tools: CampaignTools,
  { campaignId }: { campaignId: CampaignId },
  signal: AbortSignal,
): Promise<LibraryPlan> {
  const { db, scorer } = tools;
  const { plan, projectId, maxSeq } = await startCampaign(db, campaignId);
  const traits = await Promise.all(plan.stages.map((_, stage) => scorer.traits(taskOf(plan, stage))));
  for (const [stage, wanted] of plan.stages.entries()) checkSelection(wanted, traits[stage]!);
  const scope = { projectId, scope: plan.library, maxSeq, endpoints: [] };
  const intake = openIntake(tools, plan, { campaignId, stage: 0 }, traits[0]!);
  for (let planned = await intake.plannedSoFar(); ; ) {
    signal.throwIfAborted();
    const molecules = await nextMolecules(db, scope, {}, planned.lastSeq, intake.size);
    const last = molecules.at(-1);
    if (last === undefined) break;
    await intake.add(
      planned.parts,
      molecules.map((molecule): ShardLigand => ({ ...molecule, scores: {} })),
    );
    planned = { parts: planned.parts + 1, lastSeq: last.seq };
  }
  const { accelerator, budget, stages } = plan;
  return { ...(await intake.open()), accelerator, budget, stages: stages.length };
}
