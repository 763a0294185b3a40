import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type CriterionPeople,
  checkQuery,
  PersonSet,
  releaseOf,
  type SiteEvaluation,
  sha256OfJson,
} from "@qinghao/data-space";
import {
  createCriteriaVersion,
  createMatchRun,
  createTrial,
  getMatchRun,
  type MatchRun,
  migrate,
  openDatabase,
  registerSite,
  signCriteria,
} from "@qinghao/db";
import { newId, type RunId } from "@qinghao/kernel";
import type { CriteriaDocument } from "@qinghao/trials/schema";
import { Client, Connection } from "@temporalio/client";
import { type MatchTrialInput, matchTrialWorkflow, trialMatchingTaskQueue } from "../src/contract.ts";
import type { SiteWork } from "../src/site-worker.ts";

export const makeId = <K extends Parameters<typeof newId>[0]>(kind: K) => newId(kind, Date.now(), randomBytes);
export const siteIds = ["site_north", "site_east", "site_south"] as const;

const document: CriteriaDocument = {
  version: 1,
  source: { format: "text", language: "en", text: "Adults. No pregnancy." },
  criteria: [
    {
      id: "c1",
      type: "inclusion",
      text: "Adults.",
      start: 0,
      end: 7,
      computable: "full",
      tree: { kind: "age", range: { min: 18 }, unit: "year" },
      notes: [],
    },
    {
      id: "c2",
      type: "exclusion",
      text: "No pregnancy.",
      start: 8,
      end: 21,
      computable: "full",
      tree: { kind: "reproduction", state: "pregnant" },
      notes: [],
    },
  ],
};

/** Everything a run stands on: the sponsor's database with a signed trial and three sites, and a Temporal client. */
export async function setStage(databaseUrl: string, temporalAddress: string) {
  const db = openDatabase(databaseUrl);
  await migrate(db);
  for (const id of siteIds) await registerSite(db, { id, name: { en: id, zh: id }, source: "made up" });
  const trial = await createTrial(db, { id: makeId("trial"), title: "Made up" });
  const trialId = trial.id as ReturnType<typeof makeId<"trial">>;
  const versionId = makeId("criteria");
  const version = await createCriteriaVersion(db, { id: versionId, trialId, document });
  const sign = async (person: string) =>
    signCriteria(db, versionId, { person, hash: await sha256OfJson(version.document), revision: version.revision });
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  return {
    db,
    client,
    trialId,
    versionId,
    sign,
    services: { databaseUrl, temporalAddress, namespace: "default" },
    async startRun(times: Omit<MatchTrialInput, "runId"> = {}): Promise<RunId> {
      const id = makeId("run");
      const ask = { counts: true, funnel: ["c1", "c2"], whatIf: true, loosened: [], nearMisses: 0.1 };
      const question = { purpose: "feasibility" as const, requester: "Sponsor", asOf: "2026-01-01", ask };
      await createMatchRun(db, { id, trialId, versionId, ...question, sites: siteIds });
      await client.workflow.start(matchTrialWorkflow, {
        taskQueue: trialMatchingTaskQueue,
        workflowId: id,
        args: [{ runId: id, ...times }],
      });
      return id;
    },
    async close() {
      await connection.close();
      await db.close();
    },
  };
}
export type Stage = Awaited<ReturnType<typeof setStage>>;

/** A node's work with made-up people: the orchestration and the gate are real, the hospital is not. */
export function madeUpSite(site: string, options: { adults: number; answerMs?: number; refuses?: boolean }): SiteWork {
  return {
    admitQuery: async ({ query }) => {
      await checkQuery(query, { signaturesNeeded: options.refuses ? 3 : 2, mostCells: 100 });
    },
    answerQuery: async ({ query }, signal) => {
      await sleep(options.answerMs ?? 0, undefined, { signal });
      const evaluation = madeUpEvaluation(options.adults);
      const policy = { threshold: 10, rounding: 5 };
      const { release } = releaseOf(query, evaluation, { id: site, policy, memory: [], standing: null });
      return { ...release, logHash: "0".repeat(64) };
    },
    enlistCandidates: async () => {},
    refreshRecords: async () => {},
  };
}

function madeUpEvaluation(adults: number): SiteEvaluation {
  const people = (from: number, to: number) => PersonSet.of(Array.from({ length: to - from }, (_, i) => from + i));
  const population = people(0, adults + 40);
  const none = people(0, 0);
  const criteria: CriterionPeople[] = [
    { id: "c1", type: "inclusion", met: people(0, adults), notMet: people(adults, adults + 40), near: none },
    { id: "c2", type: "exclusion", met: people(0, 3), notMet: people(3, adults + 40), near: none },
  ];
  return { rule: "made-up/1", population, criteria, dead: none, loosened: [] };
}

/** Waits until a run satisfies a condition. */
export async function runUntil(
  stage: Pick<Stage, "db">,
  id: RunId,
  what: string,
  holds: (run: MatchRun) => boolean,
  timeoutMs = 40_000,
): Promise<MatchRun> {
  let run: MatchRun | null = null;
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(50)) {
    run = await getMatchRun(stage.db, id);
    if (holds(run)) return run;
  }
  const sites = run?.sites.map(({ siteId, state }) => [siteId, state]);
  throw new Error(`the run was never ${what}: ${JSON.stringify({ state: run?.state, error: run?.error, sites })}`);
}

export const statesOf = (run: MatchRun): Record<string, string> =>
  Object.fromEntries(run.sites.map(({ siteId, state }) => [siteId, state]));
