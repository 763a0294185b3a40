import { csvRow } from "@qinghao/chemistry";
import { type Campaign, listCampaignHits } from "@qinghao/db";
import { campaignIdSchema } from "@qinghao/kernel";
import type { Services } from "../services.ts";

const rowsAtOnce = 500;

/** Hits of a campaign, the best first; a column of scores for each stage, named by its number and method. */
export async function* hitsCsv({ db }: Pick<Services, "db">, campaign: Campaign): AsyncIterable<string> {
  const id = campaignIdSchema.parse(campaign.id);
  const { stages } = campaign.plan;
  const scoreNames = stages.map(({ method }, at) => `score_${at + 1}_${method}`);
  yield csvRow(["rank", "id", "name", "smiles", ...scoreNames, "cluster", "nearest_known"]);
  for (let offset = 0; ; offset += rowsAtOnce) {
    const { rows } = await listCampaignHits(db, id, { offset, limit: rowsAtOnce });
    if (rows.length === 0) return;
    for (const { rank, compoundId, name, smiles, scores, cluster, nearestKnown } of rows) {
      const found = stages.map((_, at) => scores[at] ?? "");
      yield csvRow([rank, compoundId, name ?? "", smiles, ...found, cluster ?? "", nearestKnown ?? ""]);
    }
  }
}
