import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApi, listen } from "@qinghao/api/server";
import { migrate, openDatabase } from "@qinghao/db";
import { startTestTemporal, testPostgres } from "@qinghao/testing";
import { createCompoundsWorker } from "@qinghao/workflow-compounds/worker";
import { createModellingWorker } from "@qinghao/workflow-modelling/worker";
import { createScreeningWorker } from "@qinghao/workflow-screening/worker";

export type Installation = { url: string; databaseUrl: string; stop(): Promise<void> };

/** PostgreSQL, Temporal, workers and the API, all real, without the pages. */
export async function startInstallation(knowledgeDir: string | null = null): Promise<Installation> {
  const [databaseUrl, temporal, artifactsDir] = await Promise.all([
    testPostgres(),
    startTestTemporal(),
    mkdtemp(join(tmpdir(), "qinghao-cli-artifacts-")),
  ]);
  const db = openDatabase(databaseUrl);
  await migrate(db);
  await db.close();
  const env = {
    databaseUrl,
    temporalAddress: temporal.address,
    namespace: temporal.namespace,
    artifactsDir,
    weightsDir: fileURLToPath(new URL("../../../datasets/weights", import.meta.url)),
    knowledgeDir,
    threads: 1,
    backend: "wasm" as const,
  };
  const workers = await Promise.all([
    createCompoundsWorker(env),
    createModellingWorker(env),
    createScreeningWorker(env),
  ]);
  const working = Promise.all(workers.map((worker) => worker.run()));
  const api = createApi({ ...env, logLevel: "silent" });
  const server = await listen(api);
  return {
    url: server.url,
    databaseUrl,
    async stop() {
      await server.close();
      await api.close();
      await Promise.all(workers.map((worker) => worker.shutdown()));
      await working;
      await temporal.stop();
      await rm(artifactsDir, { recursive: true, force: true });
    },
  };
}
