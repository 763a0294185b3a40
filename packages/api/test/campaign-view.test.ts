import type { Campaign } from "@qinghao/db";
import { expect, it } from "vitest";
import { campaignView } from "../src/views/campaign-view.ts";

const start = new Date("2026-01-31T08:00:00Z");
const after = (seconds: number): Date => new Date(start.getTime() + 1000 * seconds);

const stage = (at: number, finishedAt: Date | null): Campaign["stages"][number] => ({
  ...{ campaignId: "cmpn_x", stage: at, incoming: 100, done: 40, failed: 0, passed: 40, kept: null },
  ...{ shards: 4, shardsDone: 1, picks: null, record: null, startedAt: start, finishedAt },
});

/** Three stages, of which the first is done and the second under way. */
const campaign = (state: Campaign["state"], finishedAt: Date | null): Campaign => ({
  ...{ id: "cmpn_x", projectId: "prj_x", name: "x", state, total: 100, maxSeq: 100, hits: 0, endedBy: null },
  ...{ waitingReason: null, error: null, createdAt: start, startedAt: start, finishedAt },
  plan: {
    library: { kind: "all" },
    stages: ["similarity", "docking", "docking"].map((method) => ({ method, settings: {}, keep: {} })),
    ...{ budget: {}, seed: 1, priority: 3, accelerator: "auto" },
  },
  stages: [stage(0, after(10)), stage(1, null)],
});

it.each([
  ["running", null, ["done", "running", "waiting"]],
  ["cancelled", after(20), ["done", "stopped", "not-reached"]],
  ["failed", after(20), ["done", "stopped", "not-reached"]],
] as const)("stages of a campaign that is %s", (state, finishedAt, states) => {
  expect(campaignView(campaign(state, finishedAt)).stages.map((one) => one.state)).toEqual(states);
});

it("the rate of a stage that was stopped is that of its time", () => {
  const { progress } = campaignView(campaign("cancelled", after(20))).stages[1]!;
  expect(progress.perSecond).toBe(2);
});
