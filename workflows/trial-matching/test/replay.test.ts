import { bundleWorkflows, recordedHistories } from "@qinghao/testing/histories";
import { beforeAll, describe, expect, test } from "vitest";

type Bundle = Awaited<ReturnType<typeof bundleWorkflows>>;
const histories = recordedHistories(new URL("./histories/", import.meta.url));
const names = histories.names();
const isOfSite = (name: string) => name.startsWith("site-");

describe("recorded runs", () => {
  let sponsor: Bundle;
  let site: Bundle;
  beforeAll(async () => {
    sponsor = await bundleWorkflows(new URL("../src/workflows/index.ts", import.meta.url));
    site = await bundleWorkflows(new URL("../src/site-workflows/index.ts", import.meta.url));
  });

  test("cover completion, a late answer, cancellation and a site's own workflows", () => {
    const wanted = ["cancelled", "completed", "late", "site-answered", "site-refreshed"];
    expect(names).toEqual(expect.arrayContaining(wanted));
  });

  test.each(names)("%s replays on the present code", (name) => histories.replay(name, isOfSite(name) ? site : sponsor));

  test("a changed workflow is noticed", async () => {
    const changed = await bundleWorkflows(new URL("./changed-workflow.ts", import.meta.url));
    await expect(histories.replay("completed", changed)).rejects.toThrow(/[Nn]ondetermin/);
  });
});
