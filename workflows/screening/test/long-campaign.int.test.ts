import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  startTestPostgres,
  startTestTemporal,
  type TestPostgres,
  type TestTemporal,
  whyNoTemporal,
} from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillLibrary, type Stage, setStage } from "./stage.ts";

/**
 * As many shards as 1,000,000 ligands in shards of 1,000 have. QINGHAO_CAMPAIGN_LIGANDS=1000000 takes a million; the
 * histories depend on the number of shards alone.
 */
const ligands = Number(process.env.QINGHAO_CAMPAIGN_LIGANDS ?? 20_000);
const shardSize = ligands / 1000;
/** Temporal suggests a new execution at 4,096 events; here it does so earlier, and no history may grow much beyond that. */
const suggestedEvents = 1000;
const mostEvents = 1500;
const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== null)(`a campaign of ${ligands} ligands in 1,000 shards`, () => {
  let postgres: TestPostgres;
  let temporal: TestTemporal;
  let stage: Stage;
  let worker: ChildProcess;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    temporal = await startTestTemporal({ "limit.historyCount.suggestContinueAsNew": suggestedEvents });
    const databaseUrl = await postgres.freshDatabase();
    stage = await setStage(databaseUrl, temporal.address);
    await fillLibrary(databaseUrl, stage.projectId, ligands);
  });
  afterAll(async () => {
    worker?.kill("SIGKILL");
    await stage?.close();
    await temporal?.stop();
    await postgres?.stop();
  });

  const startWorker = () => {
    const script = fileURLToPath(new URL("./worker-process.ts", import.meta.url));
    worker = fork(script, [JSON.stringify({ ...stage.services, shardSize })], { stdio: "inherit" });
  };

  const executions = async () => {
    const found: { workflowId: string; status: string; events: number }[] = [];
    for await (const { workflowId, runId, status } of stage.client.workflow.list()) {
      const { raw } = await stage.client.workflow.getHandle(workflowId, runId).describe();
      found.push({ workflowId, status: status.name, events: Number(raw.workflowExecutionInfo?.historyLength ?? 0) });
    }
    return found;
  };

  test("scores every ligand once though its worker is killed, in histories that end where Temporal suggests", async () => {
    startWorker();
    const id = await stage.start({
      stages: [
        { method: "last-digits", settings: { modulo: 10, below: 5 }, keep: {} },
        { method: "last-digits", settings: { modulo: 10 }, keep: { atMost: 100 } },
      ],
    });
    await stage.until(id, "under way", ({ stages }) => (stages[0]?.shardsDone ?? 0) >= 300, 300_000);
    const exited = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill("SIGKILL");
    await exited;
    startWorker();
    const end = await stage.until(id, "completed", ({ state }) => state === "completed", 600_000);
    const failed = ligands / 1000;
    // Half of the numbers end in 0 to 4; the thousands, which end in 0, failed.
    expect(end.stages).toMatchObject([
      {
        incoming: ligands,
        done: ligands - failed,
        failed,
        passed: ligands / 2 - failed,
        shards: 1000,
        shardsDone: 1000,
      },
      { incoming: ligands / 2 - failed, done: ligands / 2 - failed, failed: 0, kept: 100 },
    ]);
    expect(end.hits).toBe(100);
    await stage.client.workflow.getHandle(id).result();
    // The list lags behind: a campaign's execution and the last of each of its two stages end as completed.
    const isWhole = async () => (await executions()).filter(({ status }) => status === "COMPLETED").length === 3;
    await expect.poll(isWhole, { timeout: 30_000 }).toBe(true);
    const found = await executions();
    const lengths = found.map(({ events }) => events);
    console.log(`events per execution: ${lengths.join(", ")}`);
    expect([...new Set(found.map(({ workflowId }) => workflowId))].sort()).toEqual([
      id,
      `${id}-stage-0`,
      `${id}-stage-1`,
    ]);
    expect(lengths.length).toBeGreaterThan(4);
    expect(Math.max(...lengths)).toBeLessThan(mostEvents);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
  }, 900_000);
});
