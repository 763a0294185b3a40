import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openDatabase } from "@qinghao/db";
import { startTestTemporal, type TestTemporal, testPostgres } from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQinghaoClient, failureFrom, type QinghaoClient } from "../src/client.ts";
import { type Api, createApi, listen } from "../src/server.ts";

describe("campaigns, without a worker", () => {
  let temporal: TestTemporal;
  let folder: string;
  let api: Api;
  let server: Awaited<ReturnType<typeof listen>>;
  let client: QinghaoClient;
  let projectId: string;

  beforeAll(async () => {
    const [databaseUrl, started] = await Promise.all([testPostgres(), startTestTemporal()]);
    temporal = started;
    folder = await mkdtemp(join(tmpdir(), "qinghao-api-"));
    const db = openDatabase(databaseUrl);
    await migrate(db);
    await db.close();
    api = createApi({
      databaseUrl,
      temporalAddress: temporal.address,
      namespace: temporal.namespace,
      artifactsDir: folder,
      weightsDir: folder,
      knowledgeDir: null,
      backend: "cpu",
      logLevel: "silent",
    });
    server = await listen(api);
    client = createQinghaoClient({ server: server.url });
    projectId = (await client.projects.create.mutate({ name: "Kinase" })).id;
  });
  afterAll(async () => {
    await server?.close();
    await api?.close();
    await temporal?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const codeOf = async (call: Promise<unknown>) =>
    failureFrom(
      await call.then(
        () => null,
        (thrown: unknown) => thrown,
      ),
    )?.code;
  const stages = [{ method: "similarity", settings: { actives: ["CCO"] }, keep: { atMost: 10 } }];

  it("names the methods with the form of their settings", async () => {
    const response = await fetch(`${server.url}/api/v1/screening/methods`);
    const { methods } = (await response.json()) as { methods: { id: string; settings: unknown }[] };
    const similarity = methods.find(({ id }) => id === "similarity");
    expect(similarity).toMatchObject({
      name: { zh: expect.any(String) },
      settings: { type: "object", required: ["actives"], properties: { actives: { type: "array" } } },
    });
  });

  it("refuses an empty library, unknown methods and settings that cannot be used", async () => {
    const start = (changed: object) => client.campaigns.start.mutate({ projectId, name: "x", stages, ...changed });
    expect(await codeOf(start({}))).toBe("api.campaign.empty");
    expect(await codeOf(start({ stages: [{ method: "tea-leaves", settings: {}, keep: {} }] }))).toBe(
      "screening.method.unknown",
    );
    expect(await codeOf(start({ stages: [{ method: "similarity", settings: { actives: [] }, keep: {} }] }))).toBe(
      "screening.settings.invalid",
    );
    expect(await codeOf(start({ library: { kind: "missing" } }))).toBe("api.campaign.library");
    expect((await client.campaigns.list.query({ projectId })).rows).toEqual([]);
  });

  it("starts, pauses, resumes and cancels, by tRPC and by REST", async () => {
    await client.compounds.register.mutate({ projectId, structure: "CCO", name: "ethanol" });
    const { id } = await client.campaigns.start.mutate({ projectId, name: "first", stages, priority: 1 });
    expect(await client.campaigns.get.query({ campaignId: id })).toMatchObject({
      state: "queued",
      priority: 1,
      stages: [{ method: "similarity", state: "waiting", progress: { done: 0 } }],
    });
    const post = async (verb: string) => {
      const response = await fetch(`${server.url}/api/v1/campaigns/${id}/${verb}`, { method: "POST" });
      return { status: response.status, body: await response.json() };
    };
    expect(await post("pause")).toMatchObject({ status: 200, body: { state: "paused" } });
    expect(await post("resume")).toMatchObject({ status: 200, body: { state: "running" } });
    expect((await client.campaigns.hits.query({ campaignId: id })).total).toBe(0);
    expect((await client.campaigns.failures.query({ campaignId: id })).total).toBe(0);
    expect(await post("cancel")).toMatchObject({ status: 200, body: { state: "cancelling" } });
    expect(await post("pause")).toMatchObject({ status: 409 });
    expect((await client.campaigns.list.query({ projectId })).rows).toMatchObject([{ id, name: "first" }]);
  });
});
