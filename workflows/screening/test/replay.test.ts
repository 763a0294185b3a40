import { bundleWorkflows, recordedHistories } from "@qinghao/testing/histories";
import { beforeAll, describe, expect, test } from "vitest";

type Bundle = Awaited<ReturnType<typeof bundleWorkflows>>;
const histories = recordedHistories(new URL("./histories/", import.meta.url));
const names = histories.names();

describe("recorded campaigns", () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundleWorkflows(new URL("../src/workflows/index.ts", import.meta.url));
  });

  test("cover completion, active learning, steering and both workflows", () => {
    expect(names).toEqual(
      expect.arrayContaining(["completed", "learned", "stage-completed", "stage-learned", "stage-steered", "steered"]),
    );
  });

  test.each(names)("%s replays on the present code", (name) => histories.replay(name, bundle));

  test.each(names)("%s carries ids and counts only", (name) => {
    const payloads = histories.payloads(name);
    expect(payloads.length).toBeGreaterThan(2);
    // The made-up molecules of these campaigns begin with CCN.
    expect(payloads.filter((payload) => /CCN|made-up|pose of/.test(payload))).toEqual([]);
  });

  test("a changed workflow is noticed", async () => {
    const changed = await bundleWorkflows(new URL("./changed-workflow.ts", import.meta.url));
    await expect(histories.replay("completed", changed)).rejects.toThrow(/[Nn]ondetermin/);
  });
});
