import { dbErrors, getReceptor } from "@qinghao/db";
import type { CampaignStage } from "@qinghao/db/campaign-schema";
import { type ProjectId, receptorIdSchema } from "@qinghao/kernel";
import type { RequestContext } from "../context.ts";

/**
 * A stage that names a receptor gets that receptor's box where it has none of its own, so that a later change of the box
 * does not change a campaign that is under way. Throws `db.receptor.missing`, also for a receptor of another project.
 */
export async function placeStage(
  { db }: Pick<RequestContext, "db">,
  projectId: ProjectId,
  stage: CampaignStage,
): Promise<CampaignStage> {
  const id = receptorIdSchema.safeParse(stage.settings.receptor);
  if (!id.success) return stage;
  const receptor = await getReceptor(db, id.data);
  if (receptor.projectId !== projectId) throw dbErrors.create("receptor.missing", { id: id.data });
  return { ...stage, settings: { ...stage.settings, box: stage.settings.box ?? receptor.box } };
}
