import { siteReleaseSchema } from "@qinghao/data-space/schema";
import { listCriteriaVersions } from "@qinghao/db";
import type { JobWorker } from "@qinghao/jobs";
import { testPostgres, testTemporal, whyNoTemporal } from "@qinghao/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createSiteWorker, type SiteWork } from "../src/site-worker.ts";
import { createTrialMatchingWorker } from "../src/worker.ts";
import { madeUpSite, runUntil, type Stage, setStage, siteIds, statesOf } from "./stage.ts";

const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== null)("a question to three sites", () => {
  let stage: Stage;
  let sponsor: JobWorker;
  const nodes: JobWorker[] = [];

  const startNode = async (site: string, work: SiteWork) => {
    const node = await createSiteWorker({ site, ...stage.services }, work, async () => {});
    void node.run();
    nodes.push(node);
    return node;
  };
  beforeAll(async () => {
    stage = await setStage(await testPostgres(), await testTemporal());
    sponsor = await createTrialMatchingWorker(stage.services);
    void sponsor.run();
  });
  afterEach(async () => {
    await Promise.all(nodes.splice(0).map((node) => node.shutdown()));
  });
  afterAll(async () => {
    await sponsor?.shutdown();
    await stage?.close();
  });

  test("is refused before two people have signed", async () => {
    await stage.sign("Chen");
    const id = await stage.startRun();
    const run = await runUntil(stage, id, "failed", (one) => one.state === "failed");
    expect(run.error).toMatchObject({ code: "trial-matching.criteria.unsigned" });
    expect(Object.values(statesOf(run))).toEqual(["cancelled", "cancelled", "cancelled"]);
    await stage.sign("Li");
    expect((await listCriteriaVersions(stage.db, stage.trialId))[0]).toMatchObject({ state: "signed" });
  });

  test("is answered by all, each with its own release", async () => {
    for (const [at, site] of siteIds.entries()) await startNode(site, madeUpSite(site, { adults: 100 + 100 * at }));
    const id = await stage.startRun();
    const run = await runUntil(stage, id, "completed", (one) => one.state === "completed");
    expect(new Set(Object.values(statesOf(run)))).toEqual(new Set(["answered"]));
    const bySite = new Map(run.sites.map((each) => [each.siteId, siteReleaseSchema.parse(each.release)]));
    expect(siteIds.map((site) => bySite.get(site)?.population)).toEqual([140, 240, 340]);
    expect(bySite.get("site_north")?.criteria?.[1]).toMatchObject({ id: "c2", met: "below-threshold" });
  });

  test("a dead site holds nothing up, is shown, and may answer late", async () => {
    await startNode("site_north", madeUpSite("site_north", { adults: 100 }));
    await startNode("site_east", madeUpSite("site_east", { adults: 100 }));
    const started = Date.now();
    const id = await stage.startRun({ siteTimeoutSeconds: 4 });
    const early = await runUntil(
      stage,
      id,
      "answered by the living",
      (one) => one.sites.filter((each) => each.state === "answered").length === 2,
    );
    expect(Date.now() - started).toBeLessThan(4_000);
    expect(statesOf(early)).toMatchObject({ site_south: "waiting" });
    const run = await runUntil(stage, id, "completed", (one) => one.state === "completed");
    expect(statesOf(run)).toEqual({ site_north: "answered", site_east: "answered", site_south: "unreachable" });
    await startNode("site_south", madeUpSite("site_south", { adults: 100 }));
    const late = await runUntil(stage, id, "answered late", (one) => statesOf(one).site_south === "answered");
    expect(late.state).toBe("completed");
  });

  test("a slow site shows that it works, and its rules may refuse", async () => {
    await startNode("site_north", madeUpSite("site_north", { adults: 100 }));
    await startNode("site_east", madeUpSite("site_east", { adults: 100, refuses: true }));
    await startNode("site_south", madeUpSite("site_south", { adults: 100, answerMs: 3_000 }));
    const id = await stage.startRun();
    await runUntil(stage, id, "at work", (one) => statesOf(one).site_south === "working");
    const run = await runUntil(stage, id, "completed", (one) => one.state === "completed");
    expect(statesOf(run)).toEqual({ site_north: "answered", site_east: "refused", site_south: "answered" });
    const refused = run.sites.find((each) => each.siteId === "site_east");
    expect(refused?.error).toMatchObject({ code: "data-space.query.unsigned" });
    expect(refused?.release).toBeNull();
  });

  test("can be cancelled while a site works and another is dead", async () => {
    await startNode("site_north", madeUpSite("site_north", { adults: 100 }));
    await startNode("site_east", madeUpSite("site_east", { adults: 100, answerMs: 60_000 }));
    const id = await stage.startRun();
    await runUntil(stage, id, "at work", (one) => statesOf(one).site_east === "working");
    await stage.client.workflow.getHandle(id).cancel();
    const run = await runUntil(stage, id, "cancelled", (one) => one.state === "cancelled");
    expect(statesOf(run)).toMatchObject({ site_east: "cancelled", site_south: "cancelled" });
  });
});
