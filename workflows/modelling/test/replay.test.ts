import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from "@temporalio/worker";
import { beforeAll, describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL("./histories/", import.meta.url));
const logger = new DefaultLogger("ERROR");
Runtime.install({ logger });
const bundleOf = (workflows: string) =>
  bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL(workflows, import.meta.url)), logger });
const historyOf = (
  name: string,
): { events: { eventType: string; workflowExecutionStartedEventAttributes?: object }[] } =>
  JSON.parse(readFileSync(folder + name, "utf8"));
const names = readdirSync(folder);

describe("recorded runs", () => {
  let workflowBundle: WorkflowBundleWithSourceMap;
  beforeAll(async () => {
    workflowBundle = await bundleOf("../src/workflows/index.ts");
  });

  test("cover completion, cancellation and the fall-back", () => {
    expect(names).toEqual(expect.arrayContaining(["cancelled.json", "completed.json", "fallback.json"]));
  });

  test.each(names)("%s replays on the present code", async (name) => {
    await Worker.runReplayHistory({ workflowBundle }, historyOf(name), "run_1m80replay");
  });

  test.each(names)("%s carries ids only", (name) => {
    const payloads = [...readFileSync(folder + name, "utf8").matchAll(/"data": ?"([A-Za-z0-9+/=]+)"/g)].map((match) =>
      Buffer.from(match[1]!, "base64").toString(),
    );
    expect(payloads.length).toBeGreaterThan(3);
    // The made-up molecules of these runs are chains of carbons, each with one nitrogen and a number.
    expect(payloads.filter((payload) => /C{2,}|CN\d|\[Xx\]/.test(payload))).toEqual([]);
  });

  test("a changed workflow is noticed", async () => {
    const changed = await bundleOf("./changed-workflow.ts");
    await expect(
      Worker.runReplayHistory({ workflowBundle: changed }, historyOf("completed.json"), "run_1m80replay"),
    ).rejects.toThrow(/[Nn]ondetermin/);
  });
});
