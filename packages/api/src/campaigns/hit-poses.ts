import type { ArtifactStore } from "@qinghao/artifacts";
import { type InputRecord, readRecords } from "@qinghao/chemistry";
import type { CampaignPlan } from "@qinghao/db/campaign-schema";
import { receptorIdSchema } from "@qinghao/kernel";
import { type PoseRef, readPoseFile } from "@qinghao/screening/methods";

/** Files of poses kept at hand: hits of one shard lie scattered over the ranking. */
const mostFiles = 32;

/** Reads the poses of hits, SD records; the files read last are kept. */
export function openHitPoses(artifacts: ArtifactStore): (ref: PoseRef) => Promise<string> {
  const files = new Map<string, Promise<string[]>>();
  return async ({ key, record }) => {
    const file = files.get(key) ?? readPoseFile(artifacts, key);
    files.delete(key);
    files.set(key, file);
    const [oldest] = files.keys();
    if (files.size > mostFiles && oldest !== undefined) files.delete(oldest);
    return (await file)[record]!;
  };
}

/** The records of one hit's poses, the best first. */
export async function poseRecords(sdf: string): Promise<Extract<InputRecord, { ok: true }>[]> {
  const records: Extract<InputRecord, { ok: true }>[] = [];
  for await (const record of readRecords(once(new TextEncoder().encode(sdf)), { format: "sdf" })) {
    if (record.ok) records.push(record);
  }
  return records;
}

/** The score that poses are ranked by, kcal/mol: rescoring's where there is one, else docking's; null where there is none. */
export function poseScore(fields: Readonly<Record<string, string>>): number | null {
  const score = Number.parseFloat(fields.vinardo_kcal_per_mol ?? fields.score_kcal_per_mol ?? "");
  return Number.isFinite(score) ? score : null;
}

/** The receptor of the last stage that has one. */
export const receptorOf = ({ stages }: CampaignPlan) => {
  const ids = stages.map(({ settings }) => receptorIdSchema.safeParse(settings.receptor));
  return ids.findLast(({ success }) => success)?.data ?? null;
};

async function* once<T>(value: T): AsyncIterable<T> {
  yield value;
}
