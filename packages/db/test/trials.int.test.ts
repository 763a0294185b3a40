import { testPostgres } from "@qinghao/testing";
import type { CriteriaDocument } from "@qinghao/trials/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createCriteriaVersion,
  createMatchRun,
  createTrial,
  type Database,
  finishMatchRun,
  getMatchRun,
  listMatchRuns,
  listSites,
  listTrials,
  markMatchRunCancelling,
  migrate,
  noteSiteResult,
  openDatabase,
  registerSite,
  saveCriteriaDraft,
  signCriteria,
  startMatchRun,
} from "../src/index.ts";
import { makeId } from "./sample-data.ts";

const documentOf = (text: string): CriteriaDocument => ({
  version: 1,
  source: { format: "text", language: "en", text },
  criteria: [
    {
      id: "c1",
      type: "inclusion",
      text,
      start: 0,
      end: text.length,
      computable: "full",
      tree: { kind: "age", range: { min: 18 }, unit: "year" },
      notes: [],
    },
  ],
});
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );

describe("trials and their criteria", () => {
  let db: Database;
  const trialId = makeId("trial");
  beforeAll(async () => {
    db = openDatabase(await testPostgres());
    await migrate(db);
    await createTrial(db, { id: trialId, title: "A trial", registryId: "NCT00000001" });
  });
  afterAll(() => db.close());

  test("two different people sign one text; then it stands, and an amendment supersedes it", async () => {
    const first = makeId("criteria");
    const draft = await createCriteriaVersion(db, { id: first, trialId, document: documentOf("Adults.") });
    expect(draft).toMatchObject({ version: 1, state: "draft", revision: 0, signOffs: [] });
    await signCriteria(db, first, { person: "Chen", hash: "a", revision: 0 });
    expect(await signCriteria(db, first, { person: "Chen", hash: "a", revision: 0 })).toMatchObject({ state: "draft" });
    expect(await refusal(signCriteria(db, first, { person: "Li", hash: "b", revision: 0 }))).toBe(
      "db.criteria.changed",
    );

    // An edit voids the signature; whoever saw the former text cannot save or sign over it.
    const edit = { revision: 0, document: documentOf("Adults of 18 years."), reviews: {} };
    expect(await saveCriteriaDraft(db, first, edit)).toMatchObject({ revision: 1, signOffs: [] });
    expect(await refusal(saveCriteriaDraft(db, first, edit))).toBe("db.criteria.changed");
    expect(await refusal(signCriteria(db, first, { person: "Li", hash: "b", revision: 0 }))).toBe(
      "db.criteria.changed",
    );

    await signCriteria(db, first, { person: "Chen", hash: "b", revision: 1 });
    const signed = await signCriteria(db, first, { person: "Li", hash: "b", revision: 1 });
    expect([signed.state, signed.signOffs.map((each) => each.person)]).toEqual(["signed", ["Chen", "Li"]]);
    expect(await refusal(saveCriteriaDraft(db, first, { ...edit, revision: 1 }))).toBe("db.criteria.signed");

    const second = makeId("criteria");
    const amended = await createCriteriaVersion(db, {
      id: second,
      trialId,
      document: documentOf("Adults."),
      base: signed.document,
    });
    expect(amended.version).toBe(2);
    for (const person of ["Chen", "Wu"]) await signCriteria(db, second, { person, hash: "c", revision: 0 });
    expect((await listTrials(db))[0]).toMatchObject({ version: 2, state: "signed", criteria: 1, lastRunAt: null });
  });

  test("a run gathers what its sites say; a final state stays, a late answer is taken", async () => {
    const versionId = makeId("criteria");
    await createCriteriaVersion(db, { id: versionId, trialId, document: documentOf("Adults.") });
    const sites = ["site_a", "site_b"];
    for (const id of sites) await registerSite(db, { id, name: { en: id, zh: id }, source: "FHIR R4" });
    expect((await listSites(db)).map((site) => site.id)).toEqual(sites);
    const id = makeId("run");
    const question = { trialId, versionId, purpose: "feasibility" as const, requester: "Chen", asOf: "2026-01-31" };
    await createMatchRun(db, { id, ...question, ask: { counts: true }, sites });
    await startMatchRun(db, id);
    const note = (siteId: string, result: Parameters<typeof noteSiteResult>[2]) =>
      noteSiteResult(db, { runId: id, siteId }, result);
    await note("site_a", { state: "answered", release: { population: 40 } });
    await note("site_a", { state: "unreachable" });
    await note("site_b", { state: "unreachable" });
    await finishMatchRun(db, id, { state: "completed" });
    await note("site_b", { state: "answered", release: { population: 50 } });
    const run = await getMatchRun(db, id);
    expect([run.state, run.asOf, run.sites.map((each) => [each.state, each.release])]).toEqual([
      "completed",
      "2026-01-31",
      [
        ["answered", { population: 40 }],
        ["answered", { population: 50 }],
      ],
    ]);
    expect(await markMatchRunCancelling(db, id)).toBe(false);
    expect(await listMatchRuns(db, trialId)).toHaveLength(1);
  });
});
