import { signedCriteriaSchema } from "@qinghao/data-space/schema";
import { listSiteTrials, type SiteTrial } from "@qinghao/db/site";
import { type CompiledDocument, compileDocument } from "@qinghao/trials/evaluate";
import type { CriteriaDocument } from "@qinghao/trials/schema";
import { nodeErrors } from "../errors.ts";
import type { Visit } from "./visit.ts";

/** Throws `node.page.missing`. */
export async function trialOf({ node }: Visit, id: string): Promise<SiteTrial> {
  const found = (await listSiteTrials(node.db)).find((trial) => trial.id === id);
  if (found === undefined) throw nodeErrors.create("page.missing");
  return found;
}

export const documentOf = (trial: SiteTrial): CriteriaDocument => signedCriteriaSchema.parse(trial.criteria).document;

const compiled = new Map<string, CompiledDocument>();

/** A trial's criteria made ready for judging, once for each of their versions. */
export async function compiledOf({ node }: Visit, trial: SiteTrial): Promise<CompiledDocument> {
  const known = compiled.get(trial.hash);
  if (known !== undefined) return known;
  const { terminology } = await node.knowledge();
  const made = compileDocument(documentOf(trial), terminology);
  compiled.set(trial.hash, made);
  return made;
}
