import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkDatabase, migrate, openDatabase } from "@qinghao/db";
import { isTemporalHealthy } from "@qinghao/services";
import { whyNoTemporal } from "@qinghao/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { placeOf, usePostgres, useTemporal } from "../src/backing-services.ts";
import { temporalVersion } from "../src/health.ts";
import { type DataFolder, dataFolder } from "../src/paths.ts";
import { openState, type StateFile } from "../src/state.ts";
import type { PartEvent } from "../src/supervisor.ts";

let folder: DataFolder;
let state: StateFile;
const events: string[] = [];
const onEvent = (part: string, event: PartEvent) => events.push(`${part} ${event.kind}`);
const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, ...env } = process.env;
const restarted = (part: string) =>
  vi.waitFor(() => expect(events).toContain(`${part} restarted`), { timeout: 60_000 });

beforeAll(() => {
  folder = dataFolder(mkdtempSync(path.join(tmpdir(), "qinghao-launcher-")));
  state = openState(folder.state);
});
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

test("PostgreSQL killed with -9 comes back on its port, with its data, for connections that were open", async () => {
  const postgres = await usePostgres({ folder, state, env, onEvent });
  const db = openDatabase(postgres.url, { maxConnections: 2 });
  await migrate(db);
  const before = postgres.supervised?.current();
  expect(state.value.ports.postgres).toBe(before?.port);
  expect(state.value.children).toMatchObject([{ part: "postgres", pid: before?.pid }]);
  process.kill(before?.pid ?? -1, "SIGKILL");
  await restarted("PostgreSQL");
  expect(postgres.supervised?.current().port).toBe(before?.port);
  expect(postgres.supervised?.current().pid).not.toBe(before?.pid);
  await vi.waitFor(async () => expect((await checkDatabase(db)).version).toMatch(/^18/), { timeout: 10_000 });
  await migrate(db);
  await db.close();
  await postgres.supervised?.stop();
});

const noTemporal = whyNoTemporal();
if (noTemporal) console.log(`skipped: ${noTemporal}`);

test.skipIf(noTemporal !== null)("Temporal killed with -9 comes back on its port", async () => {
  const temporal = await useTemporal({ folder, state, env, onEvent });
  const before = temporal.supervised?.current();
  process.kill(before?.pid ?? -1, "SIGKILL");
  await restarted("Temporal");
  const after = temporal.supervised?.current();
  expect(after?.address).toBe(temporal.address);
  expect(await temporalVersion(temporal.address, temporal.namespace)).toMatch(/^server 1\./);
  await temporal.supervised?.stop();
  expect(await isTemporalHealthy(after?.httpUrl ?? "")).toBe(false);
});

test("servers of one's own are used, not started", async () => {
  const own = {
    ...env,
    DATABASE_URL: "postgres://me:secret@db.example:5432/lab",
    TEMPORAL_ADDRESS: "temporal.example:7233",
  };
  expect(await usePostgres({ folder, state, env: own, onEvent })).toMatchObject({
    where: "db.example:5432/lab",
    supervised: null,
  });
  expect(await useTemporal({ folder, state, env: own, onEvent })).toMatchObject({
    address: "temporal.example:7233",
    supervised: null,
  });
  expect(placeOf(own.DATABASE_URL)).not.toContain("secret");
});
