import { readPose } from "@qinghao/docking/poses";
import { unwrap } from "@qinghao/kernel";
import type { RequestContext } from "../context.ts";
import type { KnownLigand } from "./structure-task.ts";

/** The known ligand of a request, read here because the threads hold no toolkit. Throws what reading it fails with. */
export async function knownLigand(
  ctx: RequestContext,
  given: { residue: string } | { molblock: string } | undefined,
): Promise<KnownLigand | undefined> {
  if (given === undefined || "residue" in given) return given;
  const { positions } = unwrap(readPose(await ctx.kit(), given.molblock));
  return { molblock: given.molblock, positions };
}
