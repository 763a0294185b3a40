import { bundleWorkflows, recordedHistories } from "@qinghao/testing/histories";
import { beforeAll, describe, expect, test } from "vitest";

type Bundle = Awaited<ReturnType<typeof bundleWorkflows>>;
const histories = recordedHistories(new URL("./histories/", import.meta.url));
const names = histories.names();

describe("recorded imports and searches", () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundleWorkflows(new URL("../src/workflows/index.ts", import.meta.url));
  });

  test("cover completion, cancellation and failure", () => {
    const expected = ["import-cancelled", "import-completed", "import-failed", "search-completed"];
    expect(names).toEqual(expect.arrayContaining(expected));
  });

  test.each(names)("%s replays on the present code", (name) => histories.replay(name, bundle));

  test.each(names)("%s carries ids only", (name) => {
    const payloads = histories.payloads(name);
    expect(payloads.length).toBeGreaterThan(1);
    // Every molecule of these runs is an anilide.
    expect(payloads.filter((payload) => payload.includes("NC(=O)"))).toEqual([]);
  });

  test("a changed workflow is noticed", async () => {
    const changed = await bundleWorkflows(new URL("./changed-workflow.ts", import.meta.url));
    await expect(histories.replay("import-completed", changed)).rejects.toThrow(/[Nn]ondetermin/);
  });
});
