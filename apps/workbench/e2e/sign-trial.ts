import type { CriteriaVersionView } from "@qinghao/api/schema";
import type { Stack } from "@qinghao/testing";
import { callApi } from "./workbench-browser.ts";

/** Imports a text as a trial. */
export const importTrial = (stack: Stack, text: string, title: string): Promise<CriteriaVersionView> =>
  callApi(stack, "POST", "/trials", { text, title });

/** Imports a text as a trial, accepts what was read and signs it with two names. */
export async function signedTrial(stack: Stack, text: string, title: string): Promise<CriteriaVersionView> {
  let version = await importTrial(stack, text, title);
  const review = { decision: "accepted", person: "Li Wei", at: new Date().toISOString() };
  const reviews = Object.fromEntries(version.document.criteria.map(({ id }) => [id, review]));
  const { document, revision } = version;
  version = await callApi(stack, "PUT", `/criteria/${version.id}`, { document, revision, reviews });
  for (const person of ["Li Wei", "Maria Garcia"])
    version = await callApi(stack, "POST", `/criteria/${version.id}/signatures`, {
      person,
      hash: version.hash,
      revision: version.revision,
    });
  return version;
}
