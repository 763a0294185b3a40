import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type SiteRelease, sha256OfJson, siteReleaseSchema } from "@qinghao/data-space";
import {
  createCriteriaVersion,
  createMatchRun,
  createTrial,
  type Database,
  getMatchRun,
  type MatchRun,
  migrate,
  openDatabase,
  registerSite,
  signCriteria,
} from "@qinghao/db";
import { getLoad, listCandidates, listRecordHashes, listRecords } from "@qinghao/db/site";
import type { JobWorker } from "@qinghao/jobs";
import { newId, type RunId } from "@qinghao/kernel";
import { testPostgres, testTemporal, whyNoTemporal } from "@qinghao/testing";
import { matchTrialWorkflow, siteScheduleId, trialMatchingTaskQueue } from "@qinghao/workflow-trial-matching/contract";
import { createTrialMatchingWorker } from "@qinghao/workflow-trial-matching/worker";
import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canaries, writeCanaryRecords } from "./canary-records.ts";
import { everyRowOf, everyWorkflowOf } from "./everything-outside.ts";
import { knowledgeFolder } from "./knowledge-folder.ts";
import { type NodeProcess, startNodeProcess } from "./node-process.ts";
import { diabetesDocument } from "./signed-criteria.ts";

const knowledge = knowledgeFolder();
const reason = whyNoTemporal() ?? (knowledge === null ? "no knowledge packs were built" : null);
if (reason !== null) console.warn(`skipped: ${reason}`);

const siteIds = ["site_alder", "site_birch", "site_cedar"] as const;
type SiteId = (typeof siteIds)[number];
const makeId = <K extends Parameters<typeof newId>[0]>(kind: K) => newId(kind, Date.now(), randomBytes);

describe.skipIf(reason !== null)("three hospitals as processes of their own", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-sites-"));
  const records = path.join(folder, "alder-records");
  const nodes = new Map<SiteId, NodeProcess>();
  const siteDatabases = new Map<SiteId, Database>();
  let sponsorUrl: string;
  let db: Database;
  let client: Client;
  let sponsor: JobWorker;
  let versionId: ReturnType<typeof makeId<"criteria">>;
  let trialId: ReturnType<typeof makeId<"trial">>;
  let address: string;

  const startNode = async (site: SiteId, change: Record<string, string> = {}) => {
    const url = await testPostgres();
    siteDatabases.set(site, openDatabase(url, { maxConnections: 2 }));
    nodes.set(
      site,
      await startNodeProcess({
        QINGHAO_SITE: site,
        QINGHAO_SITE_NAME_EN: site,
        QINGHAO_SITE_NAME_ZH: site,
        DATABASE_URL: url,
        TEMPORAL_ADDRESS: address,
        QINGHAO_NODE_DATA: path.join(folder, site),
        QINGHAO_KNOWLEDGE: knowledge ?? "",
        QINGHAO_NODE_PATIENTS: "300",
        ...change,
      }),
    );
  };
  const startRun = async (purpose: "feasibility" | "matching", siteTimeoutSeconds: number): Promise<RunId> => {
    const id = makeId("run");
    const funnel = diabetesDocument.criteria.map((criterion) => criterion.id);
    const ask = { counts: true, funnel, whatIf: true, loosened: [], nearMisses: 0.1 };
    const asOf = new Date().toISOString().slice(0, 10);
    await createMatchRun(db, { id, trialId, versionId, purpose, requester: "Sponsor", asOf, ask, sites: siteIds });
    await client.workflow.start(matchTrialWorkflow, {
      taskQueue: trialMatchingTaskQueue,
      workflowId: id,
      args: [{ runId: id, siteTimeoutSeconds }],
    });
    return id;
  };
  const completed = async (id: RunId): Promise<MatchRun> => {
    for (const deadline = Date.now() + 90_000; Date.now() < deadline; await sleep(100)) {
      const run = await getMatchRun(db, id);
      if (run.state === "completed" || run.state === "failed") return run;
    }
    throw new Error("the run did not end");
  };
  const stateOf = (run: MatchRun, site: SiteId) => run.sites.find((each) => each.siteId === site)?.state;
  const loaded = async (site: SiteId, version: number) => {
    for (const deadline = Date.now() + 90_000; Date.now() < deadline; await sleep(100)) {
      const load = await getLoad(siteDatabases.get(site)!);
      if (load.version >= version && load.state === "ready") return;
    }
    throw new Error(`${site} was never loaded`);
  };

  beforeAll(async () => {
    sponsorUrl = await testPostgres();
    address = await testTemporal();
    db = openDatabase(sponsorUrl);
    await migrate(db);
    for (const id of siteIds) await registerSite(db, { id, name: { en: id, zh: id }, source: "test" });
    trialId = makeId("trial");
    await createTrial(db, { id: trialId, title: "Made-up diabetes trial" });
    versionId = makeId("criteria");
    await createCriteriaVersion(db, { id: versionId, trialId, document: diabetesDocument });
    const hash = await sha256OfJson(diabetesDocument);
    for (const person of ["Chen", "Li"]) await signCriteria(db, versionId, { person, hash, revision: 0 });
    client = new Client({ connection: await Connection.connect({ address }) });
    sponsor = await createTrialMatchingWorker({
      databaseUrl: sponsorUrl,
      temporalAddress: address,
      namespace: "default",
    });
    void sponsor.run();
    mkdirSync(records, { recursive: true });
    writeCanaryRecords(records, 40);
    await startNode("site_alder", { QINGHAO_NODE_RECORDS: records });
    await startNode("site_birch", { QINGHAO_NODE_FLAVOUR: "us" });
    await startNode("site_cedar", { QINGHAO_NODE_FLAVOUR: "cn", QINGHAO_NODE_DIRT: "3" });
    for (const site of siteIds) await loaded(site, 1);
  });
  afterAll(async () => {
    await Promise.all([...nodes.values()].map((node) => node.kill()));
    await sponsor?.shutdown();
    await client?.connection.close();
    await Promise.all([...siteDatabases.values()].map((each) => each.close()));
    await db?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("each answers for its own people", async () => {
    const run = await completed(await startRun("matching", 60));
    for (const site of siteIds) expect(stateOf(run, site), site).toBe("answered");
    const releases = run.sites.map((each): SiteRelease => siteReleaseSchema.parse(each.release));
    expect(releases.map((release) => release.population)).toEqual([40, expect.any(Number), expect.any(Number)]);
    // All canaries are 40 to 75, diabetic, and have a haemoglobin of 123 g/L: nothing excludes them, creatinine is open.
    expect(releases[0]).toMatchObject({ eligible: { unknown: 40, yes: "below-threshold", no: "below-threshold" } });
    const { total } = await listCandidates(siteDatabases.get("site_alder")!, trialId, {
      status: null,
      offset: 0,
      limit: 1,
    });
    expect(total).toBe(40);
  });

  test("one that is killed is shown as such and holds nobody up", async () => {
    await nodes.get("site_birch")!.kill();
    const run = await completed(await startRun("feasibility", 8));
    expect(stateOf(run, "site_birch")).toBe("unreachable");
    expect(stateOf(run, "site_alder")).toBe("answered");
    expect(stateOf(run, "site_cedar")).toBe("answered");
  });

  test("a file that cannot be read is said at the hospital, and quoted nowhere", async () => {
    appendFileSync(path.join(records, "records.ndjson"), `\n{"resourceType":"Patient","id":"${canaries.id}-broken`);
    await client.schedule.getHandle(siteScheduleId("site_alder")).trigger();
    const site = siteDatabases.get("site_alder")!;
    for (const deadline = Date.now() + 60_000; ; await sleep(100)) {
      const { state, error } = await getLoad(site);
      if (state === "failed") {
        expect(error?.code).toBe("clinical.patients.unreadable");
        break;
      }
      if (Date.now() > deadline) throw new Error("the reading never failed");
    }
    const run = await completed(await startRun("feasibility", 30));
    expect(stateOf(run, "site_alder")).toBe("answered");
  });

  test("histories, logs and the sponsor's database hold nothing of a patient", async () => {
    const histories = await everyWorkflowOf(client);
    const rows = await everyRowOf(sponsorUrl);
    const logs = [...nodes.values()].map((node) => node.log()).join("\n");
    // The search reaches what it searches: the criteria are in the histories and the database.
    for (const place of [histories, rows]) expect(place).toContain("Haemoglobin at least 100");
    const keys = (await Promise.all(siteIds.map((site) => keysOf(siteDatabases.get(site)!)))).flat();
    expect(keys.length).toBeGreaterThan(500);
    const wanted = [...Object.values(canaries).map(String), ...keys];
    for (const [place, text] of Object.entries({ histories, rows, logs })) {
      expect(
        wanted.filter((each) => text.includes(each)),
        place,
      ).toEqual([]);
    }
    // And it can find: the hospital's own database holds them all.
    const own = JSON.stringify(await listRecords(siteDatabases.get("site_alder")!, [1, 2, 3]));
    for (const each of [canaries.id, canaries.birth, String(canaries.value), canaries.local])
      expect(own).toContain(each);
  });

  async function keysOf(site: Database): Promise<string[]> {
    return [...(await listRecordHashes(site)).keys()];
  }
});
