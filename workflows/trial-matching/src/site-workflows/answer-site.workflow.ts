import { longWork, shortWork, wireErrorOf } from "@qinghao/jobs/workflow";
import { getExternalWorkflowHandle, isCancellation, proxyActivities, workflowInfo } from "@temporalio/workflow";
import { type AnswerSiteInput, type SiteAnswer, siteWorkingSignal } from "../names.ts";
import type { SiteActivities } from "../site-activities.ts";

const { admitQuery } = proxyActivities<SiteActivities>(shortWork);
const { answerQuery, enlistCandidates } = proxyActivities<SiteActivities>(longWork);

/** Answers a query at the site. What comes back is a release, or why there is none. */
export async function answerSite({ site, query }: AnswerSiteInput): Promise<SiteAnswer> {
  const { parent } = workflowInfo();
  if (parent !== undefined) {
    await getExternalWorkflowHandle(parent.workflowId)
      .signal(siteWorkingSignal(site))
      .catch((error: unknown) => {
        if (isCancellation(error)) throw error; // A run that has ended needs no news.
      });
  }
  try {
    await admitQuery({ query });
    const release = await answerQuery({ query });
    if (query.purpose === "matching") await enlistCandidates({ query });
    return { state: "answered", release };
  } catch (error) {
    if (isCancellation(error)) throw error;
    const wire = wireErrorOf(error);
    return { state: wire.code.startsWith("data-space.query.") ? "refused" : "failed", error: wire };
  }
}
