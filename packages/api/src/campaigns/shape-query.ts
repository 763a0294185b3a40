import type { ChemKit } from "@qinghao/chemistry";
import type { CampaignPlan } from "@qinghao/db/campaign-schema";
import { loadConformerKernel } from "@qinghao/docking/conformers/node";
import { unwrap } from "@qinghao/kernel";
import { readSettings, shape } from "@qinghao/screening/methods";
import { readShapeQuery } from "@qinghao/screening/shape";

/**
 * The conformer of the query that a pose of the plan's last overlay lies over, as a molblock; null where no stage overlays.
 * @param fields properties of the pose's record
 */
export async function shapeQueryOf(
  kit: ChemKit,
  { stages, seed }: CampaignPlan,
  fields: Readonly<Record<string, string>>,
): Promise<string | null> {
  const stage = stages.findLast(({ method }) => method === shape.id);
  if (stage === undefined) return null;
  const { query, queryConformers } = readSettings(shape, stage.settings);
  const kernel = await loadConformerKernel();
  const { records } = unwrap(readShapeQuery(kit, kernel, query, { count: queryConformers, seed }));
  return records[Number(fields.query_conformer ?? 1) - 1]?.replace(/\$\$\$\$\s*$/, "") ?? null;
}
