import { campaignStageSchema } from "@qinghao/db/campaign-schema";
import { isQinghaoError } from "@qinghao/kernel";
import { screeningMethods } from "@qinghao/screening/methods";
import { describe, expect, it } from "vitest";
import { activeLearningOf, checkSelection } from "../src/selection.ts";

const learning = (fraction: number, batches: number) => ({
  kind: "active-learning" as const,
  fraction,
  batches,
});
const docking = { learnable: true };

describe("the selection of a stage", () => {
  it.each([
    ["no selection", undefined, {}],
    ["all", { kind: "all" as const }, {}],
    ["a share in two batches", learning(0.001, 2), docking],
    ["a share in fifty", learning(0.999, 50), docking],
  ])("may be %s", (_, selection, traits) => {
    expect(() => checkSelection({ method: "docking", selection }, traits)).not.toThrow();
  });

  it.each([
    ["method", learning(0.2, 10), {}],
    ["fraction", learning(0, 10), docking],
    ["fraction", learning(1, 10), docking],
    ["fraction", learning(Number.NaN, 10), docking],
    ["batches", learning(0.2, 1), docking],
    ["batches", learning(0.2, 51), docking],
    ["batches", learning(0.2, 2.5), docking],
  ])("is refused for its %s, in both languages", (what, selection, traits) => {
    expect(() => checkSelection({ method: "docking", selection }, traits)).toThrow(
      expect.toSatisfy(
        (error) =>
          isQinghaoError(error) &&
          error.code === `campaign.selection.${what}` &&
          !/\{/.test(error.user.en + error.user.zh) &&
          /[\u4e00-\u9fff]/.test(error.user.zh),
      ),
    );
  });

  it("is offered by docking alone", () => {
    expect(screeningMethods.filter(({ learnable }) => learnable).map(({ id }) => id)).toEqual(["docking"]);
  });

  it("may be left out of a plan, and has a kind where it is not", () => {
    const stage = { method: "docking", settings: {}, keep: {} };
    expect(activeLearningOf(campaignStageSchema.parse(stage))).toBeNull();
    expect(activeLearningOf(campaignStageSchema.parse({ ...stage, selection: { kind: "all" } }))).toBeNull();
    const share = learning(0.2, 10);
    expect(activeLearningOf(campaignStageSchema.parse({ ...stage, selection: share }))).toEqual(share);
    expect(campaignStageSchema.safeParse({ ...stage, selection: { kind: "best" } }).success).toBe(false);
  });
});
