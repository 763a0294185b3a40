import { bundleWorkflows, recordedHistories } from "@qinghao/testing/histories";
import { beforeAll, describe, expect, test } from "vitest";

type Bundle = Awaited<ReturnType<typeof bundleWorkflows>>;
const histories = recordedHistories(new URL("./histories/", import.meta.url));
const names = histories.names();

describe("recorded runs", () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundleWorkflows(new URL("../src/workflows/index.ts", import.meta.url));
  });

  test("cover completion, cancellation and the fall-back", () => {
    expect(names).toEqual(expect.arrayContaining(["cancelled", "completed", "fallback"]));
  });

  test.each(names)("%s replays on the present code", (name) => histories.replay(name, bundle));

  test.each(names)("%s carries ids only", (name) => {
    const payloads = histories.payloads(name);
    expect(payloads.length).toBeGreaterThan(3);
    // The made-up molecules of these runs are chains of carbons, each with one nitrogen and a number.
    expect(payloads.filter((payload) => /C{2,}|CN\d|\[Xx\]/.test(payload))).toEqual([]);
  });

  test("a changed workflow is noticed", async () => {
    const changed = await bundleWorkflows(new URL("./changed-workflow.ts", import.meta.url));
    await expect(histories.replay("completed", changed)).rejects.toThrow(/[Nn]ondetermin/);
  });
});
