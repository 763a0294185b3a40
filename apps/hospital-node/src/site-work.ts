import { checkQuery, type ReleasePolicy, type SiteQuery, sha256OfJson } from "@qinghao/data-space";
import type { Database } from "@qinghao/db";
import { getLoad, listSiteTrials, putSiteTrial } from "@qinghao/db/site";
import { isQinghaoError } from "@qinghao/kernel";
import type { SiteWork } from "@qinghao/workflow-trial-matching/site-worker";
import { answerOfRun, letOut, writeLog } from "./answers/answer-query.ts";
import { nodeErrors } from "./errors.ts";
import { evaluateSite } from "./evaluate/evaluate-site.ts";
import { type Rematching, rematch } from "./match/rematch.ts";

export type SiteWorkTools = Rematching & {
  site: { id: string; policy: ReleasePolicy };
  refresh(): Promise<void>;
};

const rules = { signaturesNeeded: 2, mostCells: 300 };

/** What this node does for the workflows of its queue. */
export function createSiteWork(tools: SiteWorkTools): SiteWork {
  const { db } = tools;
  return {
    admitQuery: ({ query }) => admit(db, query),
    async answerQuery({ query }, signal) {
      const before = await answerOfRun(db, query.run);
      if (before !== null) return before;
      await untilLoaded(db);
      const evaluation = await evaluateSite(query, await tools.extract(), await tools.terminology(), signal);
      return letOut(db, tools.site, query, evaluation);
    },
    async enlistCandidates({ query }, signal) {
      const { trial, title, version, hash } = query.criteria;
      await putSiteTrial(db, { id: trial, title, version, hash, criteria: query.criteria, asOf: query.asOf });
      const stored = (await listSiteTrials(db)).find((each) => each.id === trial);
      if (stored !== undefined) await rematch(tools, stored, signal);
    },
    refreshRecords: () => tools.refresh(),
  };
}

async function admit(db: Database, input: SiteQuery): Promise<void> {
  try {
    const query = await checkQuery(input, rules);
    await writeLog(db, {
      kind: "query",
      run: query.run,
      requester: query.requester,
      purpose: query.purpose,
      trial: query.criteria.trial,
      criteriaHash: query.criteria.hash,
      asOf: query.asOf,
      queryHash: await sha256OfJson(query),
      dataVersion: (await getLoad(db)).version,
    });
  } catch (error) {
    const isRefusal = isQinghaoError(error) && error.code.startsWith("data-space.query.");
    if (isRefusal) {
      const { run, requester } = input;
      await writeLog(db, { kind: "refusal", run: String(run), requester: String(requester), code: error.code });
    }
    throw error;
  }
}

async function untilLoaded(db: Database): Promise<void> {
  const { state, version, error } = await getLoad(db);
  if (version > 0) return;
  if (state === "failed") throw nodeErrors.create("records.unreadable", { code: error?.code ?? "unknown" });
  throw nodeErrors.create("records.loading");
}
