import { readRecords } from "@qinghao/chemistry";
import { getReceptor } from "@qinghao/db";
import { readPose } from "@qinghao/docking/poses";
import { poseScore } from "../../campaigns/hit-poses.ts";
import { rmsdToReference } from "../../receptors/binding-site.ts";
import { rest } from "../../rest.ts";
import { readPosesInput, readPosesSchema } from "../../schema.ts";
import { previewSource } from "../../sources.ts";
import { procedure } from "../../trpc.ts";

/** A page shows so many poses at most. */
const mostPoses = 500;

export const readPoses = procedure
  .meta(
    rest("POST", "/receptors/{receptorId}/poses", {
      tag: "receptors",
      summary: "Read poses of an SDF, such as one of `qinghao dock`; nothing is stored",
      errors: [404, 413, 422, 503],
    }),
  )
  .input(readPosesInput)
  .output(readPosesSchema)
  .mutation(async ({ ctx, input: { receptorId, ...source } }) => {
    const kit = await ctx.kit();
    const site = await ctx.sites.open(await getReceptor(ctx.db, receptorId));
    const { open, fileName } = await previewSource(ctx, source);
    const read: { poses: PoseRow[]; failures: Failure[]; more: boolean } = { poses: [], failures: [], more: false };
    for await (const record of readRecords(open(), { format: "sdf" })) {
      if (read.poses.length + read.failures.length === mostPoses) {
        read.more = true;
        break;
      }
      const pose = record.ok ? readPose(kit, record.text) : { ok: false as const, error: record.error };
      if (!record.ok || !pose.ok) {
        if (!pose.ok) read.failures.push({ row: record.row, reason: { ...pose.error.user } });
        continue;
      }
      read.poses.push({
        rank: record.row,
        name: record.name,
        molblock: record.text,
        score: poseScore(record.fields),
        rmsd: rmsdToReference(site, pose.value),
      });
    }
    return { ...read, fileName };
  });

type PoseRow = ReturnType<typeof readPosesSchema.parse>["poses"][number];
type Failure = ReturnType<typeof readPosesSchema.parse>["failures"][number];
