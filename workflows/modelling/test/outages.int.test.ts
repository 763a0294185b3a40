import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createFolderStore } from "@qinghao/artifacts/node";
import { iterateCompounds, listCompounds } from "@qinghao/db";
import {
  enumerateSmiles,
  startTestPostgres,
  startTestTemporal,
  type TestPostgres,
  type TestTemporal,
  whyNoTemporal,
} from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPropertyPredictor } from "../src/property-predictor.ts";
import { addCompounds, bothEndpoints, runUntil, type Stage, setStage } from "./stage.ts";

const weightsDir = fileURLToPath(new URL("../../../datasets/weights/", import.meta.url));

/** QINGHAO_OUTAGE_MOLECULES changes how many molecules the run has. */
const molecules = Number(process.env.QINGHAO_OUTAGE_MOLECULES ?? 20_000);
const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== null)("kill -9 in the middle of a run", () => {
  let postgres: TestPostgres;
  let temporal: TestTemporal;
  let stage: Stage;
  let worker: ChildProcess;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    temporal = await startTestTemporal();
    stage = await setStage(await postgres.freshDatabase(), temporal.address);
    const smiles = enumerateSmiles(molecules);
    // One in a thousand cannot be read.
    await addCompounds(stage.db, stage.projectId, 0, molecules, (i) => (i % 1000 === 999 ? `[Xx]${i}` : smiles[i]!));
  });
  afterAll(async () => {
    worker?.kill("SIGKILL");
    await stage?.close();
    await temporal?.stop();
    await postgres?.stop();
  });

  const startWorker = () => {
    const script = fileURLToPath(new URL("./worker-process.ts", import.meta.url));
    worker = fork(script, [JSON.stringify({ ...stage.services, weightsDir })], { stdio: "inherit" });
  };
  const killWorker = async () => {
    const exited = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill("SIGKILL");
    await exited;
  };

  test(`worker, PostgreSQL and Temporal die in turn; all ${molecules} molecules are predicted once`, async () => {
    startWorker();
    const id = await stage.startRun("cpu");
    const part = (share: number) =>
      runUntil(stage.db, id, `at ${share * 100} %`, (run) => run.done >= share * molecules, 300_000);
    const log = (what: string, done: number) => console.log(`${what} at ${done} of ${molecules}`);

    log("killing the worker", (await part(0.1)).done);
    await killWorker();
    await sleep(500);
    startWorker();

    log("killing PostgreSQL", (await part(0.3)).done);
    await postgres.kill();
    await sleep(3000);
    await postgres.restart();

    log("killing Temporal", (await part(0.5)).done);
    await temporal.kill();
    await sleep(3000);
    await temporal.restart();

    log("killing all three", (await part(0.7)).done);
    await Promise.all([killWorker(), postgres.kill(), temporal.kill()]);
    await Promise.all([postgres.restart(), temporal.restart()]);
    startWorker();

    const run = await runUntil(stage.db, id, "completed", (one) => one.state === "completed", 300_000);
    const withoutResult = Math.floor(molecules / 1000);
    expect(run).toMatchObject({
      total: molecules,
      done: molecules - withoutResult,
      failed: withoutResult,
      error: null,
    });
    expect(run.shardsDone).toBe(run.shards);

    let seen = 0;
    let wrong = 0;
    for await (const batch of iterateCompounds(stage.db, stage.projectId)) {
      for (const { smiles, predictions } of batch) {
        seen++;
        const { "aqueous-solubility": solubility, lipophilicity } = predictions;
        const isRight = smiles.startsWith("[Xx]")
          ? solubility !== undefined &&
            "failed" in solubility &&
            lipophilicity !== undefined &&
            "failed" in lipophilicity
          : solubility !== undefined &&
            "value" in solubility &&
            solubility.runId === id &&
            lipophilicity !== undefined &&
            "value" in lipophilicity &&
            lipophilicity.runId === id;
        if (!isRight) wrong++;
      }
    }
    expect({ seen, wrong }).toEqual({ seen: molecules, wrong: 0 });

    const direct = createPropertyPredictor({ weightsDir, threads: 1, backend: "wasm" });
    const { rows } = await listCompounds(stage.db, stage.projectId, { offset: molecules / 2, limit: 50 });
    const expected = await direct.predict(rows, bothEndpoints, new AbortController().signal);
    await direct.close();
    for (const [i, row] of rows.entries()) {
      for (const endpoint of bothEndpoints) {
        const { value } = expected[i]![endpoint] as { value: number };
        const stored = row.predictions[endpoint];
        expect(stored !== undefined && "value" in stored ? stored.value : null).toBeCloseTo(value, 4);
      }
    }

    const csv = await createFolderStore(stage.services.artifactsDir).get(run.resultsKey!);
    const ids = new TextDecoder()
      .decode(csv)
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",", 1)[0]);
    expect(ids).toHaveLength(molecules);
    expect(new Set(ids).size).toBe(molecules);
  }, 900_000);
});
