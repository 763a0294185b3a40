import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openDatabase } from "@qinghao/db";
import { startTestTemporal, testPostgres } from "@qinghao/testing";
import { createQinghaoClient, failureFrom } from "../src/client.ts";
import { createApi, listen } from "../src/server.ts";

/** An API over its own database and Temporal server, answering on a port. */
export async function serveApi(options: { weightsDir?: string } = {}) {
  const [databaseUrl, temporal, folder] = await Promise.all([
    testPostgres(),
    startTestTemporal(),
    mkdtemp(join(tmpdir(), "qinghao-api-")),
  ]);
  const db = openDatabase(databaseUrl);
  await migrate(db);
  await db.close();
  const api = createApi({
    databaseUrl,
    temporalAddress: temporal.address,
    namespace: temporal.namespace,
    artifactsDir: folder,
    weightsDir: options.weightsDir ?? folder,
    knowledgeDir: null,
    backend: "cpu",
    logLevel: "silent",
  });
  const server = await listen(api);
  return {
    databaseUrl,
    temporal,
    /** Of the artifacts. */
    folder,
    api,
    url: server.url,
    client: createQinghaoClient({ server: server.url }),
    async close() {
      await server.close();
      await api.close();
      await temporal.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type ServedApi = Awaited<ReturnType<typeof serveApi>>;

/** The code of what a call fails with; undefined where it does not. */
export const codeOf = async (call: Promise<unknown>): Promise<string | undefined> =>
  failureFrom(
    await call.then(
      () => null,
      (thrown: unknown) => thrown,
    ),
  )?.code;
