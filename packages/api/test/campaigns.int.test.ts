import { beforeAll, describe, expect, it } from "vitest";
import type { QinghaoClient } from "../src/client.ts";
import { codeOf, type ServedApi, serveApi } from "./served-api.ts";

describe("campaigns, without a worker", () => {
  let served: ServedApi;
  let client: QinghaoClient;
  let projectId: string;

  beforeAll(async () => {
    served = await serveApi();
    client = served.client;
    projectId = (await client.projects.create.mutate({ name: "Kinase" })).id;
    return () => served.close();
  });

  const stages = [{ method: "similarity", settings: { actives: ["CCO"] }, keep: { atMost: 10 } }];

  it("names the methods with the form of their settings", async () => {
    const response = await fetch(`${served.url}/api/v1/screening/methods`);
    const { methods } = (await response.json()) as { methods: { id: string; settings: unknown }[] };
    const similarity = methods.find(({ id }) => id === "similarity");
    expect(methods.find(({ id }) => id === "docking")).toMatchObject({ learnable: true });
    expect(similarity).toMatchObject({
      learnable: false,
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
    const learned = (selection: object, stage: object = stages[0]!) => start({ stages: [{ ...stage, selection }] });
    const fifth = { kind: "active-learning", fraction: 0.2, batches: 10 };
    const docking = {
      method: "docking",
      settings: { receptor: "rcpt_0000000000000000000000" },
      keep: {},
    };
    expect(await codeOf(learned(fifth))).toBe("campaign.selection.method");
    expect(await codeOf(learned({ ...fifth, fraction: 1.2 }, docking))).toBe("campaign.selection.fraction");
    expect(await codeOf(learned({ ...fifth, batches: 1 }, docking))).toBe("campaign.selection.batches");
    expect(await codeOf(learned({ kind: "best" }))).toBe("api.input.invalid");
    expect(await codeOf(start({ library: { kind: "missing" } }))).toBe("api.campaign.library");
    expect((await client.campaigns.list.query({ projectId })).rows).toEqual([]);
  });

  it("starts, pauses, resumes and cancels, by tRPC and by REST", async () => {
    await client.compounds.register.mutate({ projectId, structure: "CCO", name: "ethanol" });
    const { id } = await client.campaigns.start.mutate({ projectId, name: "first", stages, priority: 1 });
    expect(await client.campaigns.get.query({ campaignId: id })).toMatchObject({
      state: "queued",
      priority: 1,
      stages: [
        {
          ...{ method: "similarity", state: "waiting", selection: { kind: "all" } },
          ...{ incoming: null, progress: { done: 0 }, picks: null, notPicked: 0 },
        },
      ],
    });
    const post = async (verb: string) => {
      const response = await fetch(`${served.url}/api/v1/campaigns/${id}/${verb}`, { method: "POST" });
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
