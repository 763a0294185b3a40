import { checkQuery, PersonSet, releaseOf, type SiteEvaluation, type SiteQuery } from "@qinghao/data-space";
import { openDatabase, registerSite } from "@qinghao/db";
import type { JobWorker } from "@qinghao/jobs";
import type { Stack } from "@qinghao/testing";
import { createSiteWorker, type SiteWork } from "@qinghao/workflow-trial-matching/site-worker";

/** Hospitals of the tests: one answers, one asks for three signatures, one has no node that runs. */
export const madeUpHospitals = [
  { id: "site_test_answers", name: { en: "Answering Hospital (test)", zh: "应答医院（测试）" } },
  { id: "site_test_strict", name: { en: "Strict Hospital (test)", zh: "严格医院（测试）" } },
  { id: "site_test_silent", name: { en: "Silent Hospital (test)", zh: "无应答医院（测试）" } },
] as const;

const PEOPLE = 400;

/**
 * Registers the hospitals and runs the nodes of those that have one, on the stack's Temporal. Orchestration, rules and
 * the gate of release are real; the people are numbers.
 */
export async function openMadeUpHospitals(stack: Stack): Promise<{ close(): Promise<void> }> {
  const db = openDatabase(stack.databaseUrl, { maxConnections: 1 });
  for (const { id, name } of madeUpHospitals) await registerSite(db, { id, name, source: "made up" });
  await db.close();
  const [answers, strict] = madeUpHospitals;
  const nodes = await Promise.all([startNode(stack, answers.id, 2), startNode(stack, strict.id, 3)]);
  return {
    close: async () => {
      await Promise.all(nodes.map((node) => node.shutdown()));
    },
  };
}

async function startNode(stack: Stack, site: string, signaturesNeeded: number): Promise<JobWorker> {
  const work: SiteWork = {
    admitQuery: async ({ query }) => {
      await checkQuery(query, { signaturesNeeded, mostCells: 300 });
    },
    answerQuery: async ({ query }) => {
      const policy = { threshold: 10, rounding: 5 };
      const { release } = releaseOf(query, evaluationOf(query), { id: site, policy, memory: [], standing: null });
      return { ...release, logHash: "0".repeat(64) };
    },
    enlistCandidates: async () => {},
    refreshRecords: async () => {},
  };
  const env = { site, temporalAddress: stack.temporalAddress, namespace: "default" };
  const node = await createSiteWorker(env, work, async () => {});
  void node.run();
  return node;
}

const people = (from: number, to: number): PersonSet =>
  PersonSet.of(Array.from({ length: to - from }, (_, at) => from + at));

/** Each criterion costs some people at another place of the row, and knows nothing of some others. */
function evaluationOf({ criteria, ask }: SiteQuery): SiteEvaluation {
  const none = people(0, 0);
  return {
    rule: "made-up/1",
    population: people(0, PEOPLE),
    dead: none,
    criteria: criteria.document.criteria.map(({ id, type }, at) => {
      const lost = people(at * 30, at * 30 + 25);
      const kept = people(at * 30 + 40, PEOPLE);
      const isInclusion = type === "inclusion";
      return { id, type, met: isInclusion ? kept : lost, notMet: isInclusion ? lost : kept, near: none };
    }),
    loosened: ask.loosened.map(({ id, criterion }) => ({ id, criterion, passing: people(0, PEOPLE) })),
  };
}
