import { type ProjectId, projectIdSchema } from "@qinghao/kernel";
import type { Knowledge } from "@qinghao/knowledge";
import type { RequestContext } from "../context.ts";
import { apiErrors } from "../errors.ts";

/** The knowledge that names the targets of receptors; null where none of them has one, or no pack was built. */
export async function targetNames(
  ctx: RequestContext,
  receptors: readonly { projectId: string; target: string | null }[],
): Promise<Knowledge | null> {
  const first = receptors.find(({ target }) => target !== null);
  if (first === undefined) return null;
  try {
    return await ctx.knowledge.seenBy(projectIdSchema.parse(first.projectId));
  } catch (cause) {
    ctx.log.warn({ err: cause }, "targets of receptors are shown by their ids");
    return null;
  }
}

/** Throws `api.receptor.target` where the project's knowledge has no gene, family or variant of that id. */
export async function checkTarget(ctx: RequestContext, projectId: ProjectId, id: string): Promise<void> {
  const knowledge = await ctx.knowledge.seenBy(projectId);
  const number = knowledge.numberOf(id);
  const kind = number < 0 ? null : knowledge.kindOf(number);
  if (kind === null || !["gene", "family", "variant"].includes(kind)) throw apiErrors.create("receptor.target", { id });
}
